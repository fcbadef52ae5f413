#include "book/text/page_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "book/headings/heading.h"
#include "book/headings/numerals.h"
#include "book/headings/title_letters.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::array<std::string_view, 8> kWords = {"pg.", "pg", "page",  "pag.",
                                                    "p.",  "p",  "seite", "s."};
constexpr std::size_t kLongest = 24;  // bytes of a mark

bool IsNumber(std::string_view text) {
  if (text.empty()) return false;
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  return digits || RomanValue(text).has_value();
}

std::string_view TextOf(std::string_view text, const Line& line) {
  return text.substr(line.text.begin, line.text.end - line.text.begin);
}

// "12" with no more than dashes, brackets and the like around it.
std::optional<int> BareNumber(std::string_view line) {
  if (line.size() > kLongest) return std::nullopt;
  const std::size_t begin = line.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(line.data() + begin, line.data() + line.size(), number);
  const std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()));
  const auto is_frame = [](std::string_view frame) {
    for (std::size_t position = 0; position < frame.size();) {
      const char32_t c = NextCodePoint(frame, position);
      if (IsLetter(c) || IsDigit(c) || c == '.' || c == ':') return false;
    }
    return true;
  };
  if (error != std::errc() || !is_frame(line.substr(0, begin)) || !is_frame(rest)) {
    return std::nullopt;
  }
  return number;
}

// Whether the sentence above a line goes on below it.
bool CutsSentence(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  if (i == 0 || i + 1 >= lines.size() || EndsSentence(TextOf(text, lines[i - 1]))) return false;
  std::size_t begin = lines[i + 1].text.begin;
  return IsLower(NextCodePoint(text, begin));
}

// Bare numbers that count up by one, a few left out, and cut sentences: page numbers.
std::vector<std::size_t> CountingNumbers(std::string_view text, const std::vector<Line>& lines) {
  constexpr int kMostMissing = 8;
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kOneIn = 5;  // so many cut a sentence
  std::vector<std::size_t> places;
  std::size_t cuts = 0;
  int last = -1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto number = BareNumber(TextOf(text, lines[i]));
    if (!number || (last >= 0 && (*number <= last || *number > last + kMostMissing))) continue;
    last = *number;
    places.push_back(i);
    if (CutsSentence(text, lines, i)) ++cuts;
  }
  if (places.size() < kFewest || cuts * kOneIn < places.size()) places.clear();
  return places;
}

// A line at the head of a page: its number, and the title of the book or chapter beside it.
struct RunningHead {
  int number = 0;
  std::string title;  // its letters
};

// "12    THE MILL", "THE MILL    12", but no "CHAPTER 12".
std::optional<RunningHead> RunningHeadOf(std::string_view line) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::size_t kLongestHead = 80;
  constexpr std::size_t kMostDigits = 4;
  const bool in_front = !line.empty() && kDigits.find(line.front()) != kDigits.npos;
  const bool behind = !line.empty() && kDigits.find(line.back()) != kDigits.npos;
  if (in_front == behind || line.size() > kLongestHead) return std::nullopt;
  const std::size_t parting = in_front ? std::min(line.find_first_not_of(kDigits), line.size())
                                       : line.find_last_not_of(kDigits) + 1;
  const std::string_view digits = in_front ? line.substr(0, parting) : line.substr(parting);
  const std::string_view title = Trim(in_front ? line.substr(parting) : line.substr(0, parting));
  if (digits.size() > kMostDigits || !IsSetAsTitle(title) || ParseHeading(line)) {
    return std::nullopt;
  }
  return RunningHead{std::stoi(std::string(digits)), TitleLetters(title)};
}

// Lines with the same title beside numbers that count up, of which some cut a sentence.
std::vector<std::size_t> RunningHeads(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kOneIn = 5;  // so many cut a sentence
  struct Group {
    int last = -1;
    std::vector<std::size_t> places;
  };
  std::map<std::string, Group> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto head = RunningHeadOf(TextOf(text, lines[i]));
    if (!head) continue;
    Group& group = groups[head->title];
    if (head->number <= group.last) continue;
    group.last = head->number;
    group.places.push_back(i);
  }
  std::vector<std::size_t> places;
  std::size_t cuts = 0;
  for (const auto& [title, group] : groups) {
    if (group.places.size() < kFewest) continue;
    for (const std::size_t place : group.places) {
      places.push_back(place);
      if (CutsSentence(text, lines, place)) ++cuts;
    }
  }
  if (cuts * kOneIn < places.size()) places.clear();
  return places;
}

}  // namespace

std::size_t PageMarkLength(std::string_view text) {
  const bool brace = text.starts_with('{');
  if (!brace && !text.starts_with('[')) return 0;
  const std::size_t end = text.substr(0, kLongest).find(brace ? '}' : ']');
  if (end == std::string_view::npos) return 0;
  const std::string inner = Lowercase(Trim(text.substr(1, end - 1)));
  if (brace && IsNumber(inner)) return end + 1;
  for (const std::string_view word : kWords) {
    if (inner.starts_with(word) && IsNumber(Trim(std::string_view(inner).substr(word.size())))) {
      return end + 1;
    }
  }
  return 0;
}

void MarkPageNumbers(std::string_view text, std::vector<Line>& lines) {
  for (Line& line : lines) {
    const std::string_view words = TextOf(text, line);
    line.page_number = !words.empty() && PageMarkLength(words) == words.size();
  }
  for (const std::size_t place : CountingNumbers(text, lines)) lines[place].page_number = true;
  for (const std::size_t place : RunningHeads(text, lines)) lines[place].page_number = true;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i].page_number || !CutsSentence(text, lines, i)) continue;
    lines[i].inside_sentence = true;
    lines[i].blank_before = 0;
    lines[i + 1].blank_before = 0;
  }
}

}  // namespace fullcast
