#include "script/speakers/decode.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "book_of.h"
#include "script/language/lexicon.h"

namespace fullcast {
namespace {

/// How many times as likely the teller is to have said a text's last quotation as by the model's
/// scores alone, against the first other candidate.
double TellersOdds(const std::vector<std::string>& paragraphs) {
  const Book book = BookOf(paragraphs);
  const Dialogue dialogue = ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
  const FeatureReader features(dialogue);
  const SpeakerModel model = SpeakerModel::BuiltIn();
  const int last = static_cast<int>(dialogue.turns.size()) - 1;
  std::vector<Candidate> candidates = features.Candidates(last);
  const std::vector<double> scores = ScorerOf(last, features, model, candidates)(kNoHistory);
  std::size_t teller = candidates.size();
  std::size_t other = candidates.size();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    (candidates[i].person == dialogue.narrator ? teller : other) = i;
  }
  return std::exp(scores.at(teller) - scores.at(other) - model.Score(candidates[teller].row) +
                  model.Score(candidates[other].row));
}

std::vector<std::string> StoryWith(const std::string& line) {
  return {"I sat down, and I put away my book. I knew that I should hear of it, and I waited.",
          "I heard Emma on the stairs.", line, "\"And you are alone?\""};
}

TEST(DecodeTest, AHistoryChangesOnlyWhatIsKnownToDependOnIt) {
  const Book book = BookOf({"Emma Wood met John Wood and Miss Grey.", "\"Good morning, John.\"",
                            "\"You are late,\" he said to her.", "\"I have walked, sir.\"",
                            "\"From home?\" asked Miss Grey."});
  const Dialogue dialogue = ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
  const FeatureReader features(dialogue);
  std::set<std::size_t> changed;
  for (int turn = 0; turn < static_cast<int>(dialogue.turns.size()); ++turn) {
    const std::vector<Candidate> candidates = features.Candidates(turn);
    for (const Candidate& last : candidates) {
      for (const Candidate& candidate : candidates) {
        Candidate after = candidate;
        features.AddHistory(turn, {last.person, candidate.person, last.person, -1}, after);
        for (std::size_t f = 0; f < kFeatureCount; ++f) {
          if (after.row[f] != candidate.row[f]) changed.insert(f);
        }
      }
    }
  }
  EXPECT_GE(changed.size(), 8U);
  for (const std::size_t f : changed) {
    EXPECT_TRUE(IsOfHistory(static_cast<Feature>(f))) << FeatureNames()[f];
  }
}

TEST(DecodeTest, ATellerWhoHasLongSaidNothingRatherSitsBy) {
  EXPECT_LT(TellersOdds(StoryWith("\"Good morning,\" said Emma.")), 0.5);
  EXPECT_NEAR(TellersOdds(StoryWith("\"Good morning,\" I said.")), 1, 1e-6);
}

}  // namespace
}  // namespace fullcast
