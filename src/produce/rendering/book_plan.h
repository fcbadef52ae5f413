// All that is known of an audiobook before a sample of it is rendered.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/script.h"
#include "encode/origin.h"
#include "encode/tags.h"
#include "produce/pieces/book_pieces.h"
#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

struct BookPlan {
  BookPieces pieces;
  Origin origin;
  Tags tags;
};

/// Tells what can't be pronounced as asked. All but the reporter must live as long as the plan.
/// Throws Error: a speaker without a role, a voice that the engine does not have, a cover that
/// can't be read, nothing to read aloud.
BookPlan PlanBook(const Script& script, const Cast& cast, const Profile& profile,
                  const RenderOptions& options, Reporter& reporter);

/// The files of one of the deliveries in which anything is heard.
std::vector<std::filesystem::path> SoundPaths(const BookPlan& plan, const Script& script,
                                              const RenderOptions& options,
                                              const Delivery& delivery);

/// Whether all files are there, those beside the sound too (see HasCompanions()), and are what this
/// plan would make of them. `made`: what the store remembers of this edition.
bool IsUpToDate(const BookPlan& plan, const Script& script, const RenderOptions& options,
                const std::optional<RenderReport>& made);

}  // namespace fullcast
