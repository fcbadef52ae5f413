#include "speech/english/reading.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace fullcast {

namespace english {

namespace {

template <std::size_t kSize>
bool IsIn(const std::array<std::string_view, kSize>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr auto kStarters = std::to_array<std::string_view>(
    {"A",     "After", "All",  "An",   "And",   "As",   "At",      "Before", "Besides", "But",
     "By",    "Did",   "Do",   "Even", "Every", "For",  "From",    "Had",    "Has",     "Have",
     "He",    "Her",   "Here", "His",  "How",   "I",    "If",      "In",     "Indeed",  "Is",
     "It",    "Its",   "Let",  "Most", "My",    "No",   "Nor",     "Not",    "Now",     "Of",
     "On",    "Once",  "One",  "Only", "Or",    "Our",  "Perhaps", "She",    "So",      "Some",
     "Still", "Such",  "That", "The",  "Their", "Then", "There",   "These",  "They",    "This",
     "Those", "To",    "Was",  "We",   "Well",  "Were", "What",    "When",   "Where",   "Which",
     "While", "Who",   "Why",  "Will", "With",  "Yes",  "Yet",     "You",    "Your"});

constexpr auto kTitles = std::to_array<std::string_view>(
    {"admiral",  "aunt",     "baron",   "baroness",  "bishop",   "brother",   "capt",  "captain",
     "col",      "colonel",  "count",   "countess",  "dame",     "doctor",    "dr",    "duchess",
     "duke",     "earl",     "general", "inspector", "judge",    "king",      "lady",  "lieutenant",
     "lord",     "madame",   "major",   "miss",      "mister",   "mlle",      "mme",   "monsieur",
     "mr",       "mrs",      "ms",      "prince",    "princess", "professor", "queen", "rev",
     "reverend", "sergeant", "sir",     "sister",    "uncle",    "viscount"});

static_assert(std::is_sorted(kStarters.begin(), kStarters.end()));
static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));

}  // namespace

bool BeginsSentences(std::string_view word) { return IsIn(kStarters, word); }

bool IsTitle(std::string_view word) { return IsIn(kTitles, Lowercase(word)); }

std::string WordBefore(const TextView& text, std::size_t at) {
  std::size_t end = at;
  if (text.Before(end) == ' ') --end;
  if (text.Before(end) == '.') --end;
  return end == at ? std::string() : text.LettersBefore(end);
}

bool StopEndsSentence(const TextView& text, std::size_t stop) {
  const std::size_t behind = text.At(stop + 1) == ')' ? stop + 1 : stop;
  const std::size_t next = text.SkipSpaces(behind + 1);
  if (text.At(next) == 0) return true;
  return next > behind + 1 && BeginsSentences(text.LettersAt(next));
}

}  // namespace english

SpokenText ReadEnglish(const SpokenText& text, std::vector<std::string>& phonemes) {
  using namespace english;
  static const std::vector<ReadingRule> rules = {
      ReadBlank,    ReadInterjection, ReadStutter,      ReadMoney,       ReadTime,
      ReadFraction, ReadYear,         ReadAbbreviation, ReadUnit,        ReadPower,
      ReadRoman,    ReadInitials,     ReadCapitals,     ReadOldSpelling, ReadSymbol};
  return ApplyRules(text, rules, phonemes);
}

}  // namespace fullcast
