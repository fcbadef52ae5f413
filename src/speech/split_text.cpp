#include "speech/split_text.h"

#include <algorithm>

#include "core/utf8.h"

namespace fullcast {
namespace {

constexpr std::size_t kLongestRunOfWords = 60;
constexpr std::size_t kLongestCodePoint = 4;

struct Boundary {
  std::size_t at = 0;  // where the next part would begin
  Cut cut = Cut::kWord;
};

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
bool IsStop(char32_t c) { return IsOneOf(c, U".!?…"); }
bool IsClauseMark(char32_t c) { return IsOneOf(c, U",;:—–"); }
bool IsClosing(char32_t c) { return IsOneOf(c, U"\"'”’»)]"); }
bool IsWideStop(char32_t c) { return IsOneOf(c, U"。！？｡।"); }
bool IsWideClauseMark(char32_t c) { return IsOneOf(c, U"、，；："); }

// Follows a text character by character and knows what a space at the present place would part.
class BoundaryFinder {
 public:
  // What lies between the characters taken so far and `next`, if `next` could begin a part.
  [[nodiscard]] Cut CutBefore(char32_t next) const {
    if (after_wide_stop_) return Cut::kSentence;
    if (after_wide_clause_) return Cut::kClause;
    if (!after_space_) return Cut::kInsideWord;
    if (after_stop_ && !IsLower(next)) return Cut::kSentence;
    if (after_clause_) return Cut::kClause;
    return Cut::kWord;
  }

  void Take(char32_t c) {
    after_space_ = IsSpace(c);
    after_wide_stop_ = IsWideStop(c) || (after_wide_stop_ && (after_space_ || IsClosing(c)));
    after_wide_clause_ = IsWideClauseMark(c) || (after_wide_clause_ && after_space_);
    if (IsStop(c)) {
      after_stop_ = c != '.' || !IsAbbreviation();
      after_clause_ = false;
    } else if (IsClauseMark(c)) {
      after_clause_ = true;
      after_stop_ = false;
    } else if (!after_space_ && !IsClosing(c)) {
      after_stop_ = after_clause_ = false;
    }
    FollowWord(c);
  }

 private:
  // "Mr", "Mrs", "Dr", "St", an initial.
  [[nodiscard]] bool IsAbbreviation() const {
    return word_begins_upper_ && word_letters_ > 0 && word_letters_ < 4;
  }

  void FollowWord(char32_t c) {
    if (!IsLetter(c)) {
      word_letters_ = 0;
      return;
    }
    if (word_letters_ == 0) word_begins_upper_ = IsUpper(c);
    ++word_letters_;
  }

  bool after_space_ = false;
  bool after_stop_ = false;
  bool after_clause_ = false;
  bool after_wide_stop_ = false;
  bool after_wide_clause_ = false;
  bool word_begins_upper_ = false;
  std::size_t word_letters_ = 0;
};

std::vector<Boundary> FindBoundaries(std::string_view text) {
  std::vector<Boundary> boundaries;
  BoundaryFinder finder;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t at = position;
    const char32_t c = NextCodePoint(text, position);
    if (at > 0 && !IsSpace(c)) {
      const Cut cut = finder.CutBefore(c);
      if (cut != Cut::kInsideWord) boundaries.push_back({at, cut});
    }
    finder.Take(c);
  }
  return boundaries;
}

// The start of the code point that `at` lies in.
std::size_t CodePointStart(std::string_view text, std::size_t at) {
  const std::size_t least = at - std::min(at, kLongestCodePoint - 1);
  std::size_t start = at;
  while (start > least && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U ? at : start;
}

std::vector<TextPart> SplitAtEvery(std::string_view text, Cut weakest) {
  std::vector<TextPart> parts;
  std::size_t begin = 0;
  for (const Boundary& boundary : FindBoundaries(text)) {
    if (boundary.cut > weakest) continue;
    parts.push_back({begin, boundary.at, boundary.cut});
    begin = boundary.at;
  }
  parts.push_back({begin, text.size(), Cut::kSentence});
  return parts;
}

}  // namespace

std::vector<TextPart> SplitText(std::string_view text, std::size_t most_bytes) {
  const std::size_t most = std::max(most_bytes, kLongestCodePoint);
  const std::vector<Boundary> boundaries =
      text.size() > most ? FindBoundaries(text) : std::vector<Boundary>{};
  std::vector<TextPart> parts;
  std::size_t begin = 0;
  auto next = boundaries.begin();
  while (text.size() - begin > most) {
    Boundary best{CodePointStart(text, begin + most), Cut::kInsideWord};
    for (auto it = next; it != boundaries.end() && it->at <= begin + most; ++it) {
      if (it->at > begin && it->cut <= best.cut) best = *it;
    }
    parts.push_back({begin, best.at, best.cut});
    begin = best.at;
    while (next != boundaries.end() && next->at <= begin) ++next;
  }
  parts.push_back({begin, text.size(), Cut::kSentence});
  return parts;
}

std::vector<TextPart> SplitSmaller(std::string_view text) {
  for (const Cut cut : {Cut::kSentence, Cut::kClause}) {
    std::vector<TextPart> parts = SplitAtEvery(text, cut);
    if (parts.size() > 1) return parts;
  }
  return SplitText(text, std::min(text.size() / 2, kLongestRunOfWords));
}

}  // namespace fullcast
