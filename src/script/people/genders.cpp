#include "script/people/genders.h"

#include <algorithm>
#include <vector>

namespace fullcast {
namespace {

constexpr int kWordsBehind = 25;       ///< how far behind a mention its pronoun may stand
constexpr int kVotesAgainstName = 10;  ///< fewer say nothing against a given name
constexpr double kMarginAgainstName = 0.25;
constexpr double kMargin = 0.1;

struct Votes {
  int male = 0;
  int female = 0;

  /// Counts a word of that sex; whether it was one.
  bool Add(Gender gender) {
    male += gender == Gender::kMale ? 1 : 0;
    female += gender == Gender::kFemale ? 1 : 0;
    return gender != Gender::kUnknown;
  }
};

/// The share of male pronouns above which a person is rather male. Those of a heroine stand near
/// everybody, so it is less in her book; a hero's do not make women of the others.
double Even(const Text& text) {
  Votes all;
  for (const Token& token : text.tokens) {
    if (token.quotation >= 0) continue;
    all.Add(GenderOfPronoun(text.Word(token)));
  }
  constexpr int kLeastPronouns = 100;
  const int count = all.male + all.female;
  if (count < kLeastPronouns) return 0.5;
  return std::min(0.5, (0.5 + static_cast<double>(all.male) / count) / 2);
}

/// Counts the first pronoun behind a mention, before the next name.
void CountVote(const Text& text, int begin, int end, const Token& at, Votes& votes) {
  for (int i = begin; i < end; ++i) {
    const Token& token = text.tokens[static_cast<std::size_t>(i)];
    if (token.paragraph != at.paragraph) return;
    if (token.quotation != at.quotation) continue;
    if (votes.Add(GenderOfPronoun(text.Word(token)))) return;
  }
}

}  // namespace

Gender GenderOfPronoun(std::string_view word) {
  if (word == "he" || word == "his" || word == "him" || word == "himself") return Gender::kMale;
  if (word == "she" || word == "her" || word == "herself") return Gender::kFemale;
  return Gender::kUnknown;
}

void VoteGenders(const Text& text, const Names& names, People& people) {
  std::vector<Votes> votes(people.persons.size());
  for (std::size_t m = 0; m < names.mentions.size(); ++m) {
    const NameMention& mention = names.mentions[m];
    const int person = people.of_form[static_cast<std::size_t>(mention.form)];
    if (person < 0) continue;
    const int next = m + 1 < names.mentions.size() ? names.mentions[m + 1].begin
                                                   : static_cast<int>(text.tokens.size());
    CountVote(text, mention.end, std::min(next, mention.end + kWordsBehind),
              text.tokens[static_cast<std::size_t>(mention.begin)],
              votes[static_cast<std::size_t>(person)]);
  }
  const double even = Even(text);
  for (std::size_t i = 0; i < people.persons.size(); ++i) {
    Person& person = people.persons[i];
    const int count = votes[i].male + votes[i].female;
    const bool known = person.gender != Gender::kUnknown;
    if (count == 0 || (known && (person.titled || count < kVotesAgainstName))) continue;
    const double male = static_cast<double>(votes[i].male) / count;
    const double margin = known ? kMarginAgainstName : kMargin;
    if (male > even + margin) person.gender = Gender::kMale;
    if (male < even - margin) person.gender = Gender::kFemale;
  }
  for (Person& person : people.persons) {
    const bool ranked = person.title == TitleKind::kRank || person.title == TitleKind::kMister;
    if (person.gender == Gender::kUnknown && ranked) person.gender = Gender::kMale;
  }
}

}  // namespace fullcast
