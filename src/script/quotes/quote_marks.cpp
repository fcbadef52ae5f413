#include "script/quotes/quote_marks.h"

#include <algorithm>

#include "core/utf8.h"
#include "script/quotes/quote_characters.h"
#include "script/size_limits.h"

namespace fullcast {

namespace {

struct Costs {
  float open;
  float close;
  float nothing;
};

// Never both: a mark turned to the wrong side is a slip, a straight one has no side.
constexpr float kSlip = 3;
constexpr float kNever = 5;

bool IsWordSide(Side side) { return side == Side::kLetter || side == Side::kDigit; }
bool IsBlank(Side side) { return side == Side::kSpace || side == Side::kEdge; }

// By what stands around a mark that may open as well as close.
Costs CostsByPlace(Side before, Side after) {
  const bool word_after = IsWordSide(after);
  switch (before) {
    case Side::kEdge:
      return {IsBlank(after) ? 0.5F : 0, kNever, kNever};
    case Side::kSpace:
      if (after == Side::kSpace) return {2, 2, 2.5F};
      if (after == Side::kEdge) return {kNever, 0.5F, kSlip};
      return {after == Side::kPause ? 0.5F : 0, kSlip, kNever};
    case Side::kOpen:
      return {0, kSlip, kNever};
    case Side::kDash:
      if (word_after) return {0.5F, 2, kNever};
      return {after == Side::kMark ? 1.0F : kSlip, after == Side::kMark ? 1.0F : 0, kNever};
    case Side::kMark:
      if (word_after) return {0.3F, 2, kNever};
      return {IsBlank(after) ? 4.0F : 1.0F, IsBlank(after) ? 0.3F : 1.0F, kNever};
    case Side::kPause:
      if (word_after) return {1.5F, 1.5F, kNever};
      return {4, 0, kNever};
    case Side::kDigit:
      return {kNever, 0.5F, word_after ? kSlip : 1.5F};  // 6" is six inches
    default:
      return {word_after ? kSlip : 4.0F, word_after ? kSlip : 0, word_after ? kSlip : kNever};
  }
}

// "'30 pounds" may be a quotation, "'90s" and "'14" are years.
bool IsYear(std::string_view word) {
  if (word.size() < 2 || !IsDigit(static_cast<unsigned char>(word[0])) ||
      !IsDigit(static_cast<unsigned char>(word[1]))) {
    return false;
  }
  return word.size() == 2 || (word.size() == 3 && word[2] == 's');
}

bool EndsInDroppedG(std::string_view word) {
  return word.size() > 3 && word.substr(word.size() - 2) == "in";
}

// A single mark may be an apostrophe: at the beginning of a word, its end, or inside it.
Costs CostsOfSingle(std::string_view text, const QuoteMark& mark, Side before, Side after,
                    const ApostropheWords& words) {
  Costs costs = CostsByPlace(before, after);
  if (IsWordSide(before) && IsWordSide(after)) return {kNever + 1, kNever, 0};
  if (IsWordSide(before)) {
    const std::string word = Lowercase(WordBefore(text, mark.begin));
    const bool plural = word.ends_with('s');
    if (EndsInDroppedG(word) || words.dropped_ends.contains(word)) return {kNever, 1, 0.3F};
    if (before == Side::kDigit) return {kNever, 0.8F, 1};
    const bool ends_clause = after == Side::kPause;
    return {kNever, plural && !ends_clause ? 0.8F : 0.5F, plural ? 0.6F : ends_clause ? 2 : 1.0F};
  }
  if (IsWordSide(after)) {
    const std::string word = Lowercase(WordAt(text, mark.end));
    if (IsYear(word)) {
      costs.open += 2;
      costs.nothing = 0.3F;
    } else if (words.elisions.contains(word)) {
      costs.open += 0.7F;
      costs.nothing = 0.3F;
    } else {
      costs.nothing = 2;  // a dialect's 'ouse
    }
  } else if (before == Side::kSpace && after == Side::kSpace) {
    costs.nothing = 2.5F;
  }
  return costs;
}

// A mark that has a side: it may stand for the other one only by a slip, or where there is nothing
// on its own side to open or to close.
Costs WithSide(Costs costs, bool opening, Side before, Side after) {
  if (opening) {
    if (after == Side::kEdge) return {kNever, std::min(costs.close, 1.0F) + 1, costs.nothing};
    costs.close += costs.close < 1 && costs.open > 1 ? 2 : kSlip;
    costs.open = std::min(costs.open, 1.0F) / 2;
  } else {
    costs.open += costs.open < 1 && costs.close > 1 ? 2 : kSlip;
    const bool closes_nothing = before == Side::kEdge && IsWordSide(after);
    costs.close = closes_nothing ? kNever : std::min(costs.close, 1.0F) / 2;
  }
  return costs;
}

// A right single mark before a word is an apostrophe, whatever the word: ’em, ’Arry.
bool IsLeadingApostrophe(char32_t c, Side before, Side after) {
  const bool begins_word = before == Side::kEdge || before == Side::kSpace || before == Side::kOpen;
  return c == U'’' && begins_word && IsWordSide(after);
}

constexpr Costs kLeadingApostrophe = {2, kSlip, 0.2F};

enum class Role { kNone, kOpen, kClose, kEither };

Role RoleOf(char32_t c, const QuoteStyle& style) {
  const Role right = style.one_sided ? Role::kEither : Role::kClose;
  switch (style.family) {
    case MarkFamily::kDouble:
      if (c == '"') return Role::kEither;
      if (c == U'“' || c == U'‟') return Role::kOpen;
      return c == U'”' ? right : Role::kNone;
    case MarkFamily::kSingle:
      if (c == '\'') return Role::kEither;
      if (c == U'‘' || c == U'`' || c == U'‛') return Role::kOpen;
      return c == U'’' ? Role::kClose : Role::kNone;
    case MarkFamily::kGuillemets:
      if (c == U'«') return Role::kOpen;
      return c == U'»' ? right : Role::kNone;
    case MarkFamily::kInwardGuillemets:
      if (c == U'»') return style.one_sided ? Role::kEither : Role::kOpen;
      return c == U'«' ? Role::kClose : Role::kNone;
    case MarkFamily::kLowHigh:
      if (c == '"') return Role::kEither;
      if (c == U'„') return Role::kOpen;
      return c == U'“' || c == U'”' ? Role::kClose : Role::kNone;
  }
  return Role::kNone;
}

Costs CostsOf(std::string_view text, const QuoteMark& mark, char32_t c, Role role,
              const QuoteStyle& style, const ApostropheWords& words) {
  const bool guillemet =
      style.family == MarkFamily::kGuillemets || style.family == MarkFamily::kInwardGuillemets;
  if (guillemet && role != Role::kEither) {  // spaces inside tell nothing
    return role == Role::kOpen ? Costs{0, kSlip, kNever} : Costs{kSlip, 0, kNever};
  }
  const Side before = SideBefore(text, mark.begin);
  const Side after = SideAfter(text, mark.end);
  const Costs costs = IsSingleMark(c) ? CostsOfSingle(text, mark, before, after, words)
                                      : CostsByPlace(before, after);
  if (role == Role::kEither || costs.nothing < 0.1F) return costs;
  if (IsLeadingApostrophe(c, before, after)) return kLeadingApostrophe;
  return WithSide(costs, role == Role::kOpen, before, after);
}

}  // namespace

std::vector<QuoteMark> FindMarks(std::string_view text, const QuoteStyle& style,
                                 const ApostropheWords& words) {
  std::vector<QuoteMark> marks;
  bool leading = true;
  // With one mark more the book is refused.
  for (std::size_t position = 0; position < text.size() && marks.size() <= kMostQuoteMarks;) {
    QuoteMark mark;
    mark.begin = position;
    const char32_t c = NextCodePoint(text, position);
    const Role role = RoleOf(c, style);
    if (role != Role::kNone) {
      mark.end = position;
      mark.leads = leading;
      const Costs costs = CostsOf(text, mark, c, role, style, words);
      mark.open = costs.open;
      mark.close = costs.close;
      mark.nothing = costs.nothing;
      marks.push_back(mark);
    }
    leading = leading && IsSpace(c);
  }
  return marks;
}

}  // namespace fullcast
