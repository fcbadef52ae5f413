#include "losses.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace fullcast {
namespace {

constexpr std::array<const char*, 8> kLosses = {
    "right",         "not found",         "two speakers in a turn", "no such person",
    "not candidate", "cue names another", "took another",           "took nobody's"};

bool IsCandidate(const Novel& novel, int turn, int person) {
  const std::vector<Candidate> candidates = novel.features->Candidates(turn);
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& c) { return c.person == person; });
}

/// What the cue of a quotation's turn is, as a row of the table.
std::string CueOf(const Novel& novel, const GoldQuotation& quote) {
  constexpr std::array<const char*, 6> kKinds = {"none",   "a name", "a pronoun",
                                                 "a noun", "I",      "a group"};
  if (quote.turn < 0) return "cue: not found";
  const Cue& cue = novel.dialogue.turns[static_cast<std::size_t>(quote.turn)].cue;
  if (cue.place == CuePlace::kNone) return "cue: none";
  return std::string("cue: ") + kKinds[static_cast<std::size_t>(cue.subject.kind)];
}

/// The index in kLosses.
std::size_t LossOf(const Outcome& outcome, const GoldQuotation& quote,
                   const std::set<int>& matched) {
  if (quote.turn < 0) return 1;
  const Novel& novel = *outcome.novel;
  const auto turn = static_cast<std::size_t>(quote.turn);
  if (novel.speakers[turn] != quote.speaker) return 2;
  const int gold = novel.gold[turn];
  if (gold < 0) return 3;
  const int decided = outcome.decisions[turn].person;
  if (decided == gold) return 0;
  if (!IsCandidate(novel, quote.turn, gold)) return 4;
  const Turn& t = novel.dialogue.turns[turn];
  if (t.cue.place != CuePlace::kNone && t.cue.subject.kind == SubjectKind::kName &&
      t.cue_person != gold) {
    return 5;
  }
  return matched.contains(decided) ? 6 : 7;
}

}  // namespace

void PrintLosses(const std::vector<Outcome>& outcomes, std::ostream& out) {
  std::map<std::string, std::array<int, kLosses.size()>> counts;
  for (const Outcome& outcome : outcomes) {
    std::set<int> matched;
    for (const auto& [name, person] : outcome.novel->person_of) matched.insert(person);
    for (const GoldQuotation& quote : outcome.novel->quotes) {
      const std::size_t loss = LossOf(outcome, quote, matched);
      for (const std::string& row : {quote.kind, outcome.novel->name, CueOf(*outcome.novel, quote)})
        ++counts[row][loss];
    }
  }
  out << fmt::format("{:<30}", "");
  for (const char* loss : kLosses) out << fmt::format("{:>23}", loss);
  out << '\n';
  for (const auto& [row, losses] : counts) {
    int all = 0;
    for (const int count : losses) all += count;
    out << fmt::format("{:<30}", row);
    for (const int count : losses) out << fmt::format("{:>23.1f}", 100.0 * count / all);
    out << '\n';
  }
}

}  // namespace fullcast
