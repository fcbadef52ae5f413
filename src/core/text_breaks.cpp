#include "core/text_breaks.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace fullcast {
namespace {

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
bool IsStop(char32_t c) { return IsOneOf(c, U".!?…"); }
bool IsClauseMark(char32_t c) { return IsOneOf(c, U",;:-—–―"); }
bool IsClosing(char32_t c) { return IsOneOf(c, U"\"'”’“‘»›«‹)]_*"); }
bool IsWideStop(char32_t c) { return IsOneOf(c, U"。！？｡।"); }
bool IsWideClauseMark(char32_t c) { return IsOneOf(c, U"、，；："); }

constexpr auto kTitles = std::to_array<std::string_view>(
    {"Adm",    "Capt", "Col", "Corp", "Gen",  "Gov", "Hon",  "Insp",  "Lieut", "Maj",
     "Messrs", "Mlle", "Mme", "Pres", "Prof", "Rev", "Revd", "Sergt", "Ste",   "Supt"});

static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));

// Follows a text character by character and knows what a space at the present place would part.
class BreakFinder {
 public:
  explicit BreakFinder(std::string_view text) : text_(text) {}

  // What lies between the characters taken so far and `next`, if `next` could begin a part.
  [[nodiscard]] Cut CutBefore(char32_t next) const {
    if (after_wide_stop_) return Cut::kSentence;
    if (after_wide_clause_) return Cut::kClause;
    if (!after_space_) return Cut::kInsideWord;
    if (after_stop_) return IsLower(next) ? Cut::kClause : Cut::kSentence;
    return after_clause_ ? Cut::kClause : Cut::kWord;
  }

  // The character that lies in [begin, end) of the text.
  void Take(char32_t c, std::size_t begin, std::size_t end) {
    after_space_ = IsSpace(c);
    after_wide_stop_ = IsWideStop(c) || (after_wide_stop_ && (after_space_ || IsClosing(c)));
    after_wide_clause_ = IsWideClauseMark(c) || (after_wide_clause_ && after_space_);
    if (IsStop(c)) {
      const std::string_view word = text_.substr(word_begin_, begin - word_begin_);
      after_stop_ = c != '.' || !IsAbbreviation(word);
      after_clause_ = false;
    } else if (IsClauseMark(c)) {
      after_clause_ = true;
      after_stop_ = false;
    } else if (!after_space_ && !IsClosing(c)) {
      after_stop_ = after_clause_ = false;
    }
    if (!IsLetter(c)) word_begin_ = end;
  }

 private:
  std::string_view text_;
  std::size_t word_begin_ = 0;
  bool after_space_ = false;
  bool after_stop_ = false;
  bool after_clause_ = false;
  bool after_wide_stop_ = false;
  bool after_wide_clause_ = false;
};

}  // namespace

std::vector<TextBreak> BreaksOf(std::string_view text) {
  std::vector<TextBreak> breaks;
  BreakFinder finder(text);
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t at = position;
    const char32_t c = NextCodePoint(text, position);
    if (at > 0 && !IsSpace(c)) {
      const Cut cut = finder.CutBefore(c);
      if (cut != Cut::kInsideWord) breaks.push_back({at, cut});
    }
    finder.Take(c, at, position);
  }
  return breaks;
}

bool IsAbbreviation(std::string_view word) {
  constexpr std::size_t kLongestWithoutVowel = 4;
  if (word.empty()) return false;
  std::size_t position = 0;
  if (!IsUpper(NextCodePoint(word, position))) return false;
  if (position == word.size()) return true;
  if (std::binary_search(kTitles.begin(), kTitles.end(), word)) return true;
  return word.size() <= kLongestWithoutVowel &&
         word.find_first_of("AEIOUYaeiouy") == std::string_view::npos;
}

}  // namespace fullcast
