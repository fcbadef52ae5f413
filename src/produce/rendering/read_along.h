// Text that is read along with an audiobook.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "core/script.h"
#include "produce/rendering/render.h"

namespace fullcast {

/// "vtt", "srt", "lrc", "json", "chapters", "html", "epub", "lpf". Throws Error.
ReadAlong ReadAlongNamed(std::string_view name);

/// Throws Error if one of these can't be made with this delivery's sound, or if the place of a page
/// or an EPUB is taken by a file that was not made from this book: it may be the book itself. The
/// others belong to the audiobook that they lie beside.
void CheckReadAlong(const Script& script, const RenderOptions& options);

/// Where they lie when `sounds` are the first delivery's files.
std::vector<std::filesystem::path> ReadAlongPaths(const Script& script,
                                                  const RenderOptions& options,
                                                  const std::vector<std::filesystem::path>& sounds);

/// Writes them beside the files of that timeline, and returns where. The script is the one that was
/// rendered. An EPUB is made from the book when it is one itself; else, or if that can't be, which
/// is told, from the text. Throws Error.
std::vector<std::filesystem::path> WriteReadAlong(const Script& script,
                                                  const RenderOptions& options,
                                                  const Timeline& timeline, Reporter& reporter);

/// Writes the chapters of a WAV file beside it, as WriteReadAlong() writes ReadAlong::kChapters,
/// where its cue points end before they do. `timeline` is this delivery's own. Returns where;
/// nothing: its cue points hold them, or it is no such file. Throws Error.
std::optional<std::filesystem::path> WriteChaptersBeyondCues(const Script& script,
                                                             const RenderOptions& options,
                                                             const Delivery& delivery,
                                                             const Timeline& timeline);

}  // namespace fullcast
