#include "cast/sample_lines.h"

#include <gmock/gmock.h>

#include "cast/samples.h"

namespace fullcast {
namespace {

using samples::Says;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> TextsOf(const Script& script, const std::string& speaker,
                                 std::size_t most = 3) {
  std::vector<std::string> texts;
  const auto lines = SampleLines(script, most);
  const auto found = lines.find(speaker);
  if (found == lines.end()) return texts;
  for (const Segment* line : found->second) texts.push_back(line->text);
  return texts;
}

Script ScriptOf(std::vector<Segment> segments) {
  Script script;
  script.chapters.push_back({"I", std::move(segments)});
  return script;
}

TEST(SampleLines, AreOfDifferentMoods) {
  Segment hushed = Says("jane", "I would rather that nobody else heard of it for a while.");
  hushed.delivery = "whispered";
  const Script script = ScriptOf({Says("jane", "We shall walk to the town when the rain is over."),
                                  Says("jane", "We shall walk to the mill when the rain is over."),
                                  hushed, Says("jane", "But where in the world have you been?"),
                                  Says("mary", "Nowhere in particular, if you must know it.")});
  EXPECT_THAT(TextsOf(script, "jane"),
              ElementsAre("We shall walk to the town when the rain is over.",
                          "But where in the world have you been?",
                          "I would rather that nobody else heard of it for a while."));
  EXPECT_THAT(TextsOf(script, "mary"), ElementsAre("Nowhere in particular, if you must know it."));
  EXPECT_THAT(TextsOf(script, "lydia"), IsEmpty());
}

TEST(SampleLines, OneMoodServesWhereThereIsNoOther) {
  const Script script = ScriptOf({Says("jane", "Yes."), Says("jane", "It is raining in the hills."),
                                  Says("jane", "It is raining on the sea, too, I believe.")});
  EXPECT_THAT(TextsOf(script, "jane", 2), ElementsAre("It is raining on the sea, too, I believe.",
                                                      "It is raining in the hills."));
}

TEST(SampleLines, PreferWhatIsSureAndWhole) {
  Segment doubtful = Says("jane", "Nobody can be sure that it was I who said these words here.");
  doubtful.confidence = 0.4;
  Segment skipped = Says("jane", "Nobody reads this aloud, though it is of a very good length.");
  skipped.skip = "a table";
  const Script script =
      ScriptOf({doubtful, skipped, Says("jane", "and so it went on and on without an end, and"),
                Says("jane", "It is all mine, I assure you of that.")});
  EXPECT_EQ(TextsOf(script, "jane").front(), "It is all mine, I assure you of that.");
}

}  // namespace
}  // namespace fullcast
