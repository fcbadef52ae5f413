// The store of finished stretches of sound, as its user sees it.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;

class CacheTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(program_.Run("produce " + program_.WriteBook()).exit_code, 0); }

  [[nodiscard]] std::int64_t Entries(const std::string& key, const std::string& arguments) const {
    const Json json = Json::Parse(program_.Run("cache --json " + arguments).output, "output");
    return json.At(key).At("entries").AsInteger(0, 1000);
  }

  Program program_;
};

// Two pieces, and what is remembered of the book.
TEST_F(CacheTest, ShowsWhatIsThere) {
  EXPECT_EQ(Entries("stored", "show"), 3);
  EXPECT_THAT(program_.Run("cache").output, HasSubstr("cache/fullcast/pieces: 3 entries, "));
}

TEST_F(CacheTest, VerifyDeletesWhatIsDamaged) {
  EXPECT_EQ(program_.Run("cache verify").exit_code, 0);
  ASSERT_EQ(RunCommand("cd " + Quoted((program_ / "cache").string()) +
                       " && truncate -s -1 $(find . -name '*.piece' | head -n 1)")
                .exit_code,
            0);
  const auto run = program_.Run("cache verify");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.output, HasSubstr("2 entries"));
  EXPECT_THAT(run.output, HasSubstr("damaged and deleted: 1 entries"));
  EXPECT_EQ(Entries("damaged", "verify"), 0);
}

TEST_F(CacheTest, PruneDropsWhatDoesNotFitAndWhatWasLeftHalfWritten) {
  ASSERT_EQ(RunCommand("cd " + Quoted((program_ / "cache/fullcast/pieces").string()) +
                       " && touch $(ls -d ?? | head -n 1)/.x.piece.1.part")
                .exit_code,
            0);
  EXPECT_EQ(Entries("dropped", "prune"), 0);
  EXPECT_EQ(Entries("dropped", "prune --cache-size 0"), 3);
  EXPECT_EQ(Entries("stored", "show"), 0);
  EXPECT_EQ(RunCommand("find " + Quoted((program_ / "cache").string()) + " -type f").output, "");
}

}  // namespace
}  // namespace fullcast
