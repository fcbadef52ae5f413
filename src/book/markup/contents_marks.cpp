#include "book/markup/contents_marks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "book/headings/numerals.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Marks = std::vector<ContentsMark>;

constexpr std::size_t kChapterText = 2'000;  // bytes of a chapter, on average; less is a section
constexpr std::size_t kOwnText = 300;        // bytes below a part's heading that make it a chapter

// Where each anchor and each file begins.
std::map<std::pair<std::string, std::string>, std::size_t> Places(
    const std::vector<MarkupDraft>& drafts, const std::vector<Source>& sources) {
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string& file = sources[drafts[i].block.file].name;
    places.try_emplace({file, ""}, i);
    for (const std::string& id : drafts[i].ids) places.try_emplace({file, id}, i);
  }
  return places;
}

// Entries with their places, in the order of the contents.
Marks Follow(const std::vector<ContentsEntry>& contents, const std::vector<MarkupDraft>& drafts,
             const std::vector<Source>& sources) {
  const auto places = Places(drafts, sources);
  Marks marks;
  std::vector<std::size_t> open;  // marks around the entry
  for (const ContentsEntry& entry : contents) {
    while (!open.empty() && marks[open.back()].level >= entry.level) open.pop_back();
    if (entry.file.empty() || Trim(entry.title).empty()) continue;
    auto found = places.find({entry.file, entry.anchor});
    if (found == places.end()) found = places.find({entry.file, ""});
    if (found == places.end()) continue;
    ContentsMark mark;
    mark.place = found->second;
    mark.title = entry.title;
    mark.level = entry.level;
    if (!open.empty()) mark.parent = open.back();
    open.push_back(marks.size());
    marks.push_back(std::move(mark));
  }
  return marks;
}

// The most marks whose places follow each other: a longest sequence that does not decrease.
std::vector<bool> InOrder(const Marks& marks) {
  std::vector<std::size_t> ends;  // of the sequences of each length, the one with the lowest end
  std::vector<std::size_t> before(marks.size(), ContentsMark::kNone);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto longer = std::upper_bound(
        ends.begin(), ends.end(), marks[i].place,
        [&](std::size_t place, std::size_t end) { return place < marks[end].place; });
    if (longer != ends.begin()) before[i] = *(longer - 1);
    if (longer == ends.end()) {
      ends.push_back(i);
    } else {
      *longer = i;
    }
  }
  std::vector<bool> kept(marks.size());
  std::size_t last = ends.empty() ? ContentsMark::kNone : ends.back();
  for (; last != ContentsMark::kNone; last = before[last]) kept[last] = true;
  return kept;
}

// Without entries that lead out of order, and second ones for the same place that are not inside
// the first.
Marks WithoutDisorder(Marks marks) {
  const std::vector<bool> in_order = InOrder(marks);
  std::vector<std::size_t> kept_as(marks.size(), ContentsMark::kNone);
  Marks kept;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    ContentsMark mark = std::move(marks[i]);
    if (mark.parent != ContentsMark::kNone) mark.parent = kept_as[mark.parent];
    const bool again =
        !kept.empty() && mark.place == kept.back().place && mark.parent != kept.size() - 1;
    if (!in_order[i] || again) {
      kept_as[i] = mark.parent;
      continue;
    }
    kept_as[i] = kept.size();
    kept.push_back(std::move(mark));
  }
  return kept;
}

void Measure(const std::vector<MarkupDraft>& drafts, Marks& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t end = i + 1 < marks.size() ? marks[i + 1].place : drafts.size();
    for (std::size_t d = marks[i].place; d < end; ++d) {
      if (!drafts[d].block.IsRead()) continue;
      marks[i].own_read += drafts[d].block.text.size();
      if (drafts[d].level == 0) marks[i].text += drafts[d].block.text.size();
    }
  }
}

// "1 The Ferry", "2 The Oats": numbers that count up in the contents are those of chapters even
// without a stop behind them.
void ReadBareNumbers(Marks& marks) {
  std::vector<std::pair<ContentsMark*, Heading>> found;
  int last = 0;
  for (ContentsMark& mark : marks) {
    const auto numeral = ReadNumeral(mark.title);
    if (mark.heading.kind != HeadingKind::kUntitled || !numeral || numeral->in_words) continue;
    const std::string_view rest = std::string_view(mark.title).substr(numeral->length);
    if (!rest.starts_with(' ') || !IsTitleLike(Trim(rest))) continue;
    if (numeral->value != last + 1 && (numeral->value != 1 || last == 0)) return;
    last = numeral->value;
    Heading heading;
    heading.kind = HeadingKind::kNumber;
    heading.numeral = mark.title.substr(0, numeral->length);
    heading.number = numeral->value;
    heading.title = Trim(rest);
    found.emplace_back(&mark, std::move(heading));
  }
  if (found.size() < 2) return;
  for (auto& [mark, heading] : found) mark->heading = std::move(heading);
}

bool IsPart(const ContentsMark& mark) {
  return mark.heading.kind == HeadingKind::kPart && mark.heading.number > 0;
}

// In contents without levels chapters are inside the part that stands above them, which has hardly
// a text of its own.
void NestInParts(Marks& marks) {
  std::size_t part = ContentsMark::kNone;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    ContentsMark& mark = marks[i];
    const bool deeper = part != ContentsMark::kNone && mark.level > marks[part].level;
    if (deeper || mark.heading.kind == HeadingKind::kNamed) continue;
    if (IsPart(mark)) {
      const bool holds = i + 1 < marks.size() && marks[i + 1].level == mark.level &&
                         !IsPart(marks[i + 1]) && mark.text < kOwnText;
      part = holds ? i : ContentsMark::kNone;
    } else if (part != ContentsMark::kNone && mark.level == marks[part].level) {
      mark.parent = part;
    } else {
      part = ContentsMark::kNone;
    }
  }
  for (ContentsMark& mark : marks) {
    if (mark.parent != ContentsMark::kNone) {
      mark.level = std::max(mark.level, marks[mark.parent].level + 1);
    }
  }
}

void RankMark(std::size_t i, Marks& marks) {
  ContentsMark& mark = marks[i];
  std::size_t children = 0;
  std::size_t text = 0;
  std::size_t numbered = 0;
  for (std::size_t c = i + 1; c < marks.size() && marks[c].level > mark.level; ++c) {
    text += marks[c].text;
    if (marks[c].parent != i) continue;
    ++children;
    if (marks[c].heading.number > 0) ++numbered;
  }
  if (children == 0) return;
  const bool holds_chapters = mark.text < kOwnText && (IsPart(mark) || numbered * 2 >= children);
  const bool chapters = !mark.is_section && (text / children >= kChapterText || holds_chapters);
  for (std::size_t c = i + 1; c < marks.size() && marks[c].level > mark.level; ++c) {
    if (marks[c].parent == i && !chapters) marks[c].is_section = true;
  }
  mark.is_part = chapters && mark.text < kOwnText;
}

}  // namespace

std::vector<ContentsMark> FindMarks(const std::vector<ContentsEntry>& contents,
                                    const std::vector<MarkupDraft>& drafts,
                                    const std::vector<Source>& sources) {
  Marks marks = WithoutDisorder(Follow(contents, drafts, sources));
  for (ContentsMark& mark : marks) mark.heading = HeadingOf(mark.title);
  ReadBareNumbers(marks);
  Measure(drafts, marks);
  NestInParts(marks);
  for (std::size_t i = 0; i < marks.size(); ++i) RankMark(i, marks);
  return marks;
}

bool CountsAnew(const std::vector<ContentsMark>& marks) {
  std::set<int> seen;
  for (const ContentsMark& mark : marks) {
    const bool in_part = mark.parent != ContentsMark::kNone && marks[mark.parent].is_part;
    if (!mark.IsChapter() || !in_part || mark.heading.number == 0) continue;
    if (!seen.insert(mark.heading.number).second) return true;
  }
  return false;
}

}  // namespace fullcast
