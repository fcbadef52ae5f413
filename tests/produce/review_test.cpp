#include "produce/scripting/review.h"

#include <gmock/gmock.h>

#include "produce/spoken.h"

namespace fullcast {
namespace {

using test::Said;
using test::Told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Script WithSegments(std::vector<Segment> segments) {
  Script script;
  script.chapters = {{"I", std::move(segments)}};
  return script;
}

std::vector<std::string> Texts(const Review& review) {
  std::vector<std::string> texts;
  for (const Doubt& doubt : review.doubts) texts.push_back(doubt.text);
  return texts;
}

TEST(ReviewScript, ListsTheWorstFirst) {
  Script script = WithSegments({Said("a", 0.5, "half"), Told("Then."), Said("b", 0.1, "tenth"),
                                Said("a", 0.6, "sure"), Said("c", 0.5, "other half")});
  script.chapters.push_back({"II", {Said("unknown", 0, "nobody")}});
  const Review review = ReviewScript(script, {.below = 0.6, .most = 3});
  EXPECT_THAT(Texts(review), ElementsAre("nobody", "tenth", "half"));
  EXPECT_EQ(review.total, 4U);
  EXPECT_EQ(review.doubts[0].at, (SegmentIndex{1, 0}));
  EXPECT_EQ(review.doubts[1].at, (SegmentIndex{0, 2}));
  EXPECT_EQ(review.doubts[1].speaker, "b");
  EXPECT_EQ(review.doubts[1].reason, "turn");
}

TEST(ReviewScript, ShowsAQuotationOnceWithALineAround) {
  const std::string word = "word ";
  std::string line;
  for (int i = 0; i < 100; ++i) line += word;
  const Review review =
      ReviewScript(WithSegments({Told(line + "before"), Said("a", 0.2, "\"I am,\"", Pause::kClause),
                                 Told("said he,", Pause::kClause), Said("a", 0.2, "\"sure.\""),
                                 Told("Silence."), Told("behind " + line)}),
                   {});
  ASSERT_THAT(Texts(review), ElementsAre("\"I am,\" said he, \"sure.\""));
  const Doubt& doubt = review.doubts[0];
  EXPECT_TRUE(doubt.before.starts_with("... word word")) << doubt.before;
  EXPECT_TRUE(doubt.before.ends_with("word before")) << doubt.before;
  EXPECT_TRUE(doubt.after.starts_with("Silence. behind word")) << doubt.after;
  EXPECT_TRUE(doubt.after.ends_with("word ...")) << doubt.after;
  EXPECT_LT(doubt.before.size() + doubt.after.size(), 210U);
}

TEST(ReviewScript, NamesWhoElseSpeaksInTheScene) {
  const Review review = ReviewScript(
      WithSegments({Said("gone", 1, "\"Good night.\"", Pause::kScene), Said("far", 1, "\"Well?\""),
                    Said("near", 1, "\"Well.\""), Said("a", 0.2, "\"No.\""), Told("She went."),
                    Said("unknown", 1, "\"Oh!\""), Said("far", 1, "\"Oh.\""),
                    Said("a", 1, "\"Yes.\"")}),
      {});
  ASSERT_EQ(review.doubts.size(), 1U);
  EXPECT_THAT(review.doubts[0].others, ElementsAre("near", "far"));
}

TEST(ReviewScript, HasNothingToSayOfNarration) {
  EXPECT_THAT(Texts(ReviewScript(WithSegments({Told("It was late."), Told("")}), {})), IsEmpty());
}

}  // namespace
}  // namespace fullcast
