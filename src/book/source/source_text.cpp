#include "book/source/source_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "book/source/charset.h"
#include "book/source/charset_guess.h"
#include "book/source/size_limits.h"
#include "core/error.h"
#include "core/utf16.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

SourceText DecodeUtf8(std::string_view bytes, std::size_t start, const std::string& name) {
  SourceText source;
  source.name = name;
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
    CheckCount(source.foreign_bytes, kMostSteps, "bytes that are no UTF-8", source,
               source.text.size());
  }
  source.text.append(bytes, copied);
  return source;
}

SourceText DecodeUtf16(std::string_view bytes, Utf16 order) {
  const std::size_t start = HasUtf16Mark(bytes) ? 2 : 0;
  SourceText source;
  source.map.reserve(bytes.size() / 2 + 1);  // a step a unit: growing would take twice as much
  source.map.push_back({0, start});
  for (std::size_t position = start; position < bytes.size();) {
    char32_t c = kReplacementCharacter;
    std::size_t length = std::min<std::size_t>(2, bytes.size() - position);
    if (length == 2) {
      c = Utf16Unit(bytes, position, order);
      const bool high = c >= 0xD800 && c < 0xDC00;
      const char32_t low =
          high && position + 4 <= bytes.size() ? Utf16Unit(bytes, position + 2, order) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        length = 4;
      } else if (c == 0 || (c >= 0xD800 && c < 0xE000)) {
        c = kReplacementCharacter;
      }
    }
    if (position > start) source.map.push_back({source.text.size(), position});
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

void DecodeAsGuessed(std::string_view bytes, SourceText& source) {
  std::string charset = GuessCharset(bytes);
  if (charset.empty()) return;
  SourceText guessed = DecodeAs(bytes, charset);
  if (guessed.text.empty()) return;
  guessed.foreign_bytes = source.foreign_bytes;
  guessed.first_foreign = source.first_foreign;
  guessed.charset = std::move(charset);
  guessed.name = source.name;
  source = std::move(guessed);
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
  CheckTextBytes(bytes.size(), name);
  SourceText source;
  const Utf16 utf16 = DetectUtf16(bytes);
  if (utf16 != Utf16::kNone) {
    if (bytes.size() > 2 * kMostSteps) {
      throw TooLarge(Place{name}, "this is too much text in UTF-16; give it in UTF-8");
    }
    source = DecodeUtf16(bytes, utf16);
  } else {
    if (bytes.find('\0') != std::string_view::npos) {
      throw Error(Place{name},
                  "this is not a text file (it contains NUL bytes); give a text, Markdown or "
                  "UTF-16 file with its byte order mark");
    }
    source = DecodeUtf8(bytes, bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0, name);
    if (source.foreign_bytes > 0) DecodeAsGuessed(bytes, source);
  }
  source.source_size = bytes.size();
  source.name = name;
  if (Trim(source.text).empty()) throw Error(Place{name}, "there is no text in this file");
  return source;
}

std::vector<std::string> DecodingWarnings(const SourceText& source, std::string_view bytes,
                                          const std::string& name) {
  if (source.foreign_bytes == 0 || DeclaresLatin1(bytes)) return {};
  const Place place = PlaceAt(name, bytes, source.first_foreign);
  return {fmt::format("{}:{}:{}: {} {} no UTF-8 and read as {}", name, place.line, place.column,
                      source.foreign_bytes,
                      source.foreign_bytes == 1 ? "byte is" : "bytes are, from here on,",
                      source.charset)};
}

}  // namespace fullcast
