#include "book/source/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <type_traits>

#include "book/source/size_limits.h"
#include "core/error.h"
#include "core/utf16.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

struct IconvDeleter {
  void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, IconvDeleter>;

constexpr std::size_t kLongestCharacter = 4;  // bytes, in the encodings that are used for books

// The character that begins at `position`, which is moved behind it.
std::string NextCharacter(iconv_t converter, std::string_view bytes, std::size_t& position) {
  std::string input;
  for (std::size_t size = 1; size <= kLongestCharacter && position + size <= bytes.size(); ++size) {
    input = bytes.substr(position, size);
    std::array<char, 16> output{};
    char* in = input.data();
    char* out = output.data();
    std::size_t in_left = input.size();
    std::size_t out_left = output.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) continue;
    position += size;
    return {output.data(), output.size() - out_left};
  }
  ++position;
  std::string broken;
  AppendUtf8(broken, kReplacementCharacter);
  return broken;
}

SourceText Convert(iconv_t converter, std::string_view bytes) {
  SourceText source;
  source.source_size = bytes.size();
  source.text.reserve(bytes.size() * 2);
  bool in_step = false;
  for (std::size_t position = 0; position < bytes.size();) {
    if (static_cast<unsigned char>(bytes[position]) < 0x80) {
      if (!in_step) source.map.push_back({source.text.size(), position});
      in_step = true;
      source.text += bytes[position++];
      continue;
    }
    source.map.push_back({source.text.size(), position});
    source.text += NextCharacter(converter, bytes, position);
    in_step = false;
  }
  return source;
}

bool IsAsciiSuperset(std::string_view charset) {
  return !charset.starts_with("utf-16") && !charset.starts_with("ucs-") &&
         !charset.starts_with("utf-32") && !charset.starts_with("utf-7") &&
         !charset.starts_with("iso-2022") && !charset.starts_with("ebcdic");
}

}  // namespace

std::string DeclaredCharset(std::string_view bytes) {
  constexpr std::size_t kHead = 2048;
  const std::string head = Lowercase(bytes.substr(0, kHead));
  const bool xml = head.starts_with("<?xml");
  const std::string_view key =
      xml && head.find("encoding") < head.find("?>") ? "encoding" : "charset";
  std::size_t begin = head.find(key);
  if (begin == std::string::npos) return {};
  begin = head.find_first_not_of(" \t\r\n=\"'", begin + key.size());
  if (begin == std::string::npos) return {};
  const std::size_t end =
      head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:+", begin);
  return head.substr(begin, std::min(end, head.size()) - begin);
}

SourceText DecodeAs(std::string_view bytes, const std::string& charset) {
  const iconv_t opened = iconv_open("UTF-8", charset.c_str());
  // iconv_open() gives -1 for a charset that it does not know.
  if (reinterpret_cast<std::intptr_t>(opened) == -1) return {};
  const Converter converter(opened);
  return Convert(converter.get(), bytes);
}

SourceText DecodeMarkup(std::string_view bytes, const std::string& name) {
  constexpr std::array<std::string_view, 6> kByDecode = {"",           "utf-8",     "us-ascii",
                                                         "iso-8859-1", "iso8859-1", "windows-1252"};
  const std::string charset = DeclaredCharset(bytes);
  const bool plain = std::find(kByDecode.begin(), kByDecode.end(), charset) != kByDecode.end();
  if (plain || !IsAsciiSuperset(charset) || HasUtf16Mark(bytes) ||
      bytes.find('\0') != std::string_view::npos || IsValidUtf8(bytes)) {
    return Decode(bytes, name);
  }
  CheckTextBytes(bytes.size(), name);
  const auto foreign = std::count_if(bytes.begin(), bytes.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
  });
  if (static_cast<std::size_t>(foreign) > kMostSteps) {
    throw TooLarge(Place{name}, "this is too much text in " + charset + "; give it in UTF-8");
  }
  SourceText source = DecodeAs(bytes, charset);
  source.name = name;
  return source.text.empty() ? Decode(bytes, name) : source;
}

}  // namespace fullcast
