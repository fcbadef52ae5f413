// Text that is read along with an audiobook.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/script.h"
#include "produce/rendering/render.h"

namespace fullcast {

enum class ReadAlong { kVtt, kSrt, kLrc, kJson, kChapters, kHtml, kEpub, kLpf };

/// "vtt", "srt", "lrc", "json", "chapters", "html", "epub", "lpf". Throws Error.
ReadAlong ReadAlongNamed(std::string_view name);

/// Throws Error if one of these can't be made with this delivery's sound, or if the place of a page
/// or an EPUB is taken by a file that was not made from this book: it may be the book itself. The
/// others belong to the audiobook that they lie beside.
void CheckReadAlong(const Script& script, const RenderOptions& options,
                    const std::vector<ReadAlong>& kinds);

/// Writes these of the first delivery, beside its files, and returns where. The script is the one
/// that was rendered. Throws Error.
std::vector<std::filesystem::path> WriteReadAlong(const Script& script,
                                                  const RenderOptions& options,
                                                  const RenderReport& report,
                                                  const std::vector<ReadAlong>& kinds);

}  // namespace fullcast
