// No work is lost: what was rendered is used again, after a kill, an edit or another book.
#include <gmock/gmock.h>

#include <filesystem>
#include <random>
#include <string>

#include "cli/program.h"
#include "support/picture.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::AllOf;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;
using ::testing::Not;

std::string LongBook() {
  std::string text;
  for (int chapter = 1; chapter <= 3; ++chapter) {
    text += "CHAPTER " + std::to_string(chapter) + ".\n\n";
    for (int i = 0; i < 25; ++i) {
      text +=
          "On day " + std::to_string(chapter * 100 + i) +
          " the tide came in, and went out again.\n\n\"Look!\" said Ann. \"There it goes.\"\n\n";
    }
  }
  return text;
}

TEST(Resume, AKilledRunGoesOnAndMakesTheSameBook) {
  const Program program;
  const std::string book = program.WriteBook("tide.txt", LongBook());
  ASSERT_EQ(program.Run("produce --no-cache -o whole.m4b " + book).exit_code, 0);
  std::mt19937 random(7);
  for (int i = 0; i < 8; ++i) {
    const double seconds = 0.1 + static_cast<double>(random() % 1500) / 1000.0;
    (void)program.Run("produce " + book, "timeout -s KILL " + std::to_string(seconds));
  }
  const auto run = program.Run("produce " + book);
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(program.Read("output/tide.m4b"), program.Read("whole.m4b"));
  EXPECT_THAT(program.Files(), Not(HasSubstr(".part")));
}

TEST(Resume, ADamagedStoreIsNeverHeard) {
  const Program program;
  const std::string book = program.WriteBook("tide.txt", LongBook());
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  const std::string whole = program.Read("output/tide.m4b");
  ASSERT_EQ(RunCommand("cd " + Quoted((program / "cache").string()) +
                       " && find . -name '*.piece' | while read -r f; do"
                       " printf 'xxxx' | dd of=\"$f\" bs=1 seek=900 conv=notrunc 2>/dev/null; done")
                .exit_code,
            0);
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  EXPECT_EQ(program.Read("output/tide.m4b"), whole);
}

TEST(Resume, ABookThatIsInPlaceIsLeftAsItIs) {
  const Program program;
  const std::string book = program.WriteBook("tide.txt", LongBook());
  const std::filesystem::path output = program / "output/tide.m4b";
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  const std::string whole = program.Read("output/tide.m4b");
  const auto written = std::filesystem::last_write_time(output);
  const auto again = program.Run("produce " + book);
  EXPECT_THAT(again.output, HasSubstr("made before"));
  EXPECT_THAT(again.output, HasSubstr("3 chapters"));
  EXPECT_EQ(std::filesystem::last_write_time(output), written);
}

TEST(Resume, ABookThatIsNotAsItWasLeftIsMadeAgain) {
  const Program program;
  const std::string book = program.WriteBook("tide.txt", LongBook());
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  const std::string whole = program.Read("output/tide.m4b");
  const std::string output = Quoted((program / "output/tide.m4b").string());
  for (const std::string& damage :
       {"rm " + output, "truncate -s -1000 " + output,
        "printf x | dd of=" + output + " bs=1 seek=9000 conv=notrunc 2>/dev/null"}) {
    ASSERT_EQ(RunCommand(damage).exit_code, 0);
    EXPECT_THAT(program.Run("produce " + book).output, Not(HasSubstr("made before")));
    EXPECT_EQ(program.Read("output/tide.m4b"), whole) << damage;
  }
}

TEST(Resume, WhatLiesBesideABookIsStillMade) {
  const Program program;
  const std::string book = program.WriteBook("tide.txt", LongBook());
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  ASSERT_EQ(program.Run("produce --read-along vtt --timeline t.json " + book).exit_code, 0);
  EXPECT_THAT(program.Files(), HasSubstr("tide.vtt"));
  EXPECT_THAT(program.Read("t.json"), HasSubstr("tide"));
}

TEST(Resume, TwoRunsAtOnceAreBothRight) {
  const Program program;
  const std::string book = program.WriteBook("tide.txt", LongBook());
  ASSERT_EQ(program.Run("produce --no-cache -o whole.m4b " + book).exit_code, 0);
  const auto both =
      program.Run("produce -o a.m4b " + book + " & \"$@\" ; wait",
                  "set -- env XDG_CACHE_HOME=" + Quoted((program / "cache").string()) + " " +
                      Quoted(test::ProgramPath().string()) + " produce -o b.m4b " + book + ";");
  EXPECT_EQ(program.Read("a.m4b"), program.Read("whole.m4b")) << both.output;
  EXPECT_EQ(program.Read("b.m4b"), program.Read("whole.m4b")) << both.output;
}

TEST(Resume, AnEditRendersItsPiecesAndNothingElse) {
  const Program program;
  const std::string text =
      LongBook() + "CHAPTER 4.\n\nNobody spoke of it, and the tide went out for good.\n";
  (void)program.WriteBook("tide.txt", text);
  const auto pieces = [&program] {
    return std::stoi(RunCommand("find " + Quoted((program / "cache").string()) +
                                " -name '*.piece' -size +4k | wc -l")
                         .output);
  };
  // How many pieces a run renders that were not in the store.
  const auto rendered = [&](const std::string& arguments) {
    const int before = pieces();
    const auto run = program.Run(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.output;
    return pieces() - before;
  };
  const int all = rendered("produce tide.txt");
  ASSERT_GE(all, 4);
  EXPECT_EQ(rendered("produce tide.txt"), 0);
  WriteFile(program / "cover.png", test::PngBytes());
  EXPECT_EQ(rendered("produce tide.txt --title Tides --author Ann --cover cover.png"), 0);
  EXPECT_EQ(rendered("produce tide.txt --format mp3"), all) << "encoded anew";
  (void)program.Run("cast scripts/tide.json --set ann.pitch=70");
  EXPECT_EQ(rendered("produce tide.txt"), all - 1) << "all but the chapter without Ann";

  std::string edited = text;
  edited.replace(edited.find("day 212"), 7, "day 213");
  (void)program.WriteBook("tide.txt", edited);
  // A line that ends its piece, or does so now, belongs to two.
  EXPECT_THAT(rendered("produce tide.txt"), AllOf(Ge(1), Le(2)));
  edited.replace(edited.find("CHAPTER 3."), 10, "CHAPTER 3. The Ebb");
  (void)program.WriteBook("tide.txt", edited);
  EXPECT_THAT(rendered("produce tide.txt"), AllOf(Ge(1), Le(2)));
}

TEST(Resume, WhatNoVoiceCanReadIsNotTriedAgain) {
  const Program program;
  std::string code;
  for (int i = 0; i < 90; ++i) code += "a" + std::to_string(i % 7) + "Zq";
  const std::string book =
      program.WriteBook("lamp.txt", test::kShortBook + ("\nIt said " + code + ".\n"));
  ASSERT_EQ(program.Run("produce " + book).exit_code, 3);
  const std::string whole = program.Read("output/lamp.m4b");
  EXPECT_EQ(std::stoi(RunCommand("find " + Quoted((program / "cache").string()) +
                                 " -name '*.piece' -size +4k | wc -l")
                          .output),
            2)
      << "a piece a chapter, also of the one with the defect";
  const auto again = program.Run("produce -o again.m4b " + book);
  EXPECT_EQ(again.exit_code, 3) << again.output;
  EXPECT_THAT(again.output, HasSubstr("this is code"));
  EXPECT_EQ(program.Read("again.m4b"), whole);
}

TEST(Resume, AStoreThatCantBeWrittenCostsNothingButItself) {
  const Program program;
  const auto run = program.Run("produce --cache /proc/none " + program.WriteBook());
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("going on without the store"));
}

}  // namespace
}  // namespace fullcast
