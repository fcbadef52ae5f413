#include "book/title_page.h"

#include <algorithm>

#include "book/capitals.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kFrontLines = 60;
constexpr std::size_t kLongestName = 100;  // bytes of a title or an author

// What follows "label" at the start of the line, in any case.
std::string_view After(std::string_view line, std::string_view label) {
  if (Lowercase(line.substr(0, label.size())) != label) return {};
  return Trim(line.substr(label.size()));
}

// A title or an author, as it stands on a title page.
std::string Title(std::string_view text) {
  const bool initial = text.size() > 2 && text.ends_with('.') && text[text.size() - 3] == ' ';
  if (text.ends_with(',') || (text.ends_with('.') && !initial)) text.remove_suffix(1);
  return CalmCapitals(HeadingTitle(text));
}

// "The Project Gutenberg EBook of X, by Y", "Project Gutenberg's X, by Y".
void ReadBanner(std::string_view line, BookInfo& info) {
  constexpr std::string_view kBook = "book of ";
  std::string_view rest = After(line, "project gutenberg's ");
  if (rest.empty()) rest = After(line, "project gutenberg\u2019s ");
  if (rest.empty()) {
    const std::string lower = Lowercase(line);
    const std::size_t place = lower.find(kBook);
    if (!lower.starts_with("the project gutenberg e") || place == std::string::npos) return;
    rest = line.substr(place + kBook.size());
  }
  const std::size_t by = rest.rfind(", by ");
  if (info.title.empty()) info.title = Title(rest.substr(0, by));
  if (info.author.empty() && by != std::string_view::npos) {
    info.author = Title(rest.substr(by + 5));
  }
}

void ReadLabels(std::string_view text, const std::vector<Line>& lines, BookInfo& info) {
  std::string_view banner;
  for (std::size_t i = 0; i < std::min(lines.size(), kFrontLines); ++i) {
    const auto line = text.substr(lines[i].text.begin, lines[i].text.end - lines[i].text.begin);
    if (line.size() > 2 * kLongestName) break;  // the text has begun
    if (info.title.empty()) info.title = Title(After(line, "title:"));
    if (info.author.empty()) info.author = Title(After(line, "author:"));
    if (i == 0) banner = line;
  }
  ReadBanner(banner, info);
}

// Paragraphs above the first heading: a title alone, or with "by" and the author below it.
void ReadFront(std::string_view text, const std::vector<Line>& lines,
               const std::vector<Unit>& units, BookInfo& info) {
  constexpr std::size_t kMostUnits = 8;
  std::vector<std::string> front;
  bool heading = false;
  for (const Unit& unit : units) {
    heading = unit.rank != Rank::kText;
    if (heading || front.size() == kMostUnits) break;
    if (unit.skip.empty()) front.push_back(JoinedText(text, lines, unit.lines));
  }
  if (front.empty() || front.front().size() > kLongestName || !IsSetAsTitle(front.front())) return;
  for (std::size_t i = 1; i < front.size(); ++i) {
    std::string_view author = After(front[i], "by ");
    if (author.empty() && Lowercase(front[i]) == "by" && i + 1 < front.size())
      author = front[i + 1];
    if (author.empty() || author.size() > kLongestName || !IsTitleLike(author)) continue;
    if (info.author.empty()) info.author = Title(author);
    if (info.title.empty()) info.title = Title(front.front());
    return;
  }
  if (info.title.empty() && heading) info.title = Title(front.front());
}

}  // namespace

BookInfo ReadTitlePage(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<Unit>& units) {
  BookInfo info;
  ReadLabels(text, lines, info);
  if (info.title.empty() || info.author.empty()) ReadFront(text, lines, units, info);
  return info;
}

}  // namespace fullcast
