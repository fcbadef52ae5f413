#include "book/docx/docx_styles.h"

#include <charconv>

#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

// The child of this name, or the element's end.
std::size_t ChildOf(const Markup& markup, std::size_t begin, std::string_view name) {
  const std::size_t end = markup[begin].match;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (markup[i].kind != Kind::kBegin) continue;
    if (markup[i].value == name) return i;
    i = markup[i].match;
  }
  return end;
}

std::size_t FindProperty(const Markup& markup, std::size_t begin, std::string_view properties,
                         std::string_view property) {
  const std::size_t group = ChildOf(markup, begin, properties);
  if (group == markup[begin].match) return group;
  const std::size_t found = ChildOf(markup, group, property);
  return found == markup[group].match ? markup[begin].match : found;
}

// "heading 2" is one of level 2, whatever its outline level says.
int LevelOfName(std::string_view name) {
  constexpr std::string_view kHeading = "heading ";
  if (!name.starts_with(kHeading)) return 0;
  int level = 0;
  std::from_chars(name.data() + kHeading.size(), name.data() + name.size(), level);
  return level >= 1 && level <= 9 ? level : 0;
}

int LevelOfOutline(std::string_view value) {
  int level = 9;
  std::from_chars(value.data(), value.data() + value.size(), level);
  return level >= 0 && level <= 8 ? level + 1 : 0;
}

}  // namespace

bool HasProperty(const Markup& markup, std::size_t begin, std::string_view properties,
                 std::string_view property) {
  const std::size_t found = FindProperty(markup, begin, properties, property);
  if (found == markup[begin].match) return false;
  const std::string_view value = markup[found].Attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::string_view PropertyValue(const Markup& markup, std::size_t begin, std::string_view properties,
                               std::string_view property, std::string_view attribute) {
  const std::size_t found = FindProperty(markup, begin, properties, property);
  return found == markup[begin].match ? std::string_view() : markup[found].Attribute(attribute);
}

DocxStyles::DocxStyles(const Markup& styles) {
  for (std::size_t i = 0; i < styles.size(); ++i) {
    const MarkupNode& node = styles[i];
    if (node.kind != Kind::kBegin) continue;
    if (node.value == "rprdefault") language_ = PropertyValue(styles, i, "rpr", "lang");
    if (node.value != "style") continue;
    DocxStyle style;
    const auto text_of = [&](std::string_view child) -> std::string_view {
      const std::size_t found = ChildOf(styles, i, child);
      return found == node.match ? std::string_view() : styles[found].Attribute("val");
    };
    style.name = Lowercase(text_of("name"));
    style.based_on = text_of("basedon");
    style.outline_level = LevelOfName(style.name);
    const std::string_view outline = PropertyValue(styles, i, "ppr", "outlinelvl");
    if (style.outline_level == 0 && !outline.empty()) style.outline_level = LevelOfOutline(outline);
    const bool characters = node.Attribute("type") == "character";
    style.emphasis =
        characters && (HasProperty(styles, i, "rpr", "i") || HasProperty(styles, i, "rpr", "b"));
    style.hidden = HasProperty(styles, i, "rpr", "vanish");
    styles_.try_emplace(std::string(node.Attribute("styleid")), std::move(style));
  }
}

DocxStyle DocxStyles::Find(std::string_view id) const {
  constexpr int kMostAncestors = 20;  // a document can name a circle
  auto found = styles_.find(id);
  if (found == styles_.end()) return {};
  DocxStyle style = found->second;
  for (int i = 0; i < kMostAncestors && style.outline_level == 0; ++i) {
    found = styles_.find(found->second.based_on);
    if (found == styles_.end()) break;
    style.outline_level = found->second.outline_level;
    style.emphasis = style.emphasis || found->second.emphasis;
    style.hidden = style.hidden || found->second.hidden;
  }
  return style;
}

}  // namespace fullcast
