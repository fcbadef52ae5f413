#include "encode/format.h"

#include <algorithm>

#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

const std::vector<Format>& AllFormats() {
  static const std::vector<Format> formats = {Format::kM4b,  Format::kM4a,  Format::kMp3,
                                              Format::kOpus, Format::kFlac, Format::kWav};
  return formats;
}

std::string_view NameOf(Format format) {
  switch (format) {
    case Format::kM4b:
      return "m4b";
    case Format::kM4a:
      return "m4a";
    case Format::kMp3:
      return "mp3";
    case Format::kOpus:
      return "opus";
    case Format::kFlac:
      return "flac";
    case Format::kWav:
      break;
  }
  return "wav";
}

Format FormatNamed(std::string_view name) {
  const std::string lower = Lowercase(name);
  const auto& formats = AllFormats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](Format format) { return NameOf(format) == lower; });
  if (found != formats.end()) return *found;
  std::string names;
  for (const Format format : formats)
    names += (names.empty() ? "" : ", ") + std::string(NameOf(format));
  throw Error("there is no format \"" + std::string(name) + "\"; the formats are " + names);
}

std::optional<Format> FormatOf(const std::filesystem::path& file) {
  const std::string ending = Lowercase(file.extension().string());
  for (const Format format : AllFormats()) {
    if (ending == "." + std::string(NameOf(format))) return format;
  }
  return std::nullopt;
}

std::filesystem::path WithoutFormat(std::filesystem::path file) {
  if (FormatOf(file)) file.replace_extension();
  return file;
}

Codec CodecOf(Format format) {
  switch (format) {
    case Format::kM4b:
    case Format::kM4a:
      return Codec::kAac;
    case Format::kMp3:
      return Codec::kMp3;
    case Format::kOpus:
      return Codec::kOpus;
    case Format::kFlac:
    case Format::kWav:
      break;
  }
  return Codec::kPcm;
}

std::optional<std::size_t> MostChapters(Format format) {
  constexpr std::size_t kMostComments = 1000;
  if (format == Format::kOpus || format == Format::kFlac) return kMostComments;
  return std::nullopt;
}

bool TakesCover(Format format) { return format != Format::kWav; }

}  // namespace fullcast
