#include "cli/progress_line.h"

#include <gmock/gmock.h>

#include <string>

#include "core/shown_text.h"

namespace fullcast {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

RenderProgress HalfDone() {
  RenderProgress progress;
  progress.chapter = "The Lamp";
  progress.chapter_number = 3;
  progress.chapters = 61;
  progress.letters_done = 500;
  progress.letters = 1000;
  progress.sound_seconds = 3000;
  progress.elapsed_seconds = 10;
  return progress;
}

TEST(ProgressLine, TellsChapterPercentSpeedAndTimeLeft) {
  EXPECT_EQ(ProgressFigures(HalfDone()), " 50%  3/61 The Lamp  300x  0:10 left");
  EXPECT_EQ(ProgressBar(HalfDone(), 100),
            "[############............]  50%  3/61 The Lamp  300x  0:10 left");
}

TEST(ProgressLine, NamesTheBookOfABatch) {
  RenderProgress progress = HalfDone();
  progress.book = "austen/emma";
  progress.book_number = 2;
  progress.books = 9;
  EXPECT_EQ(ProgressFigures(progress), " 50%  2/9 austen/emma  3/61 The Lamp  300x  0:10 left");
}

TEST(ProgressLine, WhatAnEarlierRunMadeIsNoSpeed) {
  RenderProgress progress = HalfDone();
  progress.letters_kept = 400;
  progress.sound_kept_seconds = 2400;
  EXPECT_DOUBLE_EQ(SpeedOf(progress), 60);
  EXPECT_DOUBLE_EQ(SecondsLeft(progress), 50);
  progress.letters_kept = 500;
  progress.sound_kept_seconds = 3000;
  EXPECT_EQ(ProgressFigures(progress), " 50%  3/61 The Lamp");
}

TEST(ProgressLine, FitsIntoAnyTerminal) {
  RenderProgress progress = HalfDone();
  progress.chapter = "";
  for (int i = 0; i < 30; ++i) progress.chapter += "The 中 of the lamp e\u0301 ";
  for (std::size_t columns = 0; columns < 200; ++columns) {
    const std::string bar = ProgressBar(progress, columns);
    EXPECT_EQ(CutToColumns(bar, columns), bar);
  }
  EXPECT_THAT(ProgressBar(progress, 80), StartsWith("[############............]  50%  3/61 The"));
  EXPECT_THAT(ProgressBar(progress, 80), EndsWith("...  300x  0:10 left"));
}

TEST(ProgressLine, ATitleCantCommandTheTerminal) {
  RenderProgress progress = HalfDone();
  progress.chapter = "The\x1b[2J Lamp\n\u009b";
  EXPECT_THAT(ProgressBar(progress, 100), HasSubstr("The[2J Lamp  300x"));
}

TEST(ProgressLine, ABookWithoutTextIsDone) { EXPECT_EQ(PercentDone(RenderProgress{}), 100U); }

}  // namespace
}  // namespace fullcast
