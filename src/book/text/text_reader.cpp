#include "book/text/text_reader.h"

#include <utility>

#include "book/headings/chapters.h"
#include "book/source/source_text.h"
#include "book/text/outline.h"
#include "book/text/page_numbers.h"
#include "book/text/text_blocks.h"
#include "book/text/title_page.h"

namespace fullcast {

Book ReadPlainText(BookFile file) {
  Book book;
  const SourceText source = Decode(file.bytes, file.name);
  book.warnings = DecodingWarnings(source, file.bytes, file.name);
  std::vector<Line> lines = SplitLines(source.text);
  MarkPageNumbers(source.text, lines);
  TextOutline outline = Outline(source.text, lines);
  book.info = ReadTitlePage(source.text, lines, outline.units);
  if (book.info.title.empty()) book.info.title = file.title;
  SkipTitlePages(source.text, lines, book.info, outline.units);
  book.chapters = MakeChapters(MakeDrafts(source, lines, outline),
                               file.one_of_many ? file.title : book.info.title, book.info.language);
  book.sources.push_back({std::move(file.name), std::move(file.bytes)});
  return book;
}

}  // namespace fullcast
