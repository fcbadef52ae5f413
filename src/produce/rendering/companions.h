// Files that lie beside an audiobook's sound: text to read along, and what its layout asks for.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/script.h"
#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// Whether these options ask for anything that is made from when words are heard.
bool AsksForTimeline(const RenderOptions& options);

/// Throws Error if they can't be made, or their place is another book's.
void CheckCompanions(const Script& script, const RenderOptions& options);

/// Whether all that these options ask for lies beside these files of the first delivery, and all
/// that the run left there that made them. `made` is what the store remembers of that run: nothing
/// tells else of which edition a file is that it did not write. An EPUB with the book's own pages
/// must not be older than the book.
bool HasCompanions(const Script& script, const RenderOptions& options,
                   const std::vector<std::filesystem::path>& sounds,
                   const std::optional<RenderReport>& made);

/// Proves the first timeline of what was rendered, keeps in it what is the book (see BookOf), and
/// writes the companions, which are named in the report. Throws Error.
void WriteCompanions(const Script& script, const RenderOptions& options, RenderReport& report,
                     Reporter& reporter);

}  // namespace fullcast
