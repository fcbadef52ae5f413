// Numbers that are years.
#include <fmt/format.h>

#include <string>

#include "core/utf8.h"
#include "speech/english/figures.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

constexpr int kFirstYear = 1100;
constexpr int kLastYear = 2099;

std::optional<int> YearOf(const std::string& digits) {
  if (digits.size() != 4) return std::nullopt;
  const int year = std::stoi(digits);
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return year;
}

bool IsRangeDash(char32_t c) { return c == '-' || c == U'–'; }

// "1500 men", "1000 pounds", "page 1250": a count.
bool IsCounted(const TextView& text, std::size_t at, std::size_t end) {
  const std::string before = Lowercase(WordBefore(text, at));
  for (const char* word :
       {"no", "number", "page", "p", "line", "l", "nearly", "almost", "some", "were", "least"}) {
    if (before == word) return true;
  }
  if (text.At(end) != ' ') return false;
  if (text.At(end + 1) == U'℔') return true;
  const std::string next = text.LettersAt(end + 1);
  if (text.At(end + 1 + next.size()) == '.') {
    for (const char* unit : {"ft", "in", "m", "yds", "lb", "lbs", "oz", "cwt"}) {
      if (next == unit) return true;
    }
  }
  if (ReadUnit(text, end + 1)) return true;
  if (next.size() < 3 || IsUpper(text.At(end + 1))) return false;
  for (const char* word : {"men", "people", "feet", "per", "miles", "acres", "tons", "long",
                           "horse", "pounds", "dollars", "francs"}) {
    if (next == word) return true;
  }
  for (const char* time : {"in", "until", "till", "since"}) {
    if (before == time) return false;
  }
  for (const char* word :
       {"was", "his", "has", "this", "its", "does", "always", "perhaps", "thus"}) {
    if (next == word) return false;
  }
  return next.ends_with('s');
}

}  // namespace

std::optional<Rewrite> ReadYear(const TextView& text, std::size_t at) {
  const std::string digits = text.DigitsAt(at);
  const std::optional<int> year = YearOf(digits);
  if (!year || GoesOnFromFigures(text, at)) return std::nullopt;
  std::size_t end = at + digits.size();
  const char32_t next = text.At(end);
  const auto is_figure = [&](std::size_t i) { return !text.DigitsAt(i).empty(); };
  if ((next == ',' || next == '.' || next == ':' || next == '/') && is_figure(end + 1)) {
    const bool thousands = next == ',' && text.DigitsAt(end + 1).size() == 3;
    if (next != ',' || thousands) return std::nullopt;
  }
  if (next == '%' || next == U'°' || (next == ' ' && text.At(end + 1) == '%')) return std::nullopt;
  if (next == 's' && !IsWordPart(text.At(end + 1))) {
    const int rest = *year % 100;
    if (rest == 0) return Rewrite{digits.size() + 1, SayYear(*year) + "s"};
    constexpr const char* kDecades[] = {"",        "tens",    "twenties",  "thirties", "forties",
                                        "fifties", "sixties", "seventies", "eighties", "nineties"};
    if (rest % 10 != 0) return std::nullopt;
    return Rewrite{digits.size() + 1, fmt::format("{} {}", *year / 100, kDecades[rest / 10])};
  }
  if (IsRangeDash(next)) {
    const std::string last = text.DigitsAt(end + 1);
    const std::optional<int> last_year = YearOf(last);
    if (last.size() == 2 || last_year) {
      const std::string say = last_year ? SayYear(*last_year) : last;
      return Rewrite{digits.size() + 1 + last.size(), SayYear(*year) + " to " + say};
    }
  }
  if (IsWordPart(next) || IsCounted(text, at, end)) return std::nullopt;
  return Rewrite{digits.size(), SayYear(*year)};
}

}  // namespace fullcast::english
