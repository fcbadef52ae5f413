#include "book/headings/heading.h"

#include <algorithm>
#include <array>
#include <span>

#include "book/headings/capitals.h"
#include "book/headings/numerals.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestHeading = 500;
constexpr std::array<std::string_view, 7> kPartWords = {"part", "volume", "vol.", "vol",
                                                        "book", "act",    "bk."};
constexpr std::array<std::string_view, 12> kChapterWords = {
    "chapter", "chap.", "chap",   "ch.",     "adventure", "stave",
    "canto",   "scene", "letter", "episode", "story",     "tale"};
constexpr std::array<std::string_view, 22> kNames = {
    "preface",          "prologue",        "epilogue",      "introduction",
    "foreword",         "afterword",       "conclusion",    "appendix",
    "postscript",       "prelude",         "interlude",     "dedication",
    "introductory",     "postlude",        "coda",          "epigraph",
    "acknowledgements", "acknowledgments", "author's note", "author’s note",
    "prolog",           "epilog"};

struct WordMatch {
  std::string_view word;
  std::size_t length;
};

// The listed word the text begins with, without regard to case.
std::optional<WordMatch> MatchWord(std::string_view text, std::span<const std::string_view> words) {
  constexpr std::size_t kLongestWord = 20;
  const std::string lower = Lowercase(text.substr(0, kLongestWord));
  for (const std::string_view word : words) {
    if (!lower.starts_with(word)) continue;
    std::size_t behind = word.size();
    if (behind < text.size() && IsLetter(NextCodePoint(text, behind)) && word.back() != '.')
      continue;
    return WordMatch{word, word.size()};
  }
  return std::nullopt;
}

bool IsOrnament(char32_t c) {
  return !IsLetter(c) && !IsDigit(c) && c != '"' && c != '\'' && c != '?' && c != '!' && c != '.' &&
         c != 0x2018 && c != 0x2019 && c != 0x201C && c != 0x201D && c != '(' && c != ')' &&
         c != '&' && c != ',' && c != ';' && c != ':' && c != 0x2026;
}

// Without dashes, stars, brackets, ... at the ends.
std::string_view WithoutOrnaments(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!IsOrnament(NextCodePoint(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t previous = end;
    if (!IsOrnament(PreviousCodePoint(text, previous))) break;
    end = previous;
  }
  std::string_view inner = text.substr(begin, end - begin);
  if (inner.starts_with('(') && inner.ends_with(')')) inner = inner.substr(1, inner.size() - 2);
  return Trim(inner);
}

bool IsSeparator(char32_t c) {
  return c == '.' || c == ':' || c == '-' || c == ')' || c == ']' || c == 0x2013 || c == 0x2014;
}

// What follows the number: nothing, or separators and a title. False: a sentence goes on.
bool ReadTitle(std::string_view rest, bool separator_needed, Heading& heading) {
  std::size_t position = 0;
  bool separated = false;
  while (position < rest.size()) {
    std::size_t next = position;
    const char32_t c = NextCodePoint(rest, next);
    if (!IsSeparator(c) && !IsSpace(c)) break;
    separated = separated || IsSeparator(c);
    heading.colon = heading.colon || c == ':';
    position = next;
  }
  const std::string_view title = rest.substr(position);
  if (title.empty()) return true;
  if (position == 0 || (separator_needed && !separated)) return false;
  std::size_t start = 0;
  const char32_t first = NextCodePoint(title, start);
  if (IsLower(first) || (!separated && !IsTitleLike(title))) return false;
  heading.title = WithoutOrnaments(title);
  return true;
}

std::optional<Heading> ParseNumbered(std::string_view text, HeadingKind kind,
                                     std::size_t word_length) {
  Heading heading{kind, std::string(text.substr(0, word_length)), {}, 0, false, false, {}};
  std::string_view rest = Trim(text.substr(word_length));
  if (rest.starts_with("No.")) rest = Trim(rest.substr(3));
  if (rest.empty() || rest == ".") return heading;
  const auto numeral = ReadNumeral(rest);
  if (!numeral) return std::nullopt;
  // "One" alone can be a heading; "One day" and "The Second" are words.
  const bool alone = numeral->length == rest.size() && Lowercase(rest.substr(0, 4)) != "the ";
  if (word_length == 0 && numeral->in_words && !alone) return std::nullopt;
  heading.numeral = rest.substr(0, numeral->length);
  heading.number = numeral->value;
  heading.in_words = numeral->in_words;
  if (!ReadTitle(rest.substr(numeral->length), word_length == 0, heading)) return std::nullopt;
  return heading;
}

std::optional<Heading> ParseNamed(std::string_view text) {
  const std::size_t article = Lowercase(text.substr(0, 4)) == "the " ? 4 : 0;
  const auto match = MatchWord(text.substr(article), kNames);
  if (!match) return std::nullopt;
  const std::size_t length = article + match->length;
  Heading heading{
      HeadingKind::kNamed, std::string(text.substr(0, length)), {}, 0, false, false, {}};
  std::string_view rest = text.substr(length);
  if (rest.empty() || rest == ".") return heading;
  const bool continues = rest.front() == ' ' && IsShouted(text) && rest.size() < 60;
  if (continues && !IsSeparator(static_cast<unsigned char>(Trim(rest).front()))) {
    heading.word = text;  // "PREFACE TO THE SECOND EDITION"
    return heading;
  }
  if (!ReadTitle(rest, true, heading) || !IsTitleLike(heading.title)) return std::nullopt;
  return heading;
}

// "the First" for "THE FIRST".
std::string CalmNumeral(const Heading& heading) {
  if (!heading.in_words) return heading.numeral;
  std::string calm = CalmCapitals(heading.numeral);
  return calm.starts_with("The ") ? "the " + calm.substr(4) : calm;
}

// Trailing full stop of a title: it is added where it is needed.
std::string_view WithoutStop(std::string_view text) {
  if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
  return text;
}

std::string Spoken(const Heading& heading, bool section) {
  std::string number = heading.in_words ? CalmNumeral(heading) : NumberInWords(heading.number);
  if (heading.kind == HeadingKind::kNumber && section) return number;
  std::string word = heading.kind == HeadingKind::kNumber ? "Chapter" : CalmCapitals(heading.word);
  const std::string lower = Lowercase(word);
  if (lower.starts_with("vol")) word = "Volume";
  if (lower.starts_with("ch")) word = "Chapter";
  if (lower == "bk.") word = "Book";
  return heading.number == 0 ? word : word + " " + number;
}

std::string WithTitle(std::string label, const Heading& heading) {
  if (heading.title.empty()) return label;
  if (label.empty()) return CalmCapitals(heading.title);
  return label + (heading.colon ? ": " : ". ") + CalmCapitals(heading.title);
}

}  // namespace

std::optional<Heading> ParseHeading(std::string_view line) {
  if (line.size() > kLongestHeading || (line.starts_with('[') && !line.ends_with(']'))) {
    return std::nullopt;
  }
  const std::string_view text = WithoutOrnaments(line);
  if (text.empty()) return std::nullopt;
  std::size_t position = 0;
  const char32_t first = NextCodePoint(text, position);
  if (!IsUpper(first) && !IsDigit(first)) return std::nullopt;
  if (const auto match = MatchWord(text, kChapterWords)) {
    return ParseNumbered(text, HeadingKind::kChapter, match->length);
  }
  if (const auto match = MatchWord(text, kPartWords)) {
    return ParseNumbered(text, HeadingKind::kPart, match->length);
  }
  if (auto named = ParseNamed(text)) return named;
  return ParseNumbered(text, HeadingKind::kNumber, 0);
}

std::string HeadingTitle(std::string_view text) { return std::string(WithoutOrnaments(text)); }

Heading HeadingOf(std::string_view text) {
  if (auto heading = ParseHeading(text);
      heading && (heading->number > 0 || heading->kind == HeadingKind::kNamed)) {
    return *heading;
  }
  Heading heading;
  heading.title = text;
  return heading;
}

bool IsSetAsTitle(std::string_view text) {
  return IsTitleLike(text) && (IsShouted(text) || IsTitleCase(text));
}

bool IsTitleLike(std::string_view text) {
  if (text.empty() || text.size() > kLongestHeading) return false;
  std::size_t position = 0;
  const char32_t first = NextCodePoint(text, position);
  if (first == '[' || IsLower(first)) return false;
  std::size_t end = text.size();
  const char32_t last = PreviousCodePoint(text, end);
  const bool speech = (first == '"' || first == 0x201C || first == 0x2018) && !IsTitleCase(text);
  if (speech || last == ',' || last == ';') return false;
  if (IsShouted(text) || IsTitleCase(text)) return true;
  constexpr std::size_t kLongestPlainTitle = 100;
  const bool word_last = IsLetter(last) || IsDigit(last) || last == ')';
  return word_last && text.size() <= kLongestPlainTitle;
}

std::string TitleOf(const Heading& heading) {
  Heading calm = heading;
  calm.title = WithoutStop(calm.title);
  switch (heading.kind) {
    case HeadingKind::kNumber:
      return WithTitle(heading.title.empty() && !heading.in_words ? std::to_string(heading.number)
                                                                  : CalmCapitals(heading.numeral),
                       calm);
    case HeadingKind::kUntitled:
      return WithTitle("", calm);
    default: {
      std::string label = CalmCapitals(WithoutStop(heading.word));
      if (heading.number > 0) {
        label = CalmCapitals(heading.word) + " " + CalmNumeral(heading);
      }
      return WithTitle(label, calm);
    }
  }
}

std::string SpokenHeading(const Heading& heading, bool section) {
  std::string spoken = heading.kind == HeadingKind::kUntitled ? "" : Spoken(heading, section);
  if (heading.title.empty()) return spoken;
  if (!spoken.empty()) spoken += ". ";
  spoken += CalmCapitals(heading.title);
  const bool ended = std::string_view(".!?\"").find(spoken.back()) != std::string_view::npos;
  return ended ? spoken : spoken + ".";
}

}  // namespace fullcast
