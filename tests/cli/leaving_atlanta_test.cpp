// A chapter of a story as its author typed it, where it is at hand.
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

TEST(LeavingAtlanta, EverybodyHasTheRightVoice) {
  const std::filesystem::path book = test::SharedFolder() / "books/leaving-atlanta.txt";
  if (!std::filesystem::exists(book)) GTEST_SKIP() << "the shared books are not here";
  const test::Program program;
  const auto run = program.Run("annotate -o s.json " + test::Quoted(book.string()));
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const Json script = Json::Parse(program.Read("s.json"), "s.json");
  const auto& chapters = script.At("chapters").AsArray();
  ASSERT_EQ(chapters.size(), 1U);
  EXPECT_EQ(chapters[0].At("title").AsString(), "1");

  std::map<std::string, std::string> sexes;
  for (const Json& character : script.At("characters").AsArray()) {
    sexes[character.At("id").AsString()] = character.At("gender").AsString();
  }
  std::vector<std::pair<std::string, std::string>> spoken;  // speaker, sex
  std::vector<std::string> thinkers;
  for (const Json& segment : chapters[0].At("segments").AsArray()) {
    const std::string& speaker = segment.At("speaker").AsString();
    if (segment.Find("thought") != nullptr) {
      thinkers.push_back(speaker);
    } else if (speaker != "narrator") {
      spoken.emplace_back(speaker, sexes[speaker]);
    }
  }
  // Nothing else is spoken: "no" and twice a "Glorious Cause" are the narrator's.
  ASSERT_EQ(spoken.size(), 3U);
  EXPECT_EQ(spoken[0].second, "female");  // "Welcome home"
  EXPECT_EQ(spoken[1], (std::pair<std::string, std::string>("rhett", "male")));
  EXPECT_EQ(spoken[2], spoken[1]);
  EXPECT_EQ(thinkers, (std::vector<std::string>{"rhett", "rhett"}));
}

}  // namespace
}  // namespace fullcast
