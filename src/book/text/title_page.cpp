#include "book/text/title_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "book/frame/title_page_lines.h"
#include "book/headings/capitals.h"
#include "book/headings/title_letters.h"
#include "book/source/language_guess.h"
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
    if (auto language = LanguageOfName(After(line, "language:")); !language.empty()) {
      info.language = std::move(language);
    }
    if (i == 0) banner = line;
  }
  ReadBanner(banner, info);
}

bool IsDedication(std::string_view line) {
  constexpr std::array<std::string_view, 4> kBeginnings = {"for ", "to ", "in memory", "dedicated"};
  const std::string lower = Lowercase(line);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return lower.starts_with(beginning); });
}

// A title with "by ..." or "A Novel" in the next line is two.
std::vector<Paragraph> SplitTitle(std::string_view text, const std::vector<Line>& lines,
                                  const Paragraph& paragraph) {
  for (std::size_t i = paragraph.first + 1; i < paragraph.last; ++i) {
    const Span line = lines[i].text;
    if (IsTitlePageLine(Lowercase(text.substr(line.begin, line.end - line.begin)))) {
      return {{paragraph.first, i}, {i, paragraph.last}};
    }
  }
  return {paragraph};
}

// What tells neither title nor author: "A Novel", "Copyright 1911".
bool TellsNothing(std::string_view line) {
  const std::string lower = Lowercase(line);
  if (lower == "by" || lower.starts_with("by ")) return false;
  return IsTitlePageLine(lower) || IsImprint(lower);
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
    if (!unit.skip.empty()) continue;
    for (const Paragraph& part : SplitTitle(text, lines, unit.lines)) {
      std::string line = JoinedText(text, lines, part);
      if (front.empty() || !TellsNothing(line)) front.push_back(std::move(line));
    }
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
  if (!heading || IsDedication(front.front())) return;
  if (front.size() == 2) {
    const bool author_first = front[0].find(". ") != std::string::npos && IsName(front[0]) &&
                              !IsName(front[1]) && IsSetAsTitle(front[1]);
    if (author_first) std::swap(front[0], front[1]);
    if (info.author.empty() && IsName(front[1])) info.author = Title(front[1]);
  }
  if (info.title.empty()) info.title = Title(front.front());
}

// Title pages of one text.
class TitlePages {
 public:
  TitlePages(std::string_view text, const std::vector<Line>& lines, const BookInfo& info,
             std::vector<Unit>& units)
      : text_(text),
        lines_(lines),
        title_(TitleLetters(info.title)),
        author_(TitleLetters(info.author)),
        units_(units) {}

  void SkipFront() {
    const std::size_t end = FirstHeading(0);
    if (end == units_.size()) return;  // no chapters: the text begins at once
    std::size_t i = 0;
    while (i < end && !units_[i].skip.empty()) ++i;
    if (i + 1 < end && IsAuthor(units_[i]) && IsTitle(units_[i + 1])) Skip(units_[i++]);
    if (i < end && IsTitle(units_[i])) {
      for (; i < end && (Belongs(units_[i]) || IsSubtitle(i, end)); ++i) Skip(units_[i]);
    }
    for (; i < end; ++i) {
      if (units_[i].skip.empty() && IsImprint(LowerText(units_[i]))) units_[i].skip = "imprint";
    }
  }

  // In the middle: the title alone, and from there on what belongs to it, up to the next chapter.
  void SkipInside() {
    constexpr std::size_t kMost = 16;  // units of a title page
    for (std::size_t i = FirstHeading(0); i < units_.size(); ++i) {
      const bool candidate = units_[i].skip.empty() && units_[i].rank == Rank::kText;
      if (!candidate || !IsTitle(units_[i]) || LowerText(units_[i]).front() == '"') continue;
      std::size_t end = i;
      while (end < units_.size() && end < i + kMost && units_[end].rank != Rank::kChapter &&
             (units_[end].rank == Rank::kPart || Belongs(units_[end]))) {
        ++end;
      }
      if (end == units_.size() || units_[end].rank != Rank::kChapter) continue;
      for (; i < end; ++i) {
        if (units_[i].rank == Rank::kText) Skip(units_[i]);
      }
    }
  }

 private:
  std::size_t FirstHeading(std::size_t from) const {
    std::size_t i = from;
    while (i < units_.size() && units_[i].rank == Rank::kText) ++i;
    return i;
  }

  std::string LowerText(const Unit& unit) const {
    const std::size_t begin = lines_[unit.lines.first].text.begin;
    std::string lower =
        Lowercase(text_.substr(begin, lines_[unit.lines.last - 1].text.end - begin));
    std::erase(lower, '\r');
    std::erase(lower, '_');
    return lower;
  }

  bool IsShort(const Unit& unit) const { return TextSize(lines_, unit) <= 2 * kLongestName; }

  bool IsTitle(const Unit& unit) const {
    if (title_.empty() || TextSize(lines_, unit) > 2 * kLongestName) return false;
    const std::string line = HeadingText(text_, lines_, unit.lines);
    if (line.ends_with('.') && !IsSetAsTitle(line)) return false;  // a sentence
    const std::string letters = TitleLetters(line);
    return letters == title_ || (letters.starts_with(title_) && title_.size() * 2 > letters.size());
  }

  bool IsAuthor(const Unit& unit) const {
    return !author_.empty() && IsShort(unit) && TitleLetters(LowerText(unit)).ends_with(author_);
  }

  bool Belongs(const Unit& unit) const {
    if (!unit.skip.empty() || unit.scene_break) return true;
    if (!IsShort(unit)) return false;
    const std::string lower = LowerText(unit);
    return IsTitle(unit) || IsAuthor(unit) || IsTitlePageLine(lower);
  }

  // A line in capitals between the title and a line that belongs to the page.
  bool IsSubtitle(std::size_t i, std::size_t end) const {
    return i + 1 < end && IsShort(units_[i]) &&
           IsSetAsTitle(HeadingText(text_, lines_, units_[i].lines)) && Belongs(units_[i + 1]) &&
           units_[i + 1].skip.empty();
  }

  static void Skip(Unit& unit) {
    if (unit.skip.empty()) unit.skip = "title page";
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::string title_;  // in letters
  std::string author_;
  std::vector<Unit>& units_;
};

}  // namespace

void SkipTitlePages(std::string_view text, const std::vector<Line>& lines, const BookInfo& info,
                    std::vector<Unit>& units) {
  TitlePages pages(text, lines, info, units);
  pages.SkipFront();
  pages.SkipInside();
}

BookInfo ReadTitlePage(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<Unit>& units) {
  BookInfo info;
  if (std::string language = GuessLanguage(text); !language.empty()) {
    info.language = std::move(language);
  }
  ReadLabels(text, lines, info);
  if (info.title.empty() || info.author.empty()) ReadFront(text, lines, units, info);
  return info;
}

}  // namespace fullcast
