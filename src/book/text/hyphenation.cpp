#include "book/text/hyphenation.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kHyphen = 0x2010;

// What follows the hyphen of "two- and threefold".
constexpr std::array<std::string_view, 8> kJoining = {"and",  "or",  "to", "und",
                                                      "oder", "bis", "et", "ou"};

bool IsHyphen(char32_t c) { return c == '-' || c == kHyphen || c == kSoftHyphen; }

bool IsWordPart(char32_t c) { return IsLetter(c) || c == '\'' || c == 0x2019; }

// Bytes of the hyphen that divides a word at the end of this text, or 0.
std::size_t HyphenAtEnd(std::string_view line) {
  if (line.empty()) return 0;
  std::size_t end = line.size();
  if (!IsHyphen(PreviousCodePoint(line, end)) || end == 0) return 0;
  std::size_t before = end;
  return IsLetter(PreviousCodePoint(line, before)) ? line.size() - end : 0;
}

// The word that a text ends in, in lower case.
std::string LastWord(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t previous = begin;
    if (!IsWordPart(PreviousCodePoint(text, previous))) break;
    begin = previous;
  }
  return Lowercase(text.substr(begin));
}

std::string FirstWord(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end;
    if (!IsWordPart(NextCodePoint(text, next))) break;
    end = next;
  }
  return Lowercase(text.substr(0, end));
}

}  // namespace

Hyphenation::Hyphenation(std::string_view text, const std::vector<Line>& lines) : text_(text) {
  const auto line_text = [&](const Line& line) {
    return text.substr(line.text.begin, line.text.end - line.text.begin);
  };
  const bool any = std::any_of(lines.begin(), lines.end(),
                               [&](const Line& line) { return HyphenAtEnd(line_text(line)) > 0; });
  if (!any) return;
  for (const Line& line : lines) {
    const std::string_view words = line_text(line);
    for (std::size_t position = 0; position < words.size();) {
      std::size_t end = position;  // of a word, hyphens inside it included
      while (end < words.size()) {
        std::size_t next = end;
        const char32_t c = NextCodePoint(words, next);
        if (!IsWordPart(c) && !(IsHyphen(c) && end > position)) break;
        end = next;
      }
      const std::string_view word = words.substr(position, end - position);
      if (!word.empty() && HyphenAtEnd(word) == 0) ++words_[Lowercase(word)];
      position = end;
      if (word.empty()) NextCodePoint(words, position);
    }
  }
}

std::size_t Hyphenation::CountOf(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

Hyphenation::Join Hyphenation::Between(const Line& line, const Line& next,
                                       std::size_t& hyphen) const {
  const std::string_view above = text_.substr(line.text.begin, line.text.end - line.text.begin);
  const std::string_view below = text_.substr(next.text.begin, next.text.end - next.text.begin);
  hyphen = HyphenAtEnd(above);
  if (hyphen == 0) return Join::kSpace;
  std::size_t position = 0;
  if (!IsLetter(NextCodePoint(below, position))) return Join::kSpace;
  const std::string first = LastWord(above.substr(0, above.size() - hyphen));
  const std::string second = FirstWord(below);
  if (std::find(kJoining.begin(), kJoining.end(), second) != kJoining.end()) return Join::kSpace;
  std::size_t end = above.size();
  if (PreviousCodePoint(above, end) == kSoftHyphen) return Join::kDropHyphen;
  const std::size_t whole = CountOf(first + second);
  const std::size_t hyphened = CountOf(first + "-" + second);
  if (whole != hyphened) return whole > hyphened ? Join::kDropHyphen : Join::kKeepHyphen;
  position = 0;
  const bool word_goes_on = IsLower(NextCodePoint(below, position));
  const bool compound = CountOf(first) > 0 && CountOf(second) > 0;
  return word_goes_on && !compound ? Join::kDropHyphen : Join::kKeepHyphen;
}

}  // namespace fullcast
