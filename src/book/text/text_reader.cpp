#include "book/text/text_reader.h"

#include <algorithm>
#include <utility>

#include "book/headings/chapters.h"
#include "book/source/size_limits.h"
#include "book/source/source_text.h"
#include "book/text/outline.h"
#include "book/text/page_numbers.h"
#include "book/text/text_blocks.h"
#include "book/text/title_page.h"

namespace fullcast {

namespace {

void CheckLines(const SourceText& source) {
  const std::string_view text = source.text;
  const auto ends =
      std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  CheckCount(static_cast<std::size_t>(ends), 2 * kMostLines, "ends of lines", source, text.size());
}

void CheckParagraphs(const SourceText& source, const std::vector<Line>& lines,
                     const std::vector<Paragraph>& paragraphs) {
  if (paragraphs.size() <= kMostParagraphs) return;
  CheckCount(paragraphs.size(), kMostParagraphs, "paragraphs", source,
             lines[paragraphs[kMostParagraphs].first].text.begin);
}

}  // namespace

Book ReadPlainText(BookFile file) {
  Book book;
  const SourceText source = Decode(file.bytes, file.name);
  book.warnings = DecodingWarnings(source, file.bytes, file.name);
  CheckLines(source);
  std::vector<Line> lines = SplitLines(source.text);
  MarkPageNumbers(source.text, lines);
  const std::vector<Paragraph> paragraphs = SplitParagraphs(source.text, lines);
  CheckParagraphs(source, lines, paragraphs);
  TextOutline outline = Outline(source.text, lines, paragraphs);
  book.info = ReadTitlePage(source.text, lines, outline.units);
  if (book.info.title.empty()) book.info.title = file.title;
  SkipTitlePages(source.text, lines, book.info, outline.units);
  book.chapters = MakeChapters(MakeDrafts(source, lines, outline),
                               file.one_of_many ? file.title : book.info.title, book.info.language);
  book.sources.push_back({std::move(file.name), std::move(file.bytes)});
  return book;
}

}  // namespace fullcast
