// What a plain text has between its words that is not for the ear.
#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What is read of a text.
std::vector<std::string> Read(const std::string& text) {
  const Book book = ReadText(text);
  EXPECT_THAT(CheckBook(book), IsEmpty());
  return TextsRead(book);
}

// What is skipped for a reason.
std::vector<std::string> Skipped(const std::string& text, const std::string& reason) {
  std::vector<std::string> skipped;
  for (const Block& block : Blocks(ReadText(text))) {
    if (block.skip == reason) skipped.push_back(block.text);
  }
  return skipped;
}

TEST(Hyphens, AtLineEndsGoWhereTheBookKnowsTheWord) {
  EXPECT_THAT(Read("It was won-\nderful. A wonderful day.\n"),
              ElementsAre("It was wonderful. A wonderful day."));
  EXPECT_THAT(Read("A rabbit-\nhole, and another rabbit-hole.\n"),
              ElementsAre("A rabbit-hole, and another rabbit-hole."));
  EXPECT_THAT(Read("The lamp light. It was lamp-\nlight.\n"),
              ElementsAre("The lamp light. It was lamp-light."));
  EXPECT_THAT(Read("It was an extraor-\ndinary day.\n"),
              ElementsAre("It was an extraordinary day."));
  EXPECT_THAT(Read("Two-\nand threefold.\n"), ElementsAre("Two- and threefold."));
  EXPECT_THAT(Read("He went--\nand she came.\n"), ElementsAre("He went-- and she came."));
  EXPECT_THAT(Read("The won\u00AD\nderful day.\n"), ElementsAre("The wonderful day."));
}

TEST(Marks, OfBoldTypeAreItalicsToo) {
  const Book book = ReadText("It was *very\nlate* and =so= dark, 2*3*4 = 24, a*b.\n");
  const Block block = Blocks(book).front();
  EXPECT_EQ(block.text, "It was very late and so dark, 2*3*4 = 24, a*b.");
  EXPECT_EQ(block.emphasis.size(), 2U);
  EXPECT_EQ(Blocks(ReadText("A _*great*_ day.")).front().text, "A great day.");
}

TEST(Characters, WithoutASoundAreLeftOut) {
  EXPECT_THAT(Read("The won\u00ADder\u200Bful \uFB01ne o\uFB03ce.\n"),
              ElementsAre("The wonderful fine office."));
  EXPECT_THAT(Read("Mr.\u00A0Dunn\u2003said\u202F: \u2060no.\n"),
              ElementsAre("Mr. Dunn said : no."));
  EXPECT_THAT(Read("\u200EHe spoke.\u200F\n"), ElementsAre("He spoke."));
  EXPECT_THAT(Read("\u00AD\n\nHe spoke.\n"), ElementsAre("He spoke."));
}

TEST(PageNumbers, AreLeftOut) {
  EXPECT_THAT(Read("The lamp [Pg 12]was lit. {13} Nobody [Page xiv] spoke.\n"),
              ElementsAre("The lamp was lit. Nobody spoke."));
  const std::string alone = "The lamp was lit.\n\n[Pg 12]\n\nNobody spoke.\n";
  EXPECT_THAT(Read(alone), ElementsAre("The lamp was lit.", "Nobody spoke."));
  EXPECT_THAT(Skipped(alone, "page number"), ElementsAre("[Pg 12]"));
}

TEST(PageNumbers, ThatCutASentenceLetItGoOn) {
  EXPECT_THAT(Read("The lamp was\n\n[Pg 12]\n\nlit at last.\n"),
              ElementsAre("The lamp was lit at last."));
  std::string text;
  for (int page = 7; page < 12; ++page) {
    text += "The lamp was lit and nobody\n\n-- " + std::to_string(page) + " --\n\nspoke of it.\n\n";
  }
  for (const std::string& paragraph : Read(text)) {
    EXPECT_EQ(paragraph, "The lamp was lit and nobody spoke of it.");
  }
}

TEST(PageNumbers, StandBesideRunningHeads) {
  std::string text = "CHAPTER I\n\n";
  for (int page = 7; page < 13; ++page) {
    const std::string number = std::to_string(page);
    text += "The lamp was lit and nobody\n\n" +
            (page % 2 == 0 ? number + "     THE LAMP OF OIL" : "THE WICK     " + number) +
            "\n\x0C\nspoke of it.\n\n";
  }
  const std::vector<std::string> read = Read(text);
  ASSERT_EQ(read.size(), 7U);
  EXPECT_EQ(read.back(), "The lamp was lit and nobody spoke of it.");
  std::string days;
  for (int day = 1; day < 5; ++day) days += "DAY " + std::to_string(day) + "\n\n" + Prose();
  EXPECT_THAT(Skipped(days, "page number"), IsEmpty());
}

// Found by fuzzing: a number that counts on, where no paragraph can go on behind it.
TEST(PageNumbers, BesideOthersAreNotLost) {
  EXPECT_THAT(Read("I\n\nOne.\n\n2\n\n2\n\n[3]\n\n5\nfive.\n"),
              ElementsAre("I", "One.", "2", "five."));
}

TEST(PageNumbers, AreNoChapters) {
  EXPECT_THAT(Titles(ReadText("-4-\n\n" + Prose() + "-5-\n\n" + Prose())), ElementsAre("4", "5"));
}

TEST(Illustrations, MayHaveSeveralParagraphsAndNames) {
  EXPECT_THAT(Read("Before.\n\n[Illustration: A lamp.\n\nDrawn by A. Painter]\n\nAfter.\n"),
              ElementsAre("Before.", "After."));
  EXPECT_THAT(Read("Before.\n\n[Abbildung: Eine Lampe]\n\nAfter.\n"),
              ElementsAre("Before.", "After."));
  EXPECT_THAT(Read("[Illustration\n\nThe bracket never closes.\n"),
              ElementsAre("[Illustration", "The bracket never closes."));
}

TEST(TranscribersNotes, AreNotRead) {
  const std::string note = "Transcriber's Note:\n\nErrors were mended.\n\n\n\n\n";
  EXPECT_THAT(Read(note + "CHAPTER I\n\nThe lamp was lit.\n"),
              ElementsAre("CHAPTER I", "The lamp was lit."));
  EXPECT_THAT(Read("CHAPTER I\n\nThe lamp was lit.\n\n\n\n\n" + note),
              ElementsAre("CHAPTER I", "The lamp was lit."));
  EXPECT_THAT(Read("[Transcriber's Note: Errors\nwere mended.]\n\nThe lamp was lit.\n"),
              ElementsAre("The lamp was lit."));
}

TEST(Index, IsNotRead) {
  const std::string text = "CHAPTER I\n\n" + Prose() + "CHAPTER II\n\n" + Prose();
  const std::string index = "INDEX\n\nBoats, 12, 14\nDunn, Mr., 3\nHarbour, the, 1-20\n\nLamp, 1\n";
  EXPECT_THAT(Skipped(text + index, "index").size(), 3U);
  EXPECT_THAT(Skipped(text + "INDEX\n\n" + Prose(), "index"), IsEmpty());
}

TEST(Pages, ThatTellOfTheAuthorOrSellAreNotRead) {
  const std::string text = "CHAPTER I\n\n" + Prose() + "CHAPTER II\n\n" + Prose();
  EXPECT_THAT(Skipped(text + "ABOUT THE AUTHOR\n\nAnne Writer lives\non a hill.\n\n"
                             "Also by Anne Writer\n\nThe Wick\n",
                      "about the author"),
              ElementsAre("ABOUT THE AUTHOR", "Anne Writer lives on a hill."));
  EXPECT_THAT(Read(text + "About the author she said\nnothing.\n").back(),
              "About the author she said nothing.");
}

TEST(Contents, EndWhereAListedTitleComesAgain) {
  EXPECT_THAT(Read("THE LAMP\nA Novel\n\nAnne Writer\n\nCONTENTS\n\nForeword\ti\n1\tRain\t3\n"
                   "2\tSun\t9\n\nFOREWORD\n\nThanks.\n\n1 RAIN\n\n" +
                   Prose() + "2 SUN\n\nIt shone.\n"),
              testing::IsSupersetOf({"FOREWORD", "Thanks.", "1 RAIN", "2 SUN", "It shone."}));
}

TEST(TitlePages, AreNotReadButDedicationsAre) {
  EXPECT_THAT(
      Read("THE LAMP\n\nA Novel\n\nby\n\nANNE WRITER\n\nAuthor of \"Boats\"\n\nLondon\n1911\n\n"
           "Copyright 1911 by Anne Writer\n\nFor Tom\n\nCHAPTER I\n\nText.\n"),
      ElementsAre("For Tom", "CHAPTER I", "Text."));
  EXPECT_THAT(Read("THE LAMP\n\nby Anne Writer\n\nVOLUME I\n\nCHAPTER I\n\n" + Prose() +
                   "THE LAMP:\n\nA Novel.\n\nVOLUME II\n\nLondon: Printed for A. Printer\n\n"
                   "THE LAMP.\n\nCHAPTER I\n\n\"The Lamp,\" he said.\n")
                  .back(),
              "\"The Lamp,\" he said.");
}

TEST(TitlePages, InTheMiddleAreNotRead) {
  const std::string text =
      "THE LAMP\n\nby Anne Writer\n\nVOLUME I\n\nCHAPTER I\n\n" + Prose() +
      "THE LAMP:\n\nA Novel.\n\nVOLUME II\n\nLondon: Printed for A. Printer\n\n"
      "THE LAMP.\n\nCHAPTER I\n\n\"The Lamp,\n\nSunday.\n\nDear Tom.\n";
  EXPECT_THAT(Skipped(text, "title page"),
              ElementsAre("THE LAMP", "by Anne Writer", "THE LAMP:", "A Novel.",
                          "London: Printed for A. Printer", "THE LAMP."));
  EXPECT_THAT(Titles(ReadText(text)), ElementsAre("Volume I, Chapter I", "Volume II, Chapter I"));
}

TEST(Encodings, ThatAreDeclaredNeedNoWarning) {
  EXPECT_THAT(ReadText("Character set encoding: ISO-8859-1\n\nA caf\xE9.\n").warnings, IsEmpty());
  EXPECT_EQ(ReadText("Character set encoding: UTF-8\n\nA caf\xE9.\n").warnings.size(), 1U);
}

}  // namespace
}  // namespace fullcast
