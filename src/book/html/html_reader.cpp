#include "book/html/html_reader.h"

#include <algorithm>
#include <utility>

#include "book/headings/heading.h"
#include "book/html/html_contents.h"
#include "book/html/website_frame.h"
#include "book/markup/contents_chapters.h"
#include "book/markup/markup.h"
#include "book/markup/markup_frame.h"
#include "book/markup/markup_notes.h"
#include "book/source/charset.h"
#include "book/source/language_guess.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

std::string RootLanguage(const Markup& markup) {
  const std::size_t html = FindElement(markup, "html", 0, markup.size());
  if (html == markup.size()) return {};
  const std::string_view language = markup[html].Attribute("xml:lang");
  return std::string(language.empty() ? markup[html].Attribute("lang") : language);
}

// The text of the page's <title>; or of what has that class, or of its only <h1> that is no
// chapter's.
std::string DocumentTitle(const Markup& markup) {
  const std::size_t title = FindElement(markup, "title", 0, markup.size());
  std::string text = title == markup.size() ? std::string() : TextInside(markup, title);
  std::size_t headings = 0;
  for (std::size_t i = 0; i < markup.size() && text.empty(); ++i) {
    if (markup[i].kind != MarkupNode::Kind::kBegin) continue;
    if (HasWord(markup[i].Attribute("class"), "title")) text = TextInside(markup, i);
    if (markup[i].value == "h1") ++headings;
  }
  if (!text.empty() || headings != 1) return text;
  text = TextInside(markup, FindElement(markup, "h1", 0, markup.size()));
  const auto heading = ParseHeading(text);
  return heading && heading->number > 0 ? std::string() : text;
}

// "The Project Gutenberg eBook of Emma, by Jane Austen" is Emma, by Jane Austen; what follows a bar
// is the website.
void TakeDocumentTitle(const Markup& markup, BookInfo& info) {
  std::string text = DocumentTitle(markup);
  const std::string lower = Lowercase(text);
  const std::size_t of = lower.find(" of ");
  const bool gutenberg = lower.find("project gutenberg") != std::string::npos;
  if (gutenberg && of != std::string::npos && lower.find("project gutenberg") < of) {
    text.erase(0, of + 4);
  }
  if (const std::size_t site = text.find(" | "); site != std::string::npos) text.resize(site);
  const std::size_t by = Lowercase(text).rfind(", by ");
  if (by != std::string::npos) {
    constexpr std::size_t kBy = 5;
    if (info.author.empty()) info.author = text.substr(by + kBy);
    text.resize(by);
  }
  if (info.title.empty()) info.title = text;
}

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// "Marlow, Edith, 1871-1940", as libraries order them, is Edith Marlow.
std::string NaturalName(std::string name) {
  constexpr std::string_view kComma = ", ";
  const std::size_t last = name.rfind(kComma);
  if (last == std::string::npos) return name;
  const std::string behind = name.substr(last + kComma.size());
  if (std::none_of(behind.begin(), behind.end(), IsAsciiDigit)) return name;
  name.resize(last);
  const std::size_t family = name.find(kComma);
  if (family == std::string::npos) return name;
  return name.substr(family + kComma.size()) + ' ' + name.substr(0, family);
}

// The year of "1911-05-01", or nothing.
std::string YearOf(std::string_view date) {
  constexpr std::size_t kDigits = 4;
  const std::string_view year = date.substr(0, kDigits);
  const bool all = year.size() == kDigits && std::all_of(year.begin(), year.end(), IsAsciiDigit);
  return all ? std::string(year) : std::string();
}

void TakeMeta(const Markup& markup, BookInfo& info) {
  for (const MarkupNode& node : markup) {
    if (node.kind != MarkupNode::Kind::kBegin || node.value != "meta") continue;
    const std::string name = Lowercase(node.Attribute("name"));
    const std::string content(Trim(node.Attribute("content")));
    if (name == "author") info.author = content;
    if (name == "dc.creator" && info.author.empty()) info.author = NaturalName(content);
    if (name == "dcterms.date" && info.year.empty()) info.year = YearOf(content);
    if (name == "dc.title") info.title = content;
    if (name == "description" && info.description.empty()) info.description = content;
    if (name == "dc.language") info.language = content;
  }
}

}  // namespace

Book ReadHtml(BookFile file) {
  Book book;
  const SourceText source = DecodeMarkup(file.bytes, file.name);
  const bool xml = source.text.starts_with("<?xml");
  const Markup markup =
      ParseMarkup(source, file.name, xml ? MarkupKind::kXhtml : MarkupKind::kHtml);
  std::string language = RootLanguage(markup);
  if (language.empty()) language = GuessLanguage(source.text);
  if (!language.empty()) book.info.language = language;
  TakeMeta(markup, book.info);
  std::vector<MarkupDraft> drafts = MakeMarkupBlocks(source, markup, book.info.language);
  if (!AnyIsRead(drafts)) throw Error(Place{file.name}, "there is no text to read in this file");
  SkipFrame(drafts, book.info);
  SkipWebsiteFrame(source, markup, drafts);
  TakeDocumentTitle(markup, book.info);
  const HtmlContents contents = FindContents(source, markup, file.name);
  SkipContents(contents, drafts);
  book.sources.push_back({std::move(file.name), std::move(file.bytes)});
  LinkNotes(drafts, book.sources);
  if (!file.one_of_many)
    SkipTitlePage(drafts, FirstChapter(contents.entries, drafts, book.sources, book.info.title),
                  book.info);
  if (book.info.title.empty()) book.info.title = file.title;
  book.chapters =
      CutIntoChapters(std::move(drafts), book.sources, contents.entries,
                      {TitleSource::kHeadings, file.one_of_many ? file.title : book.info.title,
                       book.info.language});
  return book;
}

}  // namespace fullcast
