#include "book/markup/picture_words.h"

#include <algorithm>

#include "book/headings/heading.h"
#include "book/markup/markup_rules.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using NodeKind = MarkupNode::Kind;

bool IsInitial(std::string_view alt) {
  std::size_t position = 0;
  return !alt.empty() && IsLetter(NextCodePoint(alt, position)) && position == alt.size();
}

bool WordFollows(const Markup& markup, std::size_t picture) {
  const std::size_t next = markup[picture].match + 1;
  if (next >= markup.size() || markup[next].kind != NodeKind::kText) return false;
  std::size_t position = 0;
  return IsLetter(NextCodePoint(markup[next].value, position));
}

bool IsHeading(std::string_view alt) {
  const auto heading = ParseHeading(alt);
  return heading && (heading->number > 0 || heading->kind == HeadingKind::kNamed);
}

}  // namespace

std::string_view WordsOfPicture(const Markup& markup, std::size_t picture, bool may_be_heading) {
  const std::string_view alt = Trim(markup[picture].Attribute("alt"));
  const bool words =
      IsInitial(alt) ? WordFollows(markup, picture) : may_be_heading && IsHeading(alt);
  return words ? alt : std::string_view();
}

bool StandsForHeading(const Markup& markup, std::size_t picture) {
  constexpr std::size_t kNear = 50;  // nodes
  bool alone = false;
  for (std::size_t next = picture + 1; next < std::min(picture + kNear, markup.size()); ++next) {
    const MarkupNode& node = markup[next];
    alone = alone || (node.kind == NodeKind::kEnd && IsBlockTag(node.value));
    if (node.kind != NodeKind::kText || Trim(node.value).empty()) continue;
    const auto below = ParseHeading(Trim(node.value));
    const auto here = ParseHeading(Trim(markup[picture].Attribute("alt")));
    return alone && (!below || !here || below->number != here->number);
  }
  return alone;
}

}  // namespace fullcast
