#include "book/text/paragraphs.h"

#include <gmock/gmock.h>

#include <string>

#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;

std::vector<std::string> Paragraphs(const std::string& text) {
  return Texts(ReadText(text), BlockKind::kText);
}

TEST(Paragraphs, AreSeparatedByBlankLines) {
  EXPECT_THAT(Paragraphs("The lamp was\nlit late.\n\n\nNobody\nspoke.\n"),
              ElementsAre("The lamp was lit late.", "Nobody spoke."));
}

TEST(Paragraphs, AreLinesWhereThereAreNoBlankLines) {
  EXPECT_THAT(Paragraphs("The lamp was lit.\n\"Who is there?\" asked Tom.\nNobody spoke.\n"),
              ElementsAre("The lamp was lit.", "\"Who is there?\" asked Tom.", "Nobody spoke."));
}

TEST(Paragraphs, BeginWithAnIndentedLineWhereThereAreNoBlankLines) {
  EXPECT_THAT(Paragraphs("  The lamp was lit late that\nday, and nobody spoke.\n"
                         "  \"Who is there?\" asked Tom, in a\nlow voice.\n"
                         "  \"I am.\"\n  He turned and\nwent.\n"),
              ElementsAre("The lamp was lit late that day, and nobody spoke.",
                          "\"Who is there?\" asked Tom, in a low voice.", "\"I am.\"",
                          "He turned and went."));
}

TEST(Paragraphs, EndAtEveryKindOfLineEnd) {
  EXPECT_THAT(Paragraphs("Lamp\rlit.\r\rBoats\r\nout.\r\n\r\nWind\nup.\n\nRain."),
              ElementsAre("Lamp lit.", "Boats out.", "Wind up.", "Rain."));
}

TEST(SplitLines, CountsIndentsAndBlankLines) {
  const std::string text = "\n\n  one \n\ttwo\n \n\nthree";
  const std::vector<Line> lines = SplitLines(text);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].blank_before, 2U);
  EXPECT_EQ(lines[0].indent, 2U);
  EXPECT_EQ(text.substr(lines[0].text.begin, 3), "one");
  EXPECT_EQ(lines[0].text.end, lines[0].text.begin + 3);
  EXPECT_EQ(lines[1].indent, 4U);
  EXPECT_EQ(lines[2].blank_before, 2U);
}

}  // namespace
}  // namespace fullcast
