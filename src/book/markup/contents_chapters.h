// From the blocks of a book of markup and its table of contents to chapters.
#pragma once

#include <string>
#include <vector>

#include "book/markup/contents_marks.h"
#include "book/markup/contents_titles.h"
#include "book/markup/markup_blocks.h"
#include "core/book.h"

namespace fullcast {

/// The draft that the first entry with a chapter's text leads to, or the first heading near the
/// beginning of a book without contents; 0 where there is neither.
std::size_t FirstChapter(const std::vector<ContentsEntry>& contents,
                         const std::vector<MarkupDraft>& drafts, const std::vector<Source>& sources,
                         const std::string& book_title);

/// What the titles of chapters are made of.
struct ChapterNaming {
  TitleSource source = TitleSource::kContents;
  std::string book_title;
  std::string language;  ///< that headings are spoken in, BCP 47
};

/// Cuts the blocks at the places the entries lead to. A part's title shows in its first chapter's
/// title, or in all of them where their numbers begin anew; sections too short for chapters stay in
/// theirs; dedication and epigraph begin the chapter behind them. Where no entry, or
/// only one, leads into the book, chapters are told by headings, and by files that begin with a
/// title. Blocks of a part that is skipped have a reason, and make a chapter of their own.
std::vector<Chapter> CutIntoChapters(std::vector<MarkupDraft> drafts,
                                     const std::vector<Source>& sources,
                                     const std::vector<ContentsEntry>& contents,
                                     const ChapterNaming& naming);

}  // namespace fullcast
