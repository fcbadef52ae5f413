#include "script/people/genders.h"

#include <algorithm>
#include <vector>

namespace fullcast {
namespace {

constexpr int kWordsBehind = 25;       ///< how far behind a mention its pronoun may stand
constexpr int kVotesAgainstName = 10;  ///< fewer say nothing against a given name

struct Votes {
  int male = 0;
  int female = 0;
};

/// Counts the first pronoun behind a mention, before the next name.
void CountVote(const Text& text, int begin, int end, const Token& at, Votes& votes) {
  for (int i = begin; i < end; ++i) {
    const Token& token = text.tokens[static_cast<std::size_t>(i)];
    if (token.paragraph != at.paragraph) return;
    if (token.quotation != at.quotation) continue;
    const std::string& word = text.Word(token);
    if (word == "he" || word == "his" || word == "him" || word == "himself") {
      ++votes.male;
      return;
    }
    if (word == "she" || word == "her" || word == "herself") {
      ++votes.female;
      return;
    }
  }
}

}  // namespace

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
  for (std::size_t i = 0; i < people.persons.size(); ++i) {
    Person& person = people.persons[i];
    const int count = votes[i].male + votes[i].female;
    const bool known = person.gender != Gender::kUnknown;
    if (count == 0 || (known && (person.titled || count < kVotesAgainstName))) continue;
    const double male = static_cast<double>(votes[i].male) / count;
    if (male > 0.6) person.gender = Gender::kMale;
    if (male < (known ? 0.25 : 0.4)) person.gender = Gender::kFemale;
  }
}

}  // namespace fullcast
