#include "book/text/inline_marks.h"

#include <algorithm>
#include <iterator>

#include "book/text/page_numbers.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

char32_t Before(std::string_view text, std::size_t position, std::size_t least) {
  return position > least ? PreviousCodePoint(text, position) : ' ';
}

char32_t At(std::string_view text, std::size_t position, std::size_t end) {
  return position < end ? NextCodePoint(text, position) : ' ';
}

void FindPairs(std::string_view text, Span range, char sign, std::vector<InlineMark>& marks) {
  const auto is_word = [sign](char32_t c) {
    return IsLetter(c) || IsDigit(c) || c == static_cast<unsigned char>(sign);
  };
  std::size_t open = kNone;
  for (std::size_t mark = text.find(sign, range.begin); mark != kNone;
       mark = text.find(sign, mark + 1)) {
    const char32_t before = Before(text, mark, range.begin);
    const char32_t behind = At(text, mark + 1, range.end);
    const bool opens =
        !is_word(before) && !IsSpace(behind) && behind != static_cast<unsigned char>(sign);
    const bool closes =
        !IsSpace(before) && before != static_cast<unsigned char>(sign) && !is_word(behind);
    if (open != kNone && closes) {
      marks.push_back({{open, open + 1}, MarkKind::kEmphasisBegin, {}});
      marks.push_back({{mark, mark + 1}, MarkKind::kEmphasisEnd, {}});
      open = kNone;
    } else if (opens) {
      open = mark;
    }
  }
}

void FindPageMarks(std::string_view text, Span range, std::vector<InlineMark>& marks) {
  for (std::size_t mark = text.find_first_of("[{", range.begin); mark != kNone;
       mark = text.find_first_of("[{", mark + 1)) {
    const std::size_t length = PageMarkLength(text.substr(mark));
    if (length > 0) marks.push_back({{mark, mark + length}, MarkKind::kDropped, {}});
  }
}

bool Earlier(const InlineMark& a, const InlineMark& b) { return a.span.begin < b.span.begin; }

}  // namespace

std::vector<InlineMark> FindInlineMarks(std::string_view text, Span range) {
  text = text.substr(0, range.end);
  std::vector<InlineMark> marks;
  for (const char sign : {'_', '*', '='}) FindPairs(text, range, sign, marks);
  FindPageMarks(text, range, marks);
  std::stable_sort(marks.begin(), marks.end(), Earlier);
  return marks;
}

std::vector<InlineMark> MergeMarks(const std::vector<InlineMark>& a,
                                   const std::vector<InlineMark>& b) {
  std::vector<InlineMark> all;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), Earlier);
  std::vector<InlineMark> apart;
  for (InlineMark& mark : all) {
    if (!apart.empty() && mark.span.begin < apart.back().span.end) continue;
    apart.push_back(std::move(mark));
  }
  return apart;
}

}  // namespace fullcast
