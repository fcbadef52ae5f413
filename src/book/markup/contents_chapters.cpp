#include "book/markup/contents_chapters.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "book/footnotes.h"
#include "book/headings/capitals.h"
#include "book/headings/chapters.h"
#include "book/headings/heading_ranks.h"
#include "book/markup/markup_rules.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kChapterText = 2'000;  // bytes of a chapter, on average; less is a section
constexpr std::size_t kOwnText = 300;        // bytes below a part's heading that make it a chapter
constexpr std::size_t kPrelude = 4'000;      // bytes before the first chapter that are still none

// An entry and where it leads.
struct Mark {
  std::size_t place = 0;  // index of the draft
  std::string title;
  Heading heading;
  int level = 1;
  std::size_t parent = kNone;
  std::size_t text = 0;      // bytes read up to the next mark
  std::size_t own_read = 0;  // bytes read, headings included
  bool is_part = false;      // its title only shows in its chapters'
  bool is_section = false;

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

// Letters and digits in lower case.
std::string LettersOf(std::string_view text) {
  std::string letters;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLetter(c) || IsDigit(c)) AppendUtf8(letters, ToLower(c));
  }
  return letters;
}

bool IsRead(const MarkupDraft& draft) { return draft.block.skip.empty(); }

class Cutter {
 public:
  Cutter(std::vector<MarkupDraft> drafts, const std::vector<Source>& sources, TitleSource titles,
         std::string book_title)
      : drafts_(std::move(drafts)),
        sources_(sources),
        titles_(titles),
        book_title_(std::move(book_title)) {}

  std::vector<Chapter> Cut(const std::vector<ContentsEntry>& contents) {
    FindMarks(contents);
    if (marks_.empty()) return {};
    Measure();
    for (std::size_t i = 0; i < marks_.size(); ++i) Rank(i);
    return MakeChapters();
  }

  std::vector<MarkupDraft> TakeDrafts() { return std::move(drafts_); }

 private:
  // Where each anchor and each file begins.
  std::map<std::pair<std::string, std::string>, std::size_t> Places() const {
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const std::string& file = sources_[drafts_[i].block.file].name;
      places.try_emplace({file, ""}, i);
      for (const std::string& id : drafts_[i].ids) places.try_emplace({file, id}, i);
    }
    return places;
  }

  void FindMarks(const std::vector<ContentsEntry>& contents) {
    const auto places = Places();
    std::vector<std::size_t> open;  // marks around the entry
    for (const ContentsEntry& entry : contents) {
      while (!open.empty() && marks_[open.back()].level >= entry.level) open.pop_back();
      if (entry.file.empty() || Trim(entry.title).empty()) continue;
      auto found = places.find({entry.file, entry.anchor});
      if (found == places.end()) found = places.find({entry.file, ""});
      if (found == places.end()) continue;
      Mark mark;
      mark.place = found->second;
      mark.title = entry.title;
      mark.level = entry.level;
      if (!open.empty()) mark.parent = open.back();
      open.push_back(marks_.size());
      marks_.push_back(std::move(mark));
    }
    DropDisorder();
    for (Mark& mark : marks_) mark.heading = HeadingOf(mark.title);
  }

  // Entries that lead back, and second ones for the same place that are not inside the first.
  void DropDisorder() {
    std::vector<std::size_t> kept_as(marks_.size(), Mark::kNone);
    std::vector<Mark> kept;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      Mark mark = std::move(marks_[i]);
      if (mark.parent != Mark::kNone) mark.parent = kept_as[mark.parent];
      const bool backwards = !kept.empty() && mark.place < kept.back().place;
      const bool again =
          !kept.empty() && mark.place == kept.back().place && mark.parent != kept.size() - 1;
      if (backwards || again) {
        kept_as[i] = mark.parent;
        continue;
      }
      kept_as[i] = kept.size();
      kept.push_back(std::move(mark));
    }
    marks_ = std::move(kept);
  }

  void Measure() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const std::size_t end = i + 1 < marks_.size() ? marks_[i + 1].place : drafts_.size();
      for (std::size_t d = marks_[i].place; d < end; ++d) {
        if (!IsRead(drafts_[d])) continue;
        marks_[i].own_read += drafts_[d].block.text.size();
        if (drafts_[d].level == 0) marks_[i].text += drafts_[d].block.text.size();
      }
    }
  }

  // Parts have chapters and hardly a text of their own; sections are short.
  void Rank(std::size_t i) {
    Mark& mark = marks_[i];
    std::size_t children = 0;
    std::size_t text = 0;
    bool numbered = true;
    for (std::size_t c = i + 1; c < marks_.size() && marks_[c].level > mark.level; ++c) {
      text += marks_[c].text;
      if (marks_[c].parent != i) continue;
      ++children;
      numbered = numbered && marks_[c].heading.number > 0;
    }
    if (children == 0) return;
    const bool chapters =
        !mark.is_section && (text / children >= kChapterText || (numbered && mark.text < kOwnText));
    for (std::size_t c = i + 1; c < marks_.size() && marks_[c].level > mark.level; ++c) {
      if (marks_[c].parent == i && !chapters) marks_[c].is_section = true;
    }
    mark.is_part = chapters && mark.text < kOwnText;
  }

  [[nodiscard]] bool IsChapter(const Mark& mark) const { return !mark.is_part && !mark.is_section; }

  // A title of a part that says more than the book's does.
  [[nodiscard]] bool ShowsInTitles(const Mark& part) const {
    if (!part.is_part || LettersOf(part.title) == LettersOf(book_title_)) return false;
    for (std::size_t d = part.place; d < drafts_.size() && !IsRead(drafts_[d]); ++d) {
      if (drafts_[d].block.skip == "title page") return false;
    }
    return true;
  }

  [[nodiscard]] std::string PartTitles(std::size_t i, bool with_titles) const {
    std::string titles;
    for (std::size_t p = marks_[i].parent; p != Mark::kNone; p = marks_[p].parent) {
      if (!ShowsInTitles(marks_[p])) continue;
      Heading heading = marks_[p].heading;
      if (!with_titles && heading.number > 0) heading.title.clear();
      titles = TitleOf(heading) + (titles.empty() ? "" : ", ") + titles;
    }
    return titles;
  }

  // Whether the numbers of chapters begin anew in a later part.
  [[nodiscard]] bool CountsAnew() const {
    std::set<int> seen;
    for (const Mark& mark : marks_) {
      const bool in_part = mark.parent != Mark::kNone && marks_[mark.parent].is_part;
      if (!IsChapter(mark) || !in_part || mark.heading.number == 0) continue;
      if (!seen.insert(mark.heading.number).second) return true;
    }
    return false;
  }

  [[nodiscard]] std::string TitleOfChapter(std::size_t i, bool first_of_part, bool all) const {
    const Mark& mark = marks_[i];
    Heading heading = mark.heading;
    const MarkupDraft& draft = drafts_[mark.place];
    if (titles_ == TitleSource::kHeadings && draft.level > 0 &&
        LettersOf(draft.block.text).find(LettersOf(heading.title)) != std::string::npos) {
      heading = draft.heading;
    }
    const bool numbered = heading.number > 0;
    std::string parts;
    if (first_of_part || (all && numbered)) parts = PartTitles(i, first_of_part && !all);
    return (parts.empty() ? "" : parts + ", ") + TitleOf(heading);
  }

  std::vector<Chapter> MakeChapters() {
    const bool all = CountsAnew();
    std::vector<Chapter> chapters;
    std::size_t begin = 0;  // the first draft that is in no chapter yet
    std::set<std::size_t> begun;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (!IsChapter(marks_[i])) continue;
      const std::size_t end = EndOf(i);
      const std::size_t parent = marks_[i].parent;
      const bool first = parent != Mark::kNone && begun.insert(parent).second;
      AddFront(begin, marks_[i].place, chapters);
      // `begin` stays: dedication and epigraph go into the next chapter that is read.
      const bool waiting = i > 0 && begin < marks_[i].place && !chapters.empty();
      if (IsFront(i, end) || (waiting && IsSilent(marks_[i].place, end))) continue;
      MarkTitleBlock(marks_[i]);
      Chapter chapter{TitleOfChapter(i, first, all), {}, marks_[i].level};
      SkipByTitle(marks_[i], end);
      Move(begin, end, chapter);
      begin = end;
      chapters.push_back(std::move(chapter));
    }
    if (begin < drafts_.size() && !chapters.empty()) Move(begin, drafts_.size(), chapters.back());
    return chapters;
  }

  // Where the chapter of this mark ends: at the next part or chapter.
  [[nodiscard]] std::size_t EndOf(std::size_t i) const {
    for (std::size_t n = i + 1; n < marks_.size(); ++n) {
      if (!marks_[n].is_section) return std::max(marks_[n].place, marks_[i].place);
    }
    return drafts_.size();
  }

  // What stands before the first chapter is a chapter of its own if it is long.
  void AddFront(std::size_t& begin, std::size_t end, std::vector<Chapter>& chapters) {
    if (!chapters.empty() || begin >= end) return;
    std::size_t read = 0;
    bool silent = true;
    for (std::size_t d = begin; d < end; ++d) {
      if (IsRead(drafts_[d]) && !drafts_[d].front) read += drafts_[d].block.text.size();
      silent = silent && !IsRead(drafts_[d]);
    }
    if (read <= kPrelude && !silent) return;
    Chapter front{silent ? drafts_[begin].block.skip : kOpening, {}, 1};
    Move(begin, end, front);
    begin = end;
    chapters.push_back(std::move(front));
  }

  [[nodiscard]] bool IsSilent(std::size_t begin, std::size_t end) const {
    return std::none_of(drafts_.begin() + static_cast<std::ptrdiff_t>(begin),
                        drafts_.begin() + static_cast<std::ptrdiff_t>(end), IsRead);
  }

  [[nodiscard]] bool IsFront(std::size_t i, std::size_t end) const {
    const std::string title = Lowercase(Trim(marks_[i].title));
    if (i + 1 >= marks_.size() || marks_[i].own_read > kPrelude) return false;
    if (title == "dedication" || title == "epigraph") return true;
    bool front = false;
    for (std::size_t d = marks_[i].place; d < end; ++d) {
      if (!IsRead(drafts_[d])) continue;
      if (!drafts_[d].front) return false;
      front = true;
    }
    return front;
  }

  // A paragraph that is the chapter's title is its heading.
  void MarkTitleBlock(const Mark& mark) {
    for (std::size_t d = mark.place; d < drafts_.size() && d < mark.place + 3; ++d) {
      MarkupDraft& draft = drafts_[d];
      if (!IsRead(draft)) continue;
      const bool text = draft.level == 0 && draft.block.kind != BlockKind::kSceneBreak;
      if (text && LettersOf(draft.block.text) == LettersOf(mark.title)) {
        draft.level = 1;
        draft.heading = HeadingOf(draft.block.text);
      }
      if (draft.level > 0) chapter_headings_.insert(d);
      return;
    }
  }

  void SkipByTitle(const Mark& mark, std::size_t end) {
    const std::string reason = SkipReasonOfTitle(mark.title);
    if (reason.empty()) return;
    for (std::size_t d = mark.place; d < end; ++d) {
      Block& block = drafts_[d].block;
      if (!block.skip.empty()) continue;
      block.skip = reason;
      if (reason == kFootnoteReason && drafts_[d].level == 0) block.kind = BlockKind::kFootnote;
    }
  }

  void Move(std::size_t begin, std::size_t end, Chapter& chapter) {
    for (std::size_t d = begin; d < end; ++d) {
      MarkupDraft& draft = drafts_[d];
      if (draft.level > 0) {
        draft.block.kind = BlockKind::kHeading;
        const bool section = !chapter_headings_.contains(d);
        draft.block.say = SpokenHeading(draft.heading, section);
        if (draft.block.say == draft.block.text) draft.block.say.clear();
      }
      chapter.blocks.push_back(std::move(draft.block));
    }
  }

  std::vector<MarkupDraft> drafts_;
  const std::vector<Source>& sources_;
  TitleSource titles_;
  std::string book_title_;
  std::vector<Mark> marks_;
  std::set<std::size_t> chapter_headings_;
};

}  // namespace

std::size_t FirstChapter(const std::vector<ContentsEntry>& contents,
                         const std::vector<MarkupDraft>& drafts,
                         const std::vector<Source>& sources) {
  if (contents.empty()) return 0;
  const ContentsEntry& first = contents.front();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::vector<std::string>& ids = drafts[i].ids;
    if (sources[drafts[i].block.file].name != first.file) continue;
    const bool anchored = std::find(ids.begin(), ids.end(), first.anchor) != ids.end();
    if (first.anchor.empty() || anchored) return i;
  }
  return 0;
}

std::vector<Chapter> CutIntoChapters(std::vector<MarkupDraft> drafts,
                                     const std::vector<Source>& sources,
                                     const std::vector<ContentsEntry>& contents, TitleSource titles,
                                     const std::string& book_title) {
  Cutter cutter(std::move(drafts), sources, titles, book_title);
  std::vector<Chapter> chapters = cutter.Cut(contents);
  if (!chapters.empty()) return chapters;
  std::vector<LeveledBlock> blocks;
  for (MarkupDraft& draft : cutter.TakeDrafts()) {
    const int level = IsRead(draft) ? draft.level : 0;
    blocks.push_back({std::move(draft.block), level});
  }
  const Levels levels = FindLevels(blocks, false);
  return MakeChapters(RankBlocks(std::move(blocks), levels), book_title);
}

}  // namespace fullcast
