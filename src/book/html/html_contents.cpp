#include "book/html/html_contents.h"

#include <algorithm>
#include <map>
#include <utility>

#include "book/frame/skipped_titles.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kFewestLinks = 3;
constexpr std::size_t kMostBytesBetween = 600;  // of the file, between two links of one list

struct Link {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t target = 0;
  int level = 1;
  std::string title;
  std::string anchor;
};

// "12" that leads to "Page_12": the page of an entry, behind its title.
bool IsPageLink(std::string_view title, std::string_view anchor) {
  return title.find_first_not_of("0123456789ivxlc ") == std::string_view::npos &&
         Lowercase(anchor).starts_with('p');
}

std::vector<Link> Links(const Markup& markup) {
  const auto anchors = AnchorPlaces(markup);
  std::vector<Link> links;
  int lists = 0;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    const MarkupNode& node = markup[i];
    if (node.value == "ul" || node.value == "ol") {
      lists += node.kind == MarkupNode::Kind::kBegin ? 1 : -1;
    }
    const std::string_view href = node.Attribute("href");
    if (node.kind != MarkupNode::Kind::kBegin || node.value != "a" || !href.starts_with('#')) {
      continue;
    }
    const auto anchor = anchors.find(std::string(href.substr(1)));
    std::string title = TextInside(markup, i);
    std::size_t position = 0;
    const bool text = !title.empty() && NextCodePoint(title, position) != '[';
    if (anchor == anchors.end() || !text || anchor->second < node.span.end) continue;
    if (IsPageLink(title, anchor->first)) continue;
    links.push_back({node.span.begin, markup[node.match].span.end, anchor->second,
                     std::max(lists, 1), std::move(title), anchor->first});
  }
  return links;
}

// A list ends before the first place that it leads to.
bool Follows(const Link& first, const Link& before, const Link& link) {
  return link.begin - std::min(before.end, link.begin) <= kMostBytesBetween &&
         link.target >= before.target && link.begin < first.target;
}

bool IsTitle(const Block& block) { return !SkipReasonOfTitle(block.text).empty(); }

}  // namespace

HtmlContents FindContents(const SourceText& source, const Markup& markup, const std::string& name) {
  const std::vector<Link> links = Links(markup);
  std::size_t best = 0;
  std::size_t best_size = 0;
  for (std::size_t begin = 0; begin < links.size();) {
    std::size_t end = begin + 1;
    while (end < links.size() && Follows(links[begin], links[end - 1], links[end])) ++end;
    if (end - begin > best_size) {
      best = begin;
      best_size = end - begin;
    }
    begin = end;
  }
  HtmlContents contents;
  if (best_size < kFewestLinks) return contents;
  for (std::size_t i = best; i < best + best_size; ++i) {
    const bool again = i > best && links[i].target == links[i - 1].target;
    if (!again) contents.entries.push_back({links[i].title, links[i].level, name, links[i].anchor});
  }
  contents.place = {source.SourceOffset(links[best].begin),
                    source.SourceOffset(links[best + best_size - 1].end)};
  return contents;
}

void SkipContents(const HtmlContents& contents, std::vector<MarkupDraft>& drafts) {
  constexpr std::ptrdiff_t kMostBetween = 2;  // blocks, below its title: "CHAP.   PAGE"
  if (contents.entries.empty()) return;
  const auto list = std::find_if(drafts.begin(), drafts.end(), [&](const MarkupDraft& draft) {
    return draft.block.source.end > contents.place.begin;
  });
  auto begin = list;
  while (begin != drafts.begin() && list - begin <= kMostBetween && !IsTitle(begin->block)) --begin;
  if (begin == drafts.end() || !IsTitle(begin->block)) begin = list;
  for (auto draft = drafts.begin(); draft != drafts.end(); ++draft) {
    if (draft->block.source.begin >= contents.place.end) break;
    if (draft < begin && !IsTitle(draft->block)) continue;
    if (draft->block.skip.empty()) draft->block.skip = "contents";
    draft->level = 0;
  }
}

}  // namespace fullcast
