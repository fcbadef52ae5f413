// What the store remembers of a whole audiobook, so that to make the same again costs nothing.
#pragma once

#include <optional>
#include <string>

#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// Keeps what was made, and how its files were left, under the edition (see Origin). Without a
/// store, or if it can't be written, nothing is kept.
void KeepFinishedBook(const RenderOptions& options, const std::string& edition,
                      const RenderReport& report);

/// What an earlier run made of this edition, as far as the store knows; its timelines are not kept.
std::optional<RenderReport> FindFinishedBook(const RenderOptions& options,
                                             const std::string& edition);

/// The same, if these are its sounds and all of its files are as that run left them: as long and
/// not written to since.
std::optional<RenderReport> FindBookInPlace(const RenderOptions& options,
                                            const std::string& edition,
                                            const std::vector<std::filesystem::path>& sounds);

}  // namespace fullcast
