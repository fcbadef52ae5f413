#include "book/source/source_text.h"

#include <fmt/core.h>

#include <algorithm>

#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleEndianMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigEndianMark = "\xFE\xFF";

SourceText DecodeUtf8(std::string_view bytes, std::size_t start) {
  SourceText source;
  source.text.reserve(bytes.size() - start);
  source.map.push_back({0, start});
  std::size_t copied = start;  // bytes before this are in the text
  for (std::size_t position = start; position < bytes.size();) {
    const std::size_t before = position;
    if (NextCodePoint(bytes, position) != kReplacementCharacter || position - before > 1) continue;
    source.text.append(bytes, copied, before - copied);
    copied = position;
    if (source.foreign_bytes++ == 0) source.first_foreign = before;
    AppendUtf8(source.text, Cp1252CodePoint(static_cast<unsigned char>(bytes[before])));
    source.map.push_back({source.text.size(), position});
  }
  source.text.append(bytes, copied);
  return source;
}

char32_t Utf16Unit(std::string_view bytes, std::size_t position, bool little_endian) {
  const auto first = static_cast<unsigned char>(bytes[position]);
  const auto second = static_cast<unsigned char>(bytes[position + 1]);
  return static_cast<char32_t>(little_endian ? first | second << 8 : first << 8 | second);
}

SourceText DecodeUtf16(std::string_view bytes, bool little_endian) {
  SourceText source;
  source.map.push_back({0, 2});
  for (std::size_t position = 2; position < bytes.size();) {
    char32_t c = kReplacementCharacter;
    std::size_t length = std::min<std::size_t>(2, bytes.size() - position);
    if (length == 2) {
      c = Utf16Unit(bytes, position, little_endian);
      const bool high = c >= 0xD800 && c < 0xDC00;
      const char32_t low =
          high && position + 4 <= bytes.size() ? Utf16Unit(bytes, position + 2, little_endian) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        length = 4;
      } else if (c == 0 || (c >= 0xD800 && c < 0xE000)) {
        c = kReplacementCharacter;
      }
    }
    if (position > 2) source.map.push_back({source.text.size(), position});
    AppendUtf8(source.text, c);
    position += length;
  }
  return source;
}

// Whether a text's first lines say that it is in Latin-1 or Windows-1252, as Project Gutenberg's
// do.
bool DeclaresLatin1(std::string_view bytes) {
  constexpr std::size_t kFront = 5'000;
  constexpr std::string_view kLabel = "character set encoding:";
  const std::string front = Lowercase(bytes.substr(0, kFront));
  const std::size_t label = front.find(kLabel);
  if (label == std::string::npos) return false;
  const std::string_view rest = std::string_view(front).substr(label + kLabel.size());
  const std::string_view name = Trim(rest.substr(0, rest.find_first_of("\r\n")));
  return name == "iso-8859-1" || name == "iso-latin-1" || name == "iso latin-1" ||
         name == "latin1" || name == "latin-1" || name == "windows-1252" || name == "cp-1252" ||
         name == "cp1252";
}

}  // namespace

std::size_t SourceText::SourceOffset(std::size_t text_offset) const {
  if (text_offset >= text.size()) return source_size;
  const auto after = std::upper_bound(
      map.begin(), map.end(), text_offset,
      [](std::size_t offset, const SourceStep& step) { return offset < step.text; });
  const SourceStep& step = *std::prev(after);
  const std::size_t limit = after == map.end() ? source_size : after->source;
  return std::min(step.source + (text_offset - step.text), limit);
}

SourceText Decode(std::string_view bytes, const std::string& name) {
  SourceText source;
  if (bytes.starts_with(kUtf16LittleEndianMark) || bytes.starts_with(kUtf16BigEndianMark)) {
    source = DecodeUtf16(bytes, bytes.starts_with(kUtf16LittleEndianMark));
  } else {
    if (bytes.find('\0') != std::string_view::npos) {
      throw Error(Place{name},
                  "this is not a text file (it contains NUL bytes); give a text, Markdown or "
                  "UTF-16 file with its byte order mark");
    }
    source = DecodeUtf8(bytes, bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0);
  }
  source.source_size = bytes.size();
  if (Trim(source.text).empty()) throw Error(Place{name}, "there is no text in this file");
  return source;
}

std::vector<std::string> DecodingWarnings(const SourceText& source, std::string_view bytes,
                                          const std::string& name) {
  if (source.foreign_bytes == 0 || DeclaresLatin1(bytes)) return {};
  const Place place = PlaceAt(name, bytes, source.first_foreign);
  return {fmt::format("{}:{}:{}: {} {} no UTF-8 and read as Windows-1252", name, place.line,
                      place.column, source.foreign_bytes,
                      source.foreign_bytes == 1 ? "byte is" : "bytes are, from here on,")};
}

}  // namespace fullcast
