// Where an audiobook's files lie, as those who take them expect it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/script.h"
#include "produce/rendering/render.h"

namespace fullcast {

/// "audiobookshelf", "acx"; "" is Layout::kPlain. Throws Error.
Layout LayoutNamed(std::string_view name);

/// The folder of a book in an Audiobookshelf library, from the library on:
/// "Author/Series/Vol N - Year - Title {Narrator}", of which what is unknown is left out.
std::filesystem::path LibraryFolder(const BookInfo& book);

/// What lies beside the sound: the cover; for Audiobookshelf also desc.txt, reader.txt and
/// metadata.json. By name, with its content.
struct LayoutFile {
  std::filesystem::path path;
  std::string content;
};
std::vector<LayoutFile> LayoutFiles(const Script& script, const RenderOptions& options,
                                    const RenderReport& report);

/// Throws Error if the folder that the files go to is another book's.
void CheckLayout(const Script& script, const RenderOptions& options);

/// The chapters of the timeline that are the book: all but the sample of an ACX layout.
Timeline BookOf(Timeline timeline, const Script& script, const RenderOptions& options);

/// The same of a delivery's files.
std::vector<std::filesystem::path> BookOf(std::vector<std::filesystem::path> sounds,
                                          const RenderOptions& options);

}  // namespace fullcast
