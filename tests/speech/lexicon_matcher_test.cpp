#include "speech/lexicon_matcher.h"

#include <gmock/gmock.h>

#include <string>

namespace fullcast {
namespace {

// "word=spoken" for each word that is found, apart by "; ".
std::string Found(std::string_view lexicon, std::string_view text,
                  std::string_view language = "en-GB") {
  const LexiconMatcher matcher(ParseLexicon(lexicon, "l").entries);
  std::string found;
  for (const SpokenAs& as : matcher.Find(text, language)) {
    if (!found.empty()) found += "; ";
    found += std::string(text.substr(as.span.begin, as.span.end - as.span.begin)) + "=" +
             as.say_as.spoken;
  }
  return found;
}

TEST(LexiconMatcher, FindsWholeWords) {
  EXPECT_EQ(Found("Ann = Anne", "Ann, Anna and Joann-Ann"), "Ann=Anne; Ann=Anne");
  EXPECT_EQ(Found("élan = aylon", "Élan vital"), "Élan=aylon");
}

TEST(LexiconMatcher, TheLongestAndTheLatestCount) {
  EXPECT_EQ(Found("Saint = a\nSaint John = Sinjun", "Saint  John met Saint Paul"),
            "Saint  John=Sinjun; Saint=a");
  EXPECT_EQ(Found("Ann = a\nAnn = b", "Ann"), "Ann=b");
}

TEST(LexiconMatcher, CapitalsInTheLexiconAreCapitalsInTheText) {
  EXPECT_EQ(Found("Polish = Poalish", "polish the Polish POLISH"),
            "Polish=Poalish; POLISH=Poalish");
  EXPECT_EQ(Found("polish = x", "Polish POLISH polish"), "Polish=x; POLISH=x; polish=x");
  EXPECT_EQ(Found("polish = x\nPolish = y", "Polish polish"), "Polish=y; polish=x");
}

TEST(LexiconMatcher, PossessivesAndPluralsFollowTheSound) {
  EXPECT_EQ(Found("Siobhan = [[SI2v'O:n]]", "Siobhan’s and Siobhans"),
            "Siobhan’s=SI2v'O:nz; Siobhans=SI2v'O:nz");
  EXPECT_EQ(Found("Beech = [[b'i:tS]]", "Beech's"), "Beech's=b'i:tSI2z");
  EXPECT_EQ(Found("Pat = /pæt/", "Pat's"), "Pat's=pæts");
  EXPECT_EQ(Found("Pat = Patt", "Pat's", "de"), "Pat=Patt");
}

TEST(LexiconMatcher, AnEntryMayBelongToALanguage) {
  EXPECT_EQ(Found("[fr]\nPau = Poh", "Pau"), "");
  EXPECT_EQ(Found("[fr]\nPau = Poh", "Pau", "fr-FR"), "Pau=Poh");
}

TEST(LexiconMatcher, IsLinearInHostileInput) {
  std::string lexicon;
  for (int i = 1; i < 100; ++i) lexicon += std::string(static_cast<std::size_t>(i), 'a') + " = b\n";
  std::string text;
  while (text.size() < 500000) text += "aaaaaaaaa aaaa ";
  const LexiconMatcher matcher(ParseLexicon(lexicon, "l").entries);
  EXPECT_GT(matcher.Find(text, "en").size(), 1000U);
}

}  // namespace
}  // namespace fullcast
