#include "book/epub/cover_picture.h"

#include <optional>
#include <string_view>

#include "book/markup/markup.h"
#include "book/source/charset.h"
#include "book/source/picture.h"
#include "core/error.h"

namespace fullcast {

namespace {

constexpr int kMostSteps = 3;  // page, SVG, picture

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
