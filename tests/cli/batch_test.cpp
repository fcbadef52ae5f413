// Many books in one run: each comes out as if it had been produced alone.
#include <gmock/gmock.h>

#include <sstream>
#include <string>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;
using ::testing::Not;

std::string TaleOf(const std::string& name) {
  return "CHAPTER I.\n\nThe tide came in.\n\n\"Look!\" said " + name +
         ". \"There it goes.\"\n\nCHAPTER II.\n\n" + name + " went home.\n";
}

class BatchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"Ann", "Ben", "Cleo"}) {
      (void)program_.WriteBook("shelf/" + std::string(name) + "/tide.txt", TaleOf(name));
    }
  }

  [[nodiscard]] std::vector<std::string> States() const {
    const Json report = Json::Parse(program_.Read("output/batch-report.json"), "report");
    std::vector<std::string> states;
    for (const Json& book : report.At("books").AsArray()) {
      states.push_back(book.At("name").AsString() + " " + book.At("state").AsString());
    }
    return states;
  }

  Program program_;
};

TEST_F(BatchTest, MakesWhatEachBookMakesAloneForAnyNumberOfJobs) {
  for (const std::string jobs : {"1", "3"}) {
    const auto run = program_.Run("batch shelf -o " + jobs + " --no-cache --jobs " + jobs);
    ASSERT_EQ(run.exit_code, 0) << run.output;
    for (const std::string name : {"Ann", "Ben", "Cleo"}) {
      const std::string alone = jobs + "/alone.m4b";
      ASSERT_EQ(
          program_.Run("produce --workdir w -o " + alone + " shelf/" + name + "/tide.txt --force")
              .exit_code,
          0);
      EXPECT_EQ(program_.Read(jobs + "/" + name + "/tide.m4b"), program_.Read(alone)) << name;
    }
  }
}

TEST_F(BatchTest, TakesWhatItsBooksHaveInCommon) {
  (void)program_.WriteBook("shelf/Ben/tide.book.json",
                           R"({"title": "Ben's Tide", "year": "1902"})");
  const auto run = program_.Run(
      "batch shelf --author 'A. Writer' --read-by 'A. Reader' --series Tides --exclude 2");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  for (const std::string name : {"Ann", "Ben", "Cleo"}) {
    const Json script = Json::Parse(program_.Read("scripts/" + name + "/tide.json"), "script");
    const Json book = script.At("book");
    EXPECT_EQ(book.At("author").AsString(), "A. Writer");
    EXPECT_EQ(book.At("narrator").AsString(), "A. Reader");
    EXPECT_EQ(book.At("series").AsString(), "Tides");
    if (name == "Ben") {
      EXPECT_EQ(book.At("title").AsString(), "Ben's Tide");
    }
    EXPECT_THAT(program_.Read("scripts/" + name + "/tide.json"),
                HasSubstr("\"skip\":\"excluded\""));
  }
}

TEST_F(BatchTest, GoesOnAfterAFailureAndSaysSo) {
  (void)program_.WriteBook("shelf/Ben/tide.txt", "");
  const auto run = program_.Run("batch shelf");
  EXPECT_EQ(run.exit_code, 3) << run.output;
  EXPECT_THAT(run.output, HasSubstr("failed   Ben/tide: tide.txt: there is no text in this file"));
  EXPECT_THAT(run.output, HasSubstr("2 done, 0 skipped, 1 failed"));
  EXPECT_THAT(States(),
              ::testing::ElementsAre("Ann/tide done", "Ben/tide failed", "Cleo/tide done"));
  EXPECT_THAT(program_.Files(), Not(HasSubstr("Ben/tide.m4b")));
  EXPECT_THAT(program_.Files(), Not(HasSubstr(".part")));
}

TEST_F(BatchTest, HasFailedWhenEveryBookHas) {
  (void)program_.WriteBook("list", "shelf/none.txt\nshelf\n");
  const auto run = program_.Run("batch list");
  EXPECT_EQ(run.exit_code, 1) << run.output;
  EXPECT_THAT(States(), ::testing::ElementsAre("shelf/none failed", "shelf failed"));
}

TEST_F(BatchTest, SkipsWhatIsUpToDateAndRendersWhatIsNot) {
  ASSERT_EQ(program_.Run("batch shelf").exit_code, 0);
  const std::string ann = program_.Read("output/Ann/tide.m4b");
  (void)program_.WriteBook("shelf/Ben/tide.txt", TaleOf("Benjamin"));
  ASSERT_EQ(program_.Run("batch shelf").exit_code, 0);
  EXPECT_THAT(States(),
              ::testing::ElementsAre("Ann/tide skipped", "Ben/tide done", "Cleo/tide skipped"));
  EXPECT_EQ(program_.Read("output/Ann/tide.m4b"), ann);
  ASSERT_EQ(program_.Run("batch shelf --rate 190").exit_code, 0);
  EXPECT_THAT(States(), ::testing::ElementsAre("Ann/tide done", "Ben/tide done", "Cleo/tide done"));
}

TEST_F(BatchTest, ABookIsUpToDateOnlyWithAllThatBelongsBesideIt) {
  const auto states_after = [this](const std::string& command) {
    const auto run = program_.Run(command);
    EXPECT_EQ(run.exit_code, 0) << run.output;
    return States();
  };
  const auto all = [](const std::string& state) {
    return std::vector{"Ann/tide " + state, "Ben/tide " + state, "Cleo/tide " + state};
  };
  EXPECT_EQ(states_after("batch shelf --read-along vtt"), all("done"));
  EXPECT_EQ(states_after("batch shelf --read-along vtt,html"), all("done"));
  EXPECT_EQ(states_after("batch shelf --read-along html,vtt"), all("skipped"));
  std::filesystem::remove(program_ / "output/Ben/tide.vtt");
  EXPECT_EQ(states_after("batch shelf --read-along html,vtt"),
            (std::vector<std::string>{"Ann/tide skipped", "Ben/tide done", "Cleo/tide skipped"}));
  EXPECT_THAT(program_.Read("output/Ben/tide.vtt"), HasSubstr("<v Ben>"));

  // What lies there is of an earlier edition.
  (void)program_.WriteBook("shelf/Ben/tide.txt", TaleOf("Benjamin"));
  EXPECT_EQ(states_after("batch shelf")[1], "Ben/tide done");
  EXPECT_THAT(program_.Read("output/Ben/tide.vtt"), HasSubstr("<v Ben>"));
  EXPECT_EQ(states_after("batch shelf --read-along vtt"),
            (std::vector<std::string>{"Ann/tide skipped", "Ben/tide done", "Cleo/tide skipped"}));
  EXPECT_THAT(program_.Read("output/Ben/tide.vtt"), HasSubstr("<v Benjamin>"));
}

TEST_F(BatchTest, ASkippedBookRepeatsItsDefects) {
  std::string code;
  for (int i = 0; i < 90; ++i) code += "a" + std::to_string(i % 7) + "Zq";
  (void)program_.WriteBook("shelf/Ben/tide.txt", TaleOf("Ben") + "\nIt said " + code + ".\n");
  const std::string defect =
      "chapter 2 \\\"Chapter II\\\", segment 3: this is code, which no voice can read";
  for (const char* state : {"done", "skipped"}) {
    const auto run = program_.Run("batch shelf");
    EXPECT_EQ(run.exit_code, 3) << run.output;
    EXPECT_THAT(run.output,
                HasSubstr("Ben/tide: chapter 2 \"Chapter II\", segment 3: this is code"));
    EXPECT_THAT(run.output, HasSubstr("; 1 segment could not be spoken"));
    EXPECT_THAT(States(), ::testing::Contains(std::string("Ben/tide ") + state));
    EXPECT_THAT(program_.Read("output/batch-report.json"), HasSubstr("\"with_defects\":1"));
    EXPECT_THAT(program_.Read("output/batch-report.json"), HasSubstr(defect));
  }
  // Chapters are counted as in the book, whichever are chosen.
  EXPECT_THAT(program_.Run("batch shelf --chapters 2 -o part").output,
              HasSubstr("Ben/tide: chapter 2 \"Chapter II\""));
}

TEST_F(BatchTest, NamesThatAreNoUtf8AreValidInJson) {
  const std::string name = "shelf/caf\xE9/a\xFFtide.txt";
  (void)program_.WriteBook(name, TaleOf("Dora"));
  for (const char* state : {"done", "skipped"}) {
    const auto run = program_.Run("batch shelf --json --read-along json,html,lpf");
    ASSERT_EQ(run.exit_code, 0) << run.output;
    std::istringstream lines(run.output);
    for (std::string line; std::getline(lines, line);) (void)Json::Parse(line, "event");
    EXPECT_THAT(States(), ::testing::Contains(std::string("caf\uFFFD/a\uFFFDtide ") + state));
  }
  EXPECT_THAT(program_.Files(), HasSubstr("./output/caf\xE9/a\xFFtide.m4b"));
  // A script knows its book again, though it can't hold its path.
  (void)program_.WriteBook(name, TaleOf("Dora") + "\nThe end.\n");
  const auto run = program_.Run(
      "annotate 'shelf/caf\xE9/a\xFFtide.txt' --workdir . -o "
      "'scripts/caf\xE9/a\xFFtide.json' --json");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(program_.Run("render 'scripts/caf\xE9/a\xFFtide.json' --dry-run --json").output,
              HasSubstr("\"event\":\"estimate\""));
}

TEST_F(BatchTest, DoesNotReplaceAForeignFile) {
  (void)program_.WriteBook("output/Ann/tide.m4b", "mine");
  EXPECT_EQ(program_.Run("batch shelf").exit_code, 3);
  EXPECT_EQ(program_.Read("output/Ann/tide.m4b"), "mine");
}

TEST_F(BatchTest, GoesOnAfterAnInterruption) {
  std::string longer;
  for (int i = 0; i < 400; ++i) longer += "On day " + std::to_string(i) + " the tide came in.\n\n";
  (void)program_.WriteBook("shelf/Ann/tide.txt", longer);
  const auto stopped = program_.Run("batch shelf --jobs 1", "timeout -s INT 0.5");
  ASSERT_TRUE(stopped.exit_code == 124 || stopped.exit_code == 130) << stopped.output;
  EXPECT_THAT(program_.Files(), Not(HasSubstr(".part")));
  const auto run = program_.Run("batch shelf --json");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("\"event\":\"book\""));
  EXPECT_THAT(States(), ::testing::SizeIs(3));
}

TEST_F(BatchTest, ADryRunWritesNothing) {
  const std::string before = program_.Files();
  const auto run = program_.Run("batch shelf --dry-run");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("2 chapters, 1 character,"));
  EXPECT_EQ(program_.Files(), before);
}

}  // namespace
}  // namespace fullcast
