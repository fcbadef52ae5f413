#include "script/speakers/noun_ties.h"

#include <gmock/gmock.h>

#include "book_of.h"
#include "script/language/lexicon.h"

namespace fullcast {
namespace {

using ::testing::Contains;
using ::testing::Gt;
using ::testing::Lt;
using ::testing::Not;

/// A girl who is Nancy, told beside her and beside others.
class NounTiesTest : public ::testing::Test {
 protected:
  NounTiesTest() : book_(BookOf(Paragraphs())) {
    dialogue_ = ReadDialogue(book_, FindQuotations(book_), Lexicon::Of("en"));
  }

  static std::vector<std::string> Paragraphs() {
    std::vector<std::string> paragraphs;
    for (int scene = 0; scene < 4; ++scene) {
      paragraphs.insert(paragraphs.end(),
                        {"Nancy came in.", "\"Where is he?\" said Nancy.", "\"Out,\" said Sikes.",
                         "\"Out?\" said the girl.", "The girl turned to Sikes."});
      paragraphs.insert(paragraphs.end(), 16, "Charlotte and Sikes walked on in the rain.");
    }
    return paragraphs;
  }

  [[nodiscard]] int Person(const std::string& name) const {
    for (std::size_t p = 0; p < dialogue_.people.persons.size(); ++p) {
      if (dialogue_.people.persons[p].name == name) return static_cast<int>(p);
    }
    ADD_FAILURE() << "nobody is called " << name;
    return 0;
  }

  [[nodiscard]] const Subject& Girl() const {
    for (const Turn& turn : dialogue_.turns) {
      if (turn.cue.subject.kind == SubjectKind::kNoun) return turn.cue.subject;
    }
    ADD_FAILURE() << "no turn has a noun for a cue";
    return dialogue_.turns.front().cue.subject;
  }

  Book book_;
  Dialogue dialogue_;
};

TEST_F(NounTiesTest, CompanySpeaksForOne) {
  const NounTies ties(dialogue_);
  const NounTies::Tie nancy = ties.Of(Girl(), Person("Nancy"));
  const NounTies::Tie sikes = ties.Of(Girl(), Person("Sikes"));
  EXPECT_EQ(nancy.company, 1);
  EXPECT_THAT(nancy.lift, Gt(sikes.lift));
  EXPECT_THAT(ties.Of(Girl(), Person("Charlotte")).lift, Lt(nancy.lift));
  EXPECT_EQ(nancy.alternated, 4);
  EXPECT_EQ(nancy.met, 0);
}

TEST_F(NounTiesTest, ASentenceAndAnAnswerSpeakAgainst) {
  const NounTies ties(dialogue_);
  const NounTies::Tie sikes = ties.Of(Girl(), Person("Sikes"));
  EXPECT_THAT(sikes.apart, Gt(0));
  EXPECT_EQ(sikes.met, 4);
  EXPECT_EQ(ties.Of(Girl(), Person("Nancy")).apart, 0);
}

TEST_F(NounTiesTest, WhoGoesWithANounIsItsPartner) {
  const NounTies ties(dialogue_);
  EXPECT_THAT(ties.Partners(Girl()), Contains(Person("Nancy")));
  EXPECT_THAT(ties.Partners(Girl()), Not(Contains(Person("Charlotte"))));
}

}  // namespace
}  // namespace fullcast
