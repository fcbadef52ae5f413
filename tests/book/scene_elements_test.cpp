#include "book/markup/scene_elements.h"

#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

std::size_t Breaks(const std::string& body) {
  const Book book = ReadText("<html><body>" + body + "</body></html>", "story.html");
  EXPECT_THAT(CheckBook(book), testing::IsEmpty());
  return Texts(book, BlockKind::kSceneBreak).size();
}

std::string Paragraphs(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "<p>Nobody spoke.</p>\n";
  return text;
}

TEST(SceneElements, BlankParagraphsAndOrnamentsAreBreaks) {
  EXPECT_EQ(Breaks(Paragraphs(4) + "<p>&nbsp;</p>\n" + Paragraphs(4)), 1U);
  EXPECT_EQ(Breaks(Paragraphs(4) + "<p><br/></p>" + Paragraphs(4)), 1U);
  const std::string ornament = "<p class='o'><img src='o.png' alt=''/></p>";
  EXPECT_EQ(Breaks(Paragraphs(4) + ornament + Paragraphs(4) + ornament + Paragraphs(4)), 2U);
}

TEST(SceneElements, SpacingAndPicturesAreNone) {
  std::string spaced;
  for (int i = 0; i < 6; ++i) spaced += "<p>Nobody spoke.</p><p>&nbsp;</p>";
  EXPECT_EQ(Breaks(spaced + "<p>So.</p>"), 0U);
  EXPECT_EQ(Breaks(Paragraphs(4) + "<p><img src='map.png' alt=''/></p>" + Paragraphs(4)), 0U);
  EXPECT_EQ(Breaks("<h1>One</h1><p>&nbsp;</p>" + Paragraphs(4)), 0U);
}

}  // namespace
}  // namespace fullcast
