#include "script/quotes/quote_style.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

// A quotation that opens a paragraph is an outer one.
constexpr std::size_t kParagraphWeight = 3;

// How often a sign stands as if it opened a quotation, and as if it closed one.
struct Votes {
  std::size_t opens = 0;
  std::size_t closes = 0;
  std::size_t leads = 0;  // opens at the beginning of a block

  [[nodiscard]] std::size_t Score() const {
    return std::min(opens, closes + 1) + kParagraphWeight * leads;
  }
};

Votes operator+(const Votes& a, const Votes& b) {
  return {a.opens + b.opens, a.closes + b.closes, a.leads + b.leads};
}

enum Sign {
  kStraightDouble,
  kLeftDouble,
  kRightDouble,
  kLowDouble,
  kStraightSingle,
  kLeftSingle,
  kRightSingle,
  kLeftGuillemet,
  kRightGuillemet,
  kSigns
};

constexpr std::array<std::pair<char32_t, Sign>, 10> kSignOf = {{{U'"', kStraightDouble},
                                                                {U'“', kLeftDouble},
                                                                {U'”', kRightDouble},
                                                                {U'„', kLowDouble},
                                                                {U'\'', kStraightSingle},
                                                                {U'‘', kLeftSingle},
                                                                {U'`', kLeftSingle},
                                                                {U'’', kRightSingle},
                                                                {U'«', kLeftGuillemet},
                                                                {U'»', kRightGuillemet}}};

struct Tally {
  std::array<Votes, kSigns> signs;
  std::size_t dash_paragraphs = 0;

  void Count(std::string_view text, const WordSet& elisions);
};

void Tally::Count(std::string_view text, const WordSet& elisions) {
  bool leading = true;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const char32_t c = NextCodePoint(text, position);
    const auto* const sign = std::find_if(kSignOf.begin(), kSignOf.end(),
                                          [&](const auto& entry) { return entry.first == c; });
    if (sign == kSignOf.end()) {
      leading = leading && !IsLetter(c) && !IsDigit(c);
      continue;
    }
    Votes& votes = signs[sign->second];
    const Side before = SideBefore(text, begin);
    const Side after = SideAfter(text, position);
    const bool guillemet = sign->second == kLeftGuillemet || sign->second == kRightGuillemet;
    const bool opens =
        leading ||
        ((before == Side::kSpace || before == Side::kOpen || before == Side::kDash ||
          before == Side::kMark) &&
         (guillemet || (after != Side::kSpace && after != Side::kEdge && after != Side::kPause)));
    const bool elided = IsSingleMark(c) && (after == Side::kDigit ||
                                            elisions.contains(Lowercase(WordAt(text, position))));
    if (opens && !elided) {
      ++votes.opens;
      if (leading) ++votes.leads;
      leading = false;  // what stands inside it is an inner mark
    } else if (before == Side::kPause || (guillemet && before == Side::kSpace) ||
               (before == Side::kMark && after != Side::kLetter)) {
      ++votes.closes;
    }
  }
}

MarkFamily FamilyOf(const std::array<Votes, kSigns>& signs) {
  const Votes low = signs[kLowDouble] + signs[kLeftDouble] + signs[kRightDouble];
  const bool low_high = 2 * signs[kLowDouble].opens > signs[kLeftDouble].opens;
  const bool inward = signs[kRightGuillemet].leads == signs[kLeftGuillemet].leads
                          ? signs[kRightGuillemet].opens > signs[kLeftGuillemet].opens
                          : signs[kRightGuillemet].leads > signs[kLeftGuillemet].leads;
  const std::array<std::pair<std::size_t, MarkFamily>, 3> scores = {
      {{low_high ? (low + signs[kStraightDouble]).Score()
                 : (signs[kStraightDouble] + signs[kLeftDouble] + signs[kRightDouble]).Score(),
        low_high ? MarkFamily::kLowHigh : MarkFamily::kDouble},
       {(signs[kStraightSingle] + signs[kLeftSingle] + signs[kRightSingle]).Score(),
        MarkFamily::kSingle},
       {(signs[kLeftGuillemet] + signs[kRightGuillemet]).Score(),
        inward ? MarkFamily::kInwardGuillemets : MarkFamily::kGuillemets}}};
  return std::max_element(scores.begin(), scores.end(),
                          [](const auto& a, const auto& b) { return a.first < b.first; })
      ->second;
}

bool IsOneSided(MarkFamily family, const std::array<Votes, kSigns>& signs) {
  const auto used = [&](Sign sign) { return signs[sign].opens + signs[sign].closes; };
  switch (family) {
    case MarkFamily::kDouble:
      return used(kLeftDouble) * 20 < used(kRightDouble);
    case MarkFamily::kGuillemets:
    case MarkFamily::kInwardGuillemets:
      return used(kLeftGuillemet) * 20 < used(kRightGuillemet);
    default:
      return false;
  }
}

}  // namespace

bool HoldsQuotations(const Block& block) {
  if (!block.IsRead()) return false;
  return block.kind == BlockKind::kText || block.kind == BlockKind::kVerse ||
         block.kind == BlockKind::kQuote || block.kind == BlockKind::kListItem;
}

bool IsDialogueTurn(const Block& block) {
  const std::size_t dash = LeadingDash(block.text);
  const std::string_view words = std::string_view(block.text).substr(dash);
  return dash > 0 && (words.find_first_of(".,;:!?") != std::string_view::npos ||
                      words.find("…") != std::string_view::npos);
}

QuoteStyle VoteQuoteStyle(const Book& book, const WordSet& elisions) {
  Tally tally;
  for (const Chapter& chapter : book.chapters) {
    for (const Block& block : chapter.blocks) {
      if (!HoldsQuotations(block)) continue;
      tally.Count(block.text, elisions);
      if (IsDialogueTurn(block)) ++tally.dash_paragraphs;
    }
  }
  QuoteStyle style;
  style.family = FamilyOf(tally.signs);
  style.one_sided = IsOneSided(style.family, tally.signs);
  std::size_t leads = 0;
  for (const Votes& votes : tally.signs) leads += votes.leads;
  style.dashes = tally.dash_paragraphs > 0 && 5 * tally.dash_paragraphs >= leads;
  return style;
}

}  // namespace fullcast
