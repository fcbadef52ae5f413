#include "book/fb2/fb2_reader.h"

#include <algorithm>
#include <utility>

#include "book/fb2/fb2_markup.h"
#include "book/fb2/fb2_metadata.h"
#include "book/markup/contents_chapters.h"
#include "book/markup/markup_blocks.h"
#include "book/markup/markup_frame.h"
#include "book/markup/markup_notes.h"
#include "book/source/archive.h"
#include "book/source/charset.h"
#include "core/error.h"

namespace fullcast {

Book ReadFb2(BookFile file) {
  Book book;
  const SourceText source = DecodeMarkup(file.bytes, file.name);
  const Markup fb2 = ParseMarkup(source, file.name, MarkupKind::kXml);
  book.info = ReadFb2Metadata(fb2);
  if (book.info.title.empty()) book.info.title = file.title;
  book.cover = ReadFb2Cover(fb2);
  const auto [html, contents] = TranslateFb2(fb2, file.name);
  std::vector<MarkupDraft> drafts = MakeMarkupBlocks(source, html, book.info.language);
  if (!AnyIsRead(drafts)) throw Error(Place{file.name}, "there is no text to read in this FB2");
  book.sources.push_back({std::move(file.name), std::move(file.bytes)});
  LinkNotes(drafts, book.sources);
  if (!file.one_of_many)
    SkipTitlePage(drafts, FirstChapter(contents, drafts, book.sources, book.info.title), book.info);
  book.chapters = CutIntoChapters(
      std::move(drafts), book.sources, contents,
      {TitleSource::kContents, file.one_of_many ? std::move(file.title) : book.info.title,
       book.info.language});
  return book;
}

Book ReadZippedFb2(BookFile file) {
  Archive archive(file.bytes, file.name);
  const auto entry = archive.FindEnding(".fb2");
  if (!entry) throw Error(Place{file.name}, "there is no .fb2 file in this archive");
  file.bytes = *archive.Read(*entry);
  return ReadFb2(std::move(file));
}

}  // namespace fullcast
