#include "book/markup/contents_chapters.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "book/footnotes.h"
#include "book/frame/skipped_titles.h"
#include "book/frame/title_page_lines.h"
#include "book/headings/chapters.h"
#include "book/headings/heading_ranks.h"
#include "book/headings/heading_text.h"
#include "book/headings/matter_sections.h"
#include "book/headings/title_heading.h"
#include "book/headings/title_letters.h"
#include "book/markup/bold_headings.h"
#include "book/markup/contents_titles.h"
#include "book/markup/draft_list.h"
#include "book/markup/file_contents.h"
#include "book/markup/title_blocks.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kPrelude = 4'000;  // bytes before the first chapter that are still none
constexpr std::size_t kLongestMatter = 20'000;  // bytes that a title alone can keep from being read

bool IsRead(const MarkupDraft& draft) { return draft.block.skip.empty(); }

class Cutter {
 public:
  Cutter(std::vector<MarkupDraft> drafts, const ChapterNaming& naming)
      : drafts_(std::move(drafts)), naming_(naming) {}

  std::vector<Chapter> Cut(std::vector<ContentsMark> marks) {
    marks_ = std::move(marks);
    if (marks_.empty()) return {};
    std::vector<std::size_t> ends;  // of the chapters
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      ends.push_back(EndOf(i));
      if (marks_[i].IsChapter()) ends.back() = SkipByTitle(marks_[i], ends.back());
    }
    return MakeChapters(ends);
  }

 private:
  std::vector<Chapter> MakeChapters(const std::vector<std::size_t>& ends) {
    const ContentsTitles titles(marks_, drafts_, naming_.source, naming_.book_title);
    std::vector<Chapter> chapters;
    std::size_t begin = 0;  // the first draft that is in no chapter yet
    std::set<std::size_t> begun;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].is_part) FindTitleBlocks(marks_[i], drafts_);
      if (!marks_[i].IsChapter()) continue;
      const std::size_t end = ends[i];
      const std::size_t parent = marks_[i].parent;
      const bool first = parent != ContentsMark::kNone && begun.insert(parent).second;
      AddFront(begin, marks_[i].place, chapters);
      // `begin` stays: dedication and epigraph go into the next chapter that is read.
      const bool waiting = i > 0 && begin < marks_[i].place && !chapters.empty();
      if (IsFront(i, end) || (waiting && IsSilent(marks_[i].place, end))) continue;
      for (const std::size_t d : FindTitleBlocks(marks_[i], drafts_)) chapter_headings_.insert(d);
      Chapter chapter{titles.Of(i, first), {}, marks_[i].level};
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
    const std::string& skip = drafts_[begin].block.skip;
    const std::string silent_title = skip == kNoTextReason ? "Front matter" : skip;
    Chapter front{silent ? silent_title : kOpening, {}, 1};
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
    if (IsLittleFront(i)) return true;
    bool front = false;
    for (std::size_t d = marks_[i].place; d < end; ++d) {
      if (!IsRead(drafts_[d])) continue;
      if (!drafts_[d].front) return false;
      front = true;
    }
    return front;
  }

  // What stands ahead of all chapters, under the book's title or "Start", and is hardly a text
  // beside the first of them.
  [[nodiscard]] bool IsLittleFront(std::size_t i) const {
    constexpr std::size_t kLittle = 400;  // bytes
    const ContentsMark& mark = marks_[i];
    if (mark.heading.kind != HeadingKind::kUntitled || mark.own_read == 0) return false;
    if (mark.own_read > kLittle || mark.own_read * 10 > marks_[i + 1].own_read) return false;
    return std::all_of(marks_.begin(), marks_.begin() + static_cast<std::ptrdiff_t>(i),
                       [](const ContentsMark& other) { return other.own_read == 0; });
  }

  // Marks what a title such as "Copyright" stands above as not read, and returns where that ends:
  // for what fills a page, or would be most of a book, at the end of the file, since the contents
  // may lack the entries behind it.
  std::size_t SkipByTitle(const ContentsMark& mark, std::size_t end) {
    const std::string reason = SkipReasonOfTitle(mark.title);
    if (reason.empty()) return end;
    std::size_t read = 0;
    for (std::size_t d = mark.place; d < end; ++d) {
      if (IsRead(drafts_[d])) read += drafts_[d].block.text.size();
    }
    if (read > kLongestMatter || FillsAPage(reason)) end = EndOfFile(mark.place, end);
    for (std::size_t d = mark.place; d < end; ++d) {
      Block& block = drafts_[d].block;
      const bool other_page = block.file != drafts_[mark.place].block.file;
      if (!block.skip.empty() || (other_page && drafts_[d].front)) continue;
      block.skip = reason;
      if (reason == kFootnoteReason && drafts_[d].level == 0) block.kind = BlockKind::kFootnote;
    }
    return end;
  }

  static bool FillsAPage(std::string_view reason) {
    return reason == "title page" || reason == "imprint" || reason == "cover";
  }

  // Where the file that holds this place ends, or `most`.
  [[nodiscard]] std::size_t EndOfFile(std::size_t place, std::size_t most) const {
    std::size_t end = place;
    while (end < most && drafts_[end].block.file == drafts_[place].block.file) ++end;
    return end;
  }

  void Move(std::size_t begin, std::size_t end, Chapter& chapter) {
    for (std::size_t d = begin; d < end; ++d) {
      MarkupDraft& draft = drafts_[d];
      if (draft.level > 0) {
        draft.block.kind = BlockKind::kHeading;
        const bool section = !chapter_headings_.contains(d);
        draft.block.say = SpokenHeading(draft.heading, section, naming_.language);
        if (draft.block.say == draft.block.text) draft.block.say.clear();
      }
      chapter.blocks.push_back(std::move(draft.block));
    }
  }

  std::vector<MarkupDraft> drafts_;
  const ChapterNaming& naming_;
  std::vector<ContentsMark> marks_;
  std::set<std::size_t> chapter_headings_;
};

bool AnyHeading(const std::vector<MarkupDraft>& drafts) {
  return std::any_of(drafts.begin(), drafts.end(),
                     [](const MarkupDraft& draft) { return IsRead(draft) && draft.level > 0; });
}

// Chapters by headings, and by paragraphs that read like some.
std::vector<Chapter> ChaptersByHeadings(std::vector<MarkupDraft> drafts,
                                        const ChapterNaming& naming) {
  PromoteBoldTitles(drafts);
  std::vector<LeveledBlock> blocks;
  blocks.reserve(drafts.size());
  for (MarkupDraft& draft : drafts) {
    const int level = IsRead(draft) ? draft.level : 0;
    blocks.push_back({std::move(draft.block), level});
  }
  SkipMatterSections(blocks);
  const Levels levels = FindLevels(blocks, false);
  SkipTitleHeading(blocks, levels.title, AuthorBelowTitle(blocks, levels.title));
  return MakeChapters(RankBlocks(std::move(blocks), levels), naming.book_title, naming.language);
}

std::size_t CountRead(const std::vector<Chapter>& chapters) {
  return static_cast<std::size_t>(
      std::count_if(chapters.begin(), chapters.end(), [](const Chapter& chapter) {
        return std::any_of(chapter.blocks.begin(), chapter.blocks.end(),
                           [](const Block& block) { return block.IsRead(); });
      }));
}

// Whether contents cut the book: they do not if they only lead to its beginning.
bool Cut(const std::vector<ContentsMark>& marks) {
  return std::count_if(marks.begin(), marks.end(), [](const ContentsMark& mark) {
           return mark.IsChapter() && mark.own_read > 0;
         }) > 1;
}

// The marks of the contents, or of the files where the book has neither contents nor headings.
std::vector<ContentsMark> MarksOf(const std::vector<ContentsEntry>& contents,
                                  const std::vector<MarkupDraft>& drafts,
                                  const std::vector<Source>& sources) {
  std::vector<ContentsMark> marks = FindMarks(contents, drafts, sources);
  if (Cut(marks) || AnyHeading(drafts)) return marks;
  std::vector<ContentsMark> files = FindMarks(ContentsOfFiles(drafts, sources), drafts, sources);
  return Cut(files) ? files : marks;
}

// "A Comedy in Two Acts": a heading that belongs to the book's title, with hardly a text below.
bool IsBelowTitle(const std::vector<MarkupDraft>& drafts, std::size_t i) {
  constexpr std::size_t kLittle = 200;  // bytes
  const std::string line = Lowercase(drafts[i].block.text);
  if (line.starts_with("by ")) return true;
  if (!IsTitlePageLine(line)) return false;
  std::size_t text = 0;
  while (++i < drafts.size() && drafts[i].level == 0) text += drafts[i].block.text.size();
  return text <= kLittle;
}

// "Chapter One" where only its words tell what it is.
bool IsPlainHeading(const MarkupDraft& draft) {
  constexpr std::size_t kLongestTitle = 80;  // bytes
  if (draft.link || draft.block.text.size() > kLongestTitle) return false;
  const auto heading = ParseHeading(draft.block.text);
  return heading && (heading->number > 0 || heading->kind == HeadingKind::kNamed);
}

// Where the first heading stands that is not the book's title, near the beginning; else 0.
std::size_t FirstHeading(const std::vector<MarkupDraft>& drafts, const std::string& book_title) {
  constexpr std::size_t kMostBlocks = 40;
  const bool marked = AnyHeading(drafts);
  for (std::size_t i = 0; i < std::min(drafts.size(), kMostBlocks); ++i) {
    if (!IsRead(drafts[i])) continue;
    if (marked ? drafts[i].level == 0 : !IsPlainHeading(drafts[i])) continue;
    if (!SkipReasonOfTitle(drafts[i].block.text).empty() || IsBelowTitle(drafts, i)) continue;
    if (TitleLetters(drafts[i].block.text) != TitleLetters(book_title)) return i;
  }
  return 0;
}

}  // namespace

std::size_t FirstChapter(const std::vector<ContentsEntry>& contents,
                         const std::vector<MarkupDraft>& drafts, const std::vector<Source>& sources,
                         const std::string& book_title) {
  constexpr std::size_t kChapterText = 2'000;  // bytes
  const std::vector<ContentsMark> marks = MarksOf(contents, drafts, sources);
  if (!Cut(marks)) return FirstHeading(drafts, book_title);
  std::size_t longest = 0;
  for (const ContentsMark& mark : marks) longest = std::max(longest, mark.own_read);
  const auto first = std::find_if(marks.begin(), marks.end(), [&](const ContentsMark& mark) {
    return mark.own_read >= std::min(kChapterText, longest / 2);
  });
  return first->place;
}

std::vector<Chapter> CutIntoChapters(std::vector<MarkupDraft> drafts,
                                     const std::vector<Source>& sources,
                                     const std::vector<ContentsEntry>& contents,
                                     const ChapterNaming& naming) {
  std::vector<ContentsMark> marks = MarksOf(contents, drafts, sources);
  if (!Cut(marks)) {
    std::vector<Chapter> chapters = ChaptersByHeadings(drafts, naming);
    if (marks.empty() || CountRead(chapters) > 1) return chapters;
  }
  return Cutter(std::move(drafts), naming).Cut(std::move(marks));
}

}  // namespace fullcast
