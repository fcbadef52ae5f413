#include "book/epub/cover_picture.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "book/markup/markup.h"
#include "book/source/charset.h"
#include "core/error.h"

namespace fullcast {

namespace {

constexpr int kMostSteps = 3;  // page, SVG, picture

bool IsPicture(std::string_view bytes) {
  return bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("\x89PNG\r\n\x1A\n");
}

// RFC 4648; other characters are left out.
std::string DecodeBase64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr int kBitsPerDigit = 6;
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << kBitsPerDigit | static_cast<std::uint32_t>(digit)) & 0xFFFFFU;
    count += kBitsPerDigit;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return bytes;
}

// What the first picture of a page or an SVG refers to.
std::optional<std::string> PictureIn(const Markup& markup) {
  for (const MarkupNode& node : markup) {
    if (node.kind != MarkupNode::Kind::kBegin) continue;
    if (node.value == "img" && !node.Attribute("src").empty()) {
      return std::string(node.Attribute("src"));
    }
    if (node.value == "image" && !node.Attribute("href").empty()) {
      return std::string(node.Attribute("href"));
    }
    if (node.value == "image" && !node.Attribute("xlink:href").empty()) {
      return std::string(node.Attribute("xlink:href"));
    }
  }
  return std::nullopt;
}

}  // namespace

std::string ReadCover(Archive& archive, const EpubPackage& package) {
  std::string file = package.cover_file;
  for (int step = 0; step < kMostSteps && !file.empty(); ++step) {
    const auto name = archive.FindName(file);
    const auto bytes = name ? archive.Read(*name) : std::nullopt;
    if (!bytes) return {};
    if (IsPicture(*bytes)) return *bytes;
    try {
      const auto picture =
          PictureIn(ParseMarkup(DecodeMarkup(*bytes, file), file, MarkupKind::kXhtml));
      if (!picture) return {};
      if (picture->starts_with("data:")) {
        std::string data = DecodeBase64(std::string_view(*picture).substr(picture->find(',') + 1));
        return IsPicture(data) ? data : std::string();
      }
      const auto reference = ResolveReference(*name, *picture);
      file = reference ? reference->file : std::string();
    } catch (const Error&) {
      return {};
    }
  }
  return {};
}

}  // namespace fullcast
