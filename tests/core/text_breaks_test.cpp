#include "core/text_breaks.h"

#include <gmock/gmock.h>

#include <string>

namespace fullcast {
namespace {

using testing::ElementsAre;

// The text with what ends at each break: "." a sentence, "," a clause, "_" a word.
std::vector<std::string> Parts(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (const TextBreak& place : BreaksOf(text)) {
    if (place.cut == Cut::kWord) continue;
    const char* const mark = place.cut == Cut::kSentence ? ". " : ", ";
    parts.push_back(mark + text.substr(begin, place.at - begin));
    begin = place.at;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

TEST(TextBreaks, OfSentencesAndClauses) {
  EXPECT_THAT(Parts("He came, saw; and left. So did I! “Who?” he asked -- twice."),
              ElementsAre(", He came, ", ", saw; ", ". and left. ", ". So did I! ", ", “Who?” ",
                          ", he asked -- ", "twice."));
}

TEST(TextBreaks, NoneBehindAbbreviations) {
  EXPECT_THAT(Parts("Col. Forster and Mr. J. Bell met Capt. Carter. Yes. No. Go on."),
              ElementsAre(". Col. Forster and Mr. J. Bell met Capt. Carter. ", ". Yes. ", ". No. ",
                          "Go on."));
}

TEST(TextBreaks, OfScriptsWithoutSpaces) {
  EXPECT_THAT(Parts("他來了。他走了，又來了。"),
              ElementsAre(". 他來了。", ", 他走了，", "又來了。"));
}

TEST(TextBreaks, EachWordBeginsAtOne) {
  std::vector<std::size_t> places;
  for (const TextBreak& place : BreaksOf(" a  bc\nd-e ")) places.push_back(place.at);
  EXPECT_THAT(places, ElementsAre(1, 4, 7));
  EXPECT_TRUE(BreaksOf("").empty());
}

TEST(Abbreviations, InitialsAndTitles) {
  for (const char* word : {"J", "É", "Mr", "Mrs", "St", "Dr", "Col", "Gen", "Messrs", "Lieut"}) {
    EXPECT_TRUE(IsAbbreviation(word)) << word;
  }
  for (const char* word : {"", "mr", "Yes", "No", "Oh", "Cold", "Generals", "I'm"}) {
    EXPECT_FALSE(IsAbbreviation(word)) << word;
  }
}

}  // namespace
}  // namespace fullcast
