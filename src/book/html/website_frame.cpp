#include "book/html/website_frame.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

constexpr const char* kReason = "navigation";

// An element in bytes of the file.
Span RangeOf(const SourceText& source, const Markup& markup, std::size_t begin) {
  const std::size_t end = markup[markup[begin].match].span.end;
  return {source.SourceOffset(markup[begin].span.begin), source.SourceOffset(end)};
}

// The element of this name, if there is one only; else the size of the markup.
std::size_t OnlyElement(const Markup& markup, std::string_view name) {
  const std::size_t first = FindElement(markup, name, 0, markup.size());
  if (first == markup.size()) return first;
  const bool only = FindElement(markup, name, first + 1, markup.size()) == markup.size();
  return only ? first : markup.size();
}

bool IsInside(const Block& block, Span place) {
  return block.source.end > place.begin && block.source.end <= place.end;
}

// Whether a link's text leads to another page of the same book.
bool LeadsOn(std::string_view text) {
  constexpr std::array<std::string_view, 9> kBeginnings = {
      "prev", "next", "home", "contents", "table of contents", "index", "back", "first", "last"};
  std::string lower = Lowercase(text);
  const std::size_t letter = lower.find_first_of("abcdefghijklmnopqrstuvwxyz");
  if (letter == std::string::npos) return true;
  lower.erase(0, letter);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return lower.starts_with(beginning); });
}

bool HasLetters(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    if (IsLetter(NextCodePoint(text, position))) return true;
  }
  return false;
}

// Whether a paragraph has links to other pages and no other words.
bool IsOnlyLinks(const Markup& markup, std::size_t begin) {
  bool links = false;
  for (std::size_t i = begin + 1; i < markup[begin].match; ++i) {
    const MarkupNode& node = markup[i];
    if (node.kind == Kind::kText && HasLetters(node.value)) return false;
    if (node.kind != Kind::kBegin || node.value != "a") continue;
    const bool elsewhere = !node.Attribute("href").empty() && node.Attribute("href")[0] != '#';
    if (!elsewhere || !LeadsOn(TextInside(markup, i))) return false;
    links = true;
    i = node.match;
  }
  return links;
}

void Skip(Block& block) {
  if (block.skip.empty()) block.skip = kReason;
}

void SkipOutside(Span place, std::vector<MarkupDraft>& drafts) {
  std::size_t all = 0;
  std::size_t inside = 0;
  for (const MarkupDraft& draft : drafts) {
    if (!draft.block.IsRead()) continue;
    all += draft.block.text.size();
    if (IsInside(draft.block, place)) inside += draft.block.text.size();
  }
  if (inside * 2 <= all) return;
  for (MarkupDraft& draft : drafts) {
    if (IsInside(draft.block, place)) continue;
    Skip(draft.block);
    draft.level = 0;
  }
}

}  // namespace

void SkipWebsiteFrame(const SourceText& source, const Markup& markup,
                      std::vector<MarkupDraft>& drafts) {
  std::size_t text = OnlyElement(markup, "main");
  if (text == markup.size()) text = OnlyElement(markup, "article");
  if (text < markup.size()) SkipOutside(RangeOf(source, markup, text), drafts);
  auto draft = drafts.begin();
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i].kind != Kind::kBegin || markup[i].value != "p") continue;
    if (!IsOnlyLinks(markup, i)) continue;
    const Span place = RangeOf(source, markup, i);
    while (draft != drafts.end() && draft->block.source.end <= place.begin) ++draft;
    for (; draft != drafts.end() && IsInside(draft->block, place); ++draft) Skip(draft->block);
  }
}

}  // namespace fullcast
