#include "book/headings/heading.h"

#include <algorithm>

#include "book/headings/capitals.h"
#include "book/headings/heading_words.h"
#include "book/headings/numerals.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestHeading = 500;
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

// "FIRST", "the Second", "3rd".
bool IsOrdinal(std::string_view numeral) {
  const std::string lower = Lowercase(numeral);
  return lower.ends_with("st") || lower.ends_with("nd") || lower.ends_with("rd") ||
         lower.ends_with("th");
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

// "One: The Ferry".
bool IsNamedNumber(std::string_view text, std::size_t numeral_length) {
  const std::string_view rest = text.substr(numeral_length);
  return (rest.starts_with(": ") || rest.starts_with(" - ")) && IsSetAsTitle(Trim(rest.substr(2)));
}

// A number behind its word, or alone.
std::optional<Heading> ParseNumbered(std::string_view text, const HeadingWord& word) {
  const std::size_t word_length = word.length;
  Heading heading;
  heading.kind = word.kind;
  heading.word = text.substr(0, word_length);
  std::string_view rest = Trim(text.substr(word_length));
  if (rest.starts_with("No.")) rest = Trim(rest.substr(3));
  if (rest.empty() || rest == ".") return heading;
  auto numeral = ReadNumeral(rest);
  if (!numeral && word_length > 0 && !word.english) numeral = ReadForeignNumeral(rest);
  if (!numeral) return std::nullopt;
  // "One" alone can be a heading; "One day" and "The Second" are words.
  const bool alone = numeral->length == rest.size() && Lowercase(rest.substr(0, 4)) != "the ";
  if (word_length == 0 && numeral->in_words && !alone && !IsNamedNumber(rest, numeral->length)) {
    return std::nullopt;
  }
  heading.numeral = rest.substr(0, numeral->length);
  heading.number = numeral->value;
  heading.in_words = numeral->in_words;
  if (!ReadTitle(rest.substr(numeral->length), word_length == 0, heading)) return std::nullopt;
  return heading;
}

// "Erstes Kapitel", "3. Teil", "FIRST PART": an ordinal in front of its word.
std::optional<Heading> ParseNumberFirst(std::string_view text) {
  auto numeral = ReadNumeral(text);
  if (numeral && numeral->in_words && !IsOrdinal(text.substr(0, numeral->length)))
    return std::nullopt;
  const bool foreign = !numeral;
  if (foreign) numeral = ReadForeignNumeral(text);
  if (!numeral) return std::nullopt;
  std::size_t end = numeral->length;
  if (!numeral->in_words && text.substr(end).starts_with('.')) ++end;
  const bool ordinal = numeral->in_words || end > numeral->length || IsOrdinal(text.substr(0, end));
  if (!ordinal || !text.substr(end).starts_with(' ')) return std::nullopt;
  const std::string_view rest = text.substr(end + 1);
  const auto word = ReadCountedWord(rest);
  if (!word || (foreign && word->english)) return std::nullopt;
  Heading heading;
  heading.kind = word->kind;
  heading.word = rest.substr(0, word->length);
  heading.numeral = text.substr(0, end);
  heading.number = numeral->value;
  heading.in_words = numeral->in_words;
  heading.number_first = true;
  if (!ReadTitle(rest.substr(word->length), true, heading)) return std::nullopt;
  return heading;
}

std::optional<Heading> ParseNamed(std::string_view text) {
  const auto match = ReadNamedWord(text);
  if (!match) return std::nullopt;
  Heading heading;
  heading.kind = HeadingKind::kNamed;
  heading.word = text.substr(0, match->length);
  const std::string_view rest = text.substr(match->length);
  if (rest.empty() || rest == ".") return heading;
  const bool continues = rest.front() == ' ' && IsShouted(text) && rest.size() < 60;
  if (continues && !IsSeparator(static_cast<unsigned char>(Trim(rest).front()))) {
    heading.word = text;  // "PREFACE TO THE SECOND EDITION"
    return heading;
  }
  if (!ReadTitle(rest, true, heading) || !IsTitleLike(heading.title)) return std::nullopt;
  return heading;
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
  if (!IsLetter(first) && !IsDigit(first)) return std::nullopt;
  if (const auto word = ReadCountedWord(text)) {
    auto heading = ParseNumbered(text, *word);
    const bool whole = heading && heading->number > 0 && heading->title.empty();
    return IsLower(first) && !whole ? std::nullopt : heading;  // "chapter one"
  }
  if (IsLower(first)) return std::nullopt;
  if (auto named = ParseNamed(text)) return named;
  if (auto numbered = ParseNumberFirst(text)) return numbered;
  return ParseNumbered(text, {HeadingKind::kNumber, 0, true});
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

}  // namespace fullcast
