// Times of the day.
#include <string>

#include "core/utf8.h"
#include "speech/english/figures.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

constexpr int kHours = 24;
constexpr int kMinutes = 60;
constexpr int kStep = 5;  // trains and appointments go by five minutes; decimals do not

bool IsNoon(const TextView& text, std::size_t at) {
  const std::size_t next = text.SkipSpaces(at);
  const char32_t half = ToLower(text.At(next));
  return (half == 'a' || half == 'p') && text.At(next + 1) == '.';
}

// Behind a stop and two figures: "3.50 per cent", "12.15%", "4.50 in."
bool IsMeasure(const TextView& text, std::size_t end) {
  const std::size_t next = text.SkipSpaces(end);
  const char32_t c = text.At(next);
  if (c == '%' || c == U'°' || IsDigit(c)) return true;
  const std::string word = text.LettersAt(next);
  for (const char* unit : {"per", "percent", "m", "in", "ft", "miles", "million", "inches", "feet",
                           "tons", "acres", "degrees"}) {
    if (word == unit) return true;
  }
  return false;
}

bool IsBehindTimeWord(const TextView& text, std::size_t at) {
  const std::string before = Lowercase(WordBefore(text, at));
  for (const char* word :
       {"at", "by", "the", "till", "until", "about", "from", "before", "after"}) {
    if (before == word) return true;
  }
  return false;
}

}  // namespace

std::optional<Rewrite> ReadTime(const TextView& text, std::size_t at) {
  const std::string hours = text.DigitsAt(at);
  if (hours.empty() || hours.size() > 2 || GoesOnFromFigures(text, at)) return std::nullopt;
  const std::size_t mark = at + hours.size();
  const char32_t between = text.At(mark);
  const std::string minutes = text.DigitsAt(mark + 1);
  if ((between != ':' && between != '.') || minutes.size() != 2) return std::nullopt;
  const std::size_t end = mark + 1 + minutes.size();
  const int hour = std::stoi(hours);
  const int minute = std::stoi(minutes);
  const char32_t next = text.At(end);
  if (hour > kHours || minute >= kMinutes || IsWordPart(next)) return std::nullopt;
  if ((next == ':' || next == '.') && !text.DigitsAt(end + 1).empty()) return std::nullopt;
  const bool noon = IsNoon(text, end);
  if (between == '.' && !noon) {
    const bool plausible = minute % kStep == 0 || IsBehindTimeWord(text, at);
    if (hour == 0 || !plausible || IsMeasure(text, end)) return std::nullopt;
  }
  std::string say = std::to_string(hour);
  if (minute == 0) {
    if (!noon) say += hour > 12 ? " hundred" : " o'clock";
  } else {
    say += (minute < 10 ? " oh " : " ") + std::to_string(minute);
  }
  return Rewrite{end - at, std::move(say)};
}

}  // namespace fullcast::english
