#include "script/language/lexicon.h"

#include <gmock/gmock.h>

namespace fullcast {
namespace {

TEST(LexiconTest, AnAnswerAndAVerbThatRatherActsAreToldApart) {
  const Lexicon lexicon = Lexicon::Of("en");
  EXPECT_NE(lexicon.Classes("went") & kRatherActs, 0U);
  EXPECT_EQ(lexicon.Classes("went") & kAnswerWord, 0U);
  EXPECT_NE(lexicon.Classes("yes") & kAnswerWord, 0U);
  EXPECT_EQ(lexicon.Classes("yes") & kRatherActs, 0U);
}

TEST(LexiconTest, APetNameStandsForAFullOne) {
  EXPECT_EQ(Lexicon::Of("en").FullName("lizzy"), "elizabeth");
  EXPECT_EQ(Lexicon::Of("en").FullName("xantho"), "xantho");
}

TEST(LexiconTest, ALanguageWithoutListsKnowsNoWord) {
  EXPECT_EQ(Lexicon::Of("xx").Classes("said"), 0U);
}

}  // namespace
}  // namespace fullcast
