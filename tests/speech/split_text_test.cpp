#include "speech/split_text.h"

#include <gmock/gmock.h>

#include <string>

#include "core/utf8.h"

namespace fullcast {
namespace {

using testing::ElementsAre;

std::vector<std::string> Texts(const std::string& text, const std::vector<TextPart>& parts) {
  std::vector<std::string> texts;
  std::size_t end = 0;
  for (const TextPart& part : parts) {
    EXPECT_EQ(part.begin, end) << "parts must touch";
    end = part.end;
    texts.push_back(text.substr(part.begin, part.end - part.begin));
  }
  EXPECT_EQ(end, text.size()) << "nothing may be lost";
  return texts;
}

std::vector<std::string> Split(const std::string& text, std::size_t most) {
  return Texts(text, SplitText(text, most));
}

std::vector<std::string> Smaller(const std::string& text) {
  return Texts(text, SplitSmaller(text));
}

TEST(SplitText, LeavesShortTextWhole) {
  EXPECT_THAT(Split("One. Two.", 100), ElementsAre("One. Two."));
  EXPECT_THAT(Split("", 100), ElementsAre(""));
}

TEST(SplitText, FillsPartsUpToTheLastSentenceThatFits) {
  EXPECT_THAT(Split("It was one. It was two. It was three.", 25),
              ElementsAre("It was one. It was two. ", "It was three."));
}

TEST(SplitText, FallsBackToClausesAndWords) {
  EXPECT_THAT(Split("a long, longer; longest sentence", 20),
              ElementsAre("a long, longer; ", "longest sentence"));
  EXPECT_THAT(Split("words and more words", 10), ElementsAre("words and ", "more words"));
}

TEST(SplitText, CutsInsideAWordOnlyBetweenCharacters) {
  const std::string text = "ééééééé";  // two bytes each
  for (const std::string& part : Split(text, 5)) EXPECT_TRUE(IsValidUtf8(part)) << part;
  std::string broken(50, '\x80');
  EXPECT_EQ(Split(broken, 8).size(), 7U);
}

TEST(SplitText, NeverExceedsTheLimit) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += i % 7 == 0 ? "End. Next" : i % 3 == 0 ? ", and " : "abc";
  for (const std::string& part : Split(text, 50)) EXPECT_LE(part.size(), 50U);
}

TEST(SplitText, IsLinearOnHostileText) {
  EXPECT_GT(Split(std::string(2000000, 'x'), 100).size(), 10000U);
  std::string stops;
  for (int i = 0; i < 500000; ++i) stops += ". ";
  EXPECT_FALSE(Split(stops, 1000).empty());
}

TEST(SplitSmaller, SplitsAtSentences) {
  EXPECT_THAT(Smaller("“Go!” he said. So we went, at last. Mr. Hill stayed."),
              ElementsAre("“Go!” he said. ", "So we went, at last. ", "Mr. Hill stayed."));
  EXPECT_THAT(Smaller("He left. “Why?” I do not know."),
              ElementsAre("He left. ", "“Why?” ", "I do not know."));
  EXPECT_THAT(Smaller("今日は。明日は！"), ElementsAre("今日は。", "明日は！"));
}

TEST(SplitSmaller, ElseAtClausesElseAtWords) {
  EXPECT_THAT(Smaller("If so, go; if not, stay"),
              ElementsAre("If so, ", "go; ", "if not, ", "stay"));
  EXPECT_THAT(Smaller("no stops in these words"), ElementsAre("no stops ", "in these ", "words"));
  EXPECT_THAT(Smaller("abcdefgh"), ElementsAre("abcd", "efgh"));
  EXPECT_THAT(Smaller("a"), ElementsAre("a"));
}

}  // namespace
}  // namespace fullcast
