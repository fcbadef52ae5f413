// The files that a listener's player takes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "encode/encoder.h"

namespace fullcast {

enum class Format { kM4b, kM4a, kMp3, kOpus, kFlac, kWav };

/// All of them, in the order they are shown to a user.
const std::vector<Format>& AllFormats();

/// Name and file extension: "m4b", "mp3", ...
std::string_view NameOf(Format format);

/// The format with this name, in any case. Throws Error that lists the names.
Format FormatNamed(std::string_view name);

/// The format that a file's name ends with; nothing: it has another ending, or none.
std::optional<Format> FormatOf(const std::filesystem::path& file);

/// The path without a format's ending, if it has one: "Mr. Dunn" stays as it is.
std::filesystem::path WithoutFormat(std::filesystem::path file);

Codec CodecOf(Format format);

/// How many chapters such a file keeps (comments CHAPTERxxx count from 000 to 999); nothing: any
/// number.
std::optional<std::size_t> MostChapters(Format format);

/// Whether a cover can be put into such a file.
bool TakesCover(Format format);

}  // namespace fullcast
