#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.h"
#include "script/language/lexicon.h"
#include "script/speakers/attribution.h"
#include "script/speakers/decode.h"
#include "script/speakers/dialogue.h"
#include "script/speakers/model.h"

namespace fullcast {
namespace {

constexpr std::size_t kFeaturesShown = 8;

int TurnOf(const Dialogue& dialogue, std::size_t quotation) {
  for (std::size_t t = 0; t < dialogue.turns.size(); ++t) {
    const std::vector<int>& quotations = dialogue.turns[t].quotations;
    if (std::find(quotations.begin(), quotations.end(), static_cast<int>(quotation)) !=
        quotations.end()) {
      return static_cast<int>(t);
    }
  }
  return -1;
}

/// The features that set one row above another: what the score loses when the other's value takes
/// the feature's place.
std::string Difference(const SpeakerModel& model, const FeatureRow& row, const FeatureRow& other) {
  std::vector<std::pair<double, std::size_t>> parts;
  const double score = model.Score(row);
  for (std::size_t f = 0; f < kFeatureCount; ++f) {
    if (row[f] == other[f]) continue;
    FeatureRow changed = row;
    changed[f] = other[f];
    parts.emplace_back(score - model.Score(changed), f);
  }
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
    return std::abs(a.first) > std::abs(b.first);
  });
  if (parts.size() > kFeaturesShown) parts.resize(kFeaturesShown);
  std::string text;
  for (const auto& [weight, f] : parts) {
    text += fmt::format("    {:+.2f}  {} = {:g}, there {:g}\n", weight, FeatureNames()[f], row[f],
                        other[f]);
  }
  return text;
}

std::string Name(const Dialogue& dialogue, int person) {
  if (person < 0) return "nobody";
  return dialogue.people.persons[static_cast<std::size_t>(person)].name;
}

}  // namespace

std::string ExplainAttribution(const Book& book, const std::vector<Quotation>& quotations,
                               std::size_t number, const KnownSpeakers& known) {
  if (number >= quotations.size()) {
    throw Error(fmt::format("there is no quotation {}: the book has {}, counted from 0", number,
                            quotations.size()));
  }
  const Dialogue dialogue = ReadDialogue(book, quotations, Lexicon::Of(book.info.language), known);
  const SpeakerModel model = SpeakerModel::BuiltIn();
  const FeatureReader features(dialogue);
  const int turn = TurnOf(dialogue, number);
  if (turn < 0) return "Not spoken: the narrator reads it.\n";
  const std::vector<Decision> decisions = Decode(dialogue, features, model);
  const Decision& decision = decisions[static_cast<std::size_t>(turn)];
  if (decision.person < 0) return "No candidate: nobody is named near it.\n";
  std::vector<Candidate> candidates = features.Candidates(turn);
  ScorerOf(turn, features, model, candidates)(decision.history);
  const auto row = [&](int person) -> const FeatureRow& {
    return std::find_if(candidates.begin(), candidates.end(),
                        [&](const Candidate& c) { return c.person == person; })
        ->row;
  };
  std::string text = fmt::format(
      "Turn {}: {}, confidence {:.2f}.\nBefore it spoke: {}, {}, {}.\n", turn,
      Name(dialogue, decision.person), model.calibration.Confidence(decision.probability),
      Name(dialogue, decision.history[0]), Name(dialogue, decision.history[1]),
      Name(dialogue, decision.history[2]));
  if (dialogue.turns[static_cast<std::size_t>(turn)].settled) {
    text += "Another quotation of its paragraph is settled by hand.\n";
  }
  text += "Candidates, and why the first goes before each of the others:\n";
  for (const auto& [person, share] : decision.shares) {
    text += fmt::format("  {:.3f}  {}\n", share, Name(dialogue, person));
    if (person != decision.person) text += Difference(model, row(decision.person), row(person));
  }
  return text;
}

}  // namespace fullcast
