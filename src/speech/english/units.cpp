// Units of measure: behind numbers, and with powers.
#include <array>
#include <optional>
#include <string>

#include "core/utf8.h"
#include "speech/english/figures.h"
#include "speech/english/powers.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

struct Unit {
  std::string_view written;
  std::string_view one;
  std::string_view many;
  bool is_length;  ///< it has squares and cubes
  bool is_plain;   ///< behind a number it is a unit also without a power
};

constexpr auto kUnits = std::to_array<Unit>({
    {"mm", "millimetre", "millimetres", true, true},
    {"cm", "centimetre", "centimetres", true, true},
    {"dm", "decimetre", "decimetres", true, true},
    {"m", "metre", "metres", true, true},
    {"km", "kilometre", "kilometres", true, true},
    {"in", "inch", "inches", true, false},
    {"ft", "foot", "feet", true, true},
    {"yd", "yard", "yards", true, true},
    {"mi", "mile", "miles", true, true},
    {"mg", "milligram", "milligrams", false, true},
    {"g", "gram", "grams", false, true},
    {"kg", "kilogram", "kilograms", false, true},
    {"lb", "pound", "pounds", false, true},
    {"lbs", "pound", "pounds", false, true},
    {"oz", "ounce", "ounces", false, true},
    {"ml", "millilitre", "millilitres", false, true},
    {"s", "second", "seconds", false, false},
    {"h", "hour", "hours", false, false},
});

const Unit* FindUnit(std::string_view written) {
  for (const Unit& unit : kUnits) {
    if (unit.written == written) return &unit;
  }
  return nullptr;
}

// A unit as it stands, with its power: "m³", "s²".
struct Found {
  const Unit* unit = nullptr;
  std::optional<Power> power;
  std::size_t end = 0;
};

std::optional<Found> UnitAt(const TextView& text, std::size_t at) {
  const std::string letters = text.LettersAt(at);
  Found found{FindUnit(letters), PowerAt(text, at + letters.size()), at + letters.size()};
  if (found.unit == nullptr) return std::nullopt;
  if (found.power) found.end += found.power->length;
  if (IsWordPart(text.At(found.end)) || text.At(found.end) == '\'') return std::nullopt;
  return found;
}

std::string Say(const Found& found, bool one) {
  std::string say(one ? found.unit->one : found.unit->many);
  if (!found.power) return say;
  const std::string power = SayPower(*found.power);
  if (found.unit->is_length && power == "squared") return "square " + say;
  if (found.unit->is_length && power == "cubed") return "cubic " + say;
  return say + ' ' + power;
}

// "1 km", "a 5 km walk", "a 5-km walk", "per km²".
bool IsOne(const TextView& text, std::size_t at) {
  constexpr std::size_t kLongest = 10;
  if (text.Before(at) == '-') return true;
  std::string before = Lowercase(WordBefore(text, at));
  if (before == "one" || before == "per" || before == "each" || before == "every") return true;
  const std::size_t end = at > 0 ? at - 1 : 0;
  std::size_t begin = end;
  while (end - begin < kLongest && (IsDigit(text.Before(begin)) || text.Before(begin) == '.'))
    --begin;
  before = Lowercase(WordBefore(text, begin));
  return (end - begin == 1 && text.At(begin) == '1') || before == "a" || before == "an";
}

// "m² + n²": letters that stand for numbers.
bool IsInFormula(const TextView& text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kSigns = U"+=−×<>";
  const std::size_t before = text.Before(begin) == ' ' ? begin - 1 : begin;
  return before == 0 || kSigns.find(text.Before(before)) != kSigns.npos ||
         kSigns.find(text.At(text.SkipSpaces(end))) != kSigns.npos;
}

// "m/s²", "kg/m³", "people/km²"; "km/h" behind a number.
std::optional<Rewrite> ReadRate(const TextView& text, std::size_t at, bool number, bool one) {
  const std::string letters = text.LettersAt(at);
  const std::size_t stroke = at + letters.size();
  if (letters.empty() || text.At(stroke) != '/') return std::nullopt;
  const auto below = UnitAt(text, stroke + 1);
  const Unit* above = FindUnit(letters);
  if (!below || (!below->power && (above == nullptr || !number))) return std::nullopt;
  const std::string say = above == nullptr ? letters : std::string(one ? above->one : above->many);
  return Rewrite{below->end - at, say + " per " + Say(*below, true)};
}

std::optional<Rewrite> ReadUnit(const TextView& text, std::size_t at, bool number, bool one) {
  if (auto rate = ReadRate(text, at, number, one)) return rate;
  const auto found = UnitAt(text, at);
  if (!found) return std::nullopt;
  const Unit& unit = *found->unit;
  if (!number) {
    const bool is_word = unit.written == "in";
    const bool is_variable = unit.written == "m" && IsInFormula(text, at, found->end);
    if (!found->power || !unit.is_length || is_word || is_variable) return std::nullopt;
  }
  if (!found->power && !unit.is_plain) return std::nullopt;
  return Rewrite{found->end - at, Say(*found, one)};
}

}  // namespace

std::optional<Rewrite> ReadUnit(const TextView& text, std::size_t at) {
  const std::optional<Figures> figures = FiguresAt(text, at);
  if (!figures) return ReadUnit(text, at, IsNumberBefore(text, at), IsOne(text, at));
  // "5km"
  const bool one = figures->whole == "1" && figures->decimals.empty();
  auto unit = ReadUnit(text, at + figures->length, true, one);
  if (!unit || GoesOnFromFigures(text, at)) return std::nullopt;
  const std::string decimals = figures->decimals.empty() ? "" : '.' + figures->decimals;
  unit->say = figures->whole + decimals + ' ' + unit->say;
  unit->length += figures->length;
  return unit;
}

}  // namespace fullcast::english
