#include "book/markup/scene_elements.h"

#include <map>
#include <string>
#include <string_view>

#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

constexpr std::size_t kParagraphsToABreak = 4;

// What a paragraph without text holds.
enum class Holds { kText, kNothing, kSpace, kOrnament };

Holds Look(const Markup& markup, std::size_t begin,
           const std::map<std::string_view, std::size_t>& pictures) {
  Holds holds = Holds::kNothing;
  for (std::size_t i = begin + 1; i < markup[begin].match; ++i) {
    const MarkupNode& node = markup[i];
    if (node.kind == Kind::kText) {
      if (!Trim(node.value).empty()) return Holds::kText;
      if (node.value.find("\u00A0") != std::string::npos) holds = Holds::kSpace;
    } else if (node.kind == Kind::kBegin && node.value == "img") {
      return pictures.at(node.Attribute("src")) > 1 ? Holds::kOrnament : Holds::kText;
    } else if (node.kind == Kind::kBegin && node.value == "br") {
      holds = Holds::kSpace;
    } else if (node.value == "p" || node.value == "hr") {
      return Holds::kText;
    }
  }
  return holds;
}

// Whether the nearest element on each side is a paragraph, too.
bool IsBetweenParagraphs(const Markup& markup, std::size_t begin) {
  std::size_t before = begin;
  while (before > 0 && markup[before - 1].kind == Kind::kText) --before;
  std::size_t behind = markup[begin].match + 1;
  while (behind < markup.size() && markup[behind].kind == Kind::kText) ++behind;
  return before > 0 && markup[before - 1].value == "p" && markup[before - 1].kind == Kind::kEnd &&
         behind < markup.size() && markup[behind].value == "p" &&
         markup[behind].kind == Kind::kBegin;
}

}  // namespace

std::set<std::size_t> SceneBreakElements(const Markup& markup) {
  std::map<std::string_view, std::size_t> pictures;
  std::size_t paragraphs = 0;
  for (const MarkupNode& node : markup) {
    if (node.kind != Kind::kBegin) continue;
    if (node.value == "p") ++paragraphs;
    if (node.value == "img") ++pictures[node.Attribute("src")];
  }
  std::set<std::size_t> breaks;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i].kind != Kind::kBegin || markup[i].value != "p") continue;
    const Holds holds = Look(markup, i, pictures);
    const bool blank = holds == Holds::kSpace || holds == Holds::kOrnament;
    if (blank && IsBetweenParagraphs(markup, i)) breaks.insert(i);
    if (holds != Holds::kText) i = markup[i].match;
  }
  if (breaks.size() > 1 && breaks.size() * kParagraphsToABreak > paragraphs) breaks.clear();
  return breaks;
}

}  // namespace fullcast
