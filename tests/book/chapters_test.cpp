// How chapters are found in plain text.

#include "book/headings/chapters.h"

#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Every heading with a text below it.
std::string Chapters(std::initializer_list<const char*> headings) {
  std::string text;
  for (const char* heading : headings) text += std::string(heading) + "\n\n" + Prose();
  return text;
}

TEST(Chapters, AreFoundByTheirWord) {
  const Book book = ReadText(Chapters({"CHAPTER I.", "CHAPTER II.", "THE EPILOGUE"}));
  EXPECT_THAT(Titles(book), ElementsAre("Chapter I", "Chapter II", "The Epilogue"));
  EXPECT_THAT(Announced(book), ElementsAre("Chapter One", "Chapter Two", "The Epilogue"));
}

TEST(Chapters, HaveTheirTitleOnTheNextLines) {
  const Book book =
      ReadText(Chapters({"CHAPTER I.\nIN WHICH A LAMP IS LIT, AND NOBODY IN\nTHE HARBOUR KNOWS WHY",
                         " CHAPTER II.\nThe Boats Come Home",
                         "Chapter III: Of Boats and Lamps, and of Those Who Wait in\n"
                         "the Harbour"}));
  EXPECT_THAT(Titles(book),
              ElementsAre("Chapter I. In Which a Lamp Is Lit, and Nobody in the Harbour Knows Why",
                          "Chapter II. The Boats Come Home",
                          "Chapter III: Of Boats and Lamps, and of Those Who Wait in the Harbour"));
}

TEST(Chapters, HaveTheirTitleInTheNextParagraphIfMostHave) {
  EXPECT_THAT(Titles(ReadText(Chapters({"CHAPTER I\n\nTHE LAMP", "CHAPTER II\n\nTHE BOATS"}))),
              ElementsAre("Chapter I. The Lamp", "Chapter II. The Boats"));
  EXPECT_THAT(Titles(ReadText(Chapters({"CHAPTER I\n\nNO!", "CHAPTER II", "CHAPTER III"}))),
              ElementsAre("Chapter I", "Chapter II", "Chapter III"));
  EXPECT_THAT(Titles(ReadText(Chapters({"CHAPTER I\n\n\"TOM!\"", "CHAPTER II\n\n\"TOM!\""}))),
              ElementsAre("Chapter I", "Chapter II"));
}

TEST(Chapters, HaveTheirNumberOnTheNextLine) {
  const Book book = ReadText(Chapters({"          CHAPTER\n             1", "CHAPTER\n\n\n   2"}));
  EXPECT_THAT(Titles(book), ElementsAre("Chapter 1", "Chapter 2"));
}

TEST(Chapters, MayStandInTextWithoutBlankLines) {
  const Book book = ReadText(
      "Chapter 1\nThe lamp was lit.\nNobody spoke.\nIt was late.\n"
      "Chapter 2\nThe boats came home.\nNobody spoke.\n");
  EXPECT_THAT(Titles(book), ElementsAre("Chapter 1", "Chapter 2"));
}

TEST(Chapters, MayBeBareNumbersThatCountUp) {
  EXPECT_THAT(Titles(ReadText(Chapters({"I", "II", "III"}))), ElementsAre("1", "2", "3"));
  EXPECT_THAT(Titles(ReadText(Chapters({"-4-", "-5-"}))), ElementsAre("4", "5"));
  EXPECT_THAT(Titles(ReadText(Chapters({"One", "Two"}))), ElementsAre("One", "Two"));
  const Book one = ReadText(Chapters({"-1-"}));
  EXPECT_THAT(Titles(one), ElementsAre("1"));
  EXPECT_THAT(Announced(one), ElementsAre("Chapter One"));
}

TEST(Chapters, MayHaveANumberAndATitleWithNothingBetween) {
  const Book book = ReadText(Chapters({"1 The Ferry", "2 A Stone in the Road", "3 The Lights"}));
  EXPECT_THAT(Titles(book), ElementsAre("1. The Ferry", "2. A Stone in the Road", "3. The Lights"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
  EXPECT_THAT(Titles(ReadText(Chapters({"1 May", "2 May", "3 May"}))), ElementsAre("Story"));
}

TEST(Chapters, AreNotMadeOfPronounsAndLists) {
  EXPECT_THAT(Titles(ReadText(Prose() + "I\n\n" + Prose() + "I hope so.\n\n" + Prose())),
              ElementsAre("Story"));
  EXPECT_THAT(Titles(ReadText(Prose() + "1. Oil\n\n2. Matches\n\n3. Bread\n\n" + Prose())),
              ElementsAre("Story"));
}

TEST(Chapters, ContinueWithoutTheirWordBeforeATitle) {
  const Book book = ReadText(Chapters(
      {"ADVENTURE I. THE LAMP\n\nI.", "II.", "ADVENTURE II. THE BOATS", "III. THE HARBOUR"}));
  EXPECT_THAT(Titles(book),
              ElementsAre("Adventure I. The Lamp", "Adventure II. The Boats", "III. The Harbour"));
  EXPECT_THAT(Announced(book),
              ElementsAre("Adventure One. The Lamp.", "One", "Two", "Adventure Two. The Boats.",
                          "Chapter Three. The Harbour."));
}

TEST(Chapters, ShowTheirPart) {
  EXPECT_THAT(Titles(ReadText(Chapters(
                  {"PART I: LAMPS\n\nCHAPTER I", "CHAPTER II", "PART II: BOATS\n\nCHAPTER III"}))),
              ElementsAre("Part I: Lamps, Chapter I", "Chapter II", "Part II: Boats, Chapter III"));
  EXPECT_THAT(Titles(ReadText(Chapters({"VOLUME I\n\nCHAPTER I", "CHAPTER II",
                                        "VOLUME II\n\nCHAPTER I", "CHAPTER II"}))),
              ElementsAre("Volume I, Chapter I", "Volume I, Chapter II", "Volume II, Chapter I",
                          "Volume II, Chapter II"));
  EXPECT_THAT(
      Titles(ReadText(Chapters({"VOLUME I\n\nBOOK I\n\nCHAPTER I", "BOOK II\n\nCHAPTER II"}))),
      ElementsAre("Volume I, Book I, Chapter I", "Volume I, Book II, Chapter II"));
}

TEST(Chapters, ArePartsThatHoldTextThemselves) {
  EXPECT_THAT(Titles(ReadText("For Anne\n\n" + Chapters({"PART I", "PART II"}))),
              ElementsAre("Part I", "Part II"));
}

TEST(Chapters, BeginWithAnOpeningIfALongTextIsReadBeforeThem) {
  EXPECT_THAT(Titles(ReadText(Prose() + Chapters({"CHAPTER I"}))),
              ElementsAre("Opening", "Chapter I"));
  const Book dedicated = ReadText("For Anne\n\n" + Chapters({"CHAPTER I"}));
  EXPECT_THAT(Titles(dedicated), ElementsAre("Chapter I"));
  EXPECT_EQ(Spoken(dedicated).front(), "For Anne");
  EXPECT_THAT(Titles(ReadText("[Illustration]\n\n" + Chapters({"CHAPTER I"}))),
              ElementsAre("Chapter I"));
}

TEST(Chapters, MayBeTitlesThatStandAlone) {
  const std::string text = Prose() + Prose() + Prose() + Prose() + Prose();
  EXPECT_THAT(Titles(ReadText("The Lamp\n\n\nThe Harbour\n\n\"Yes.\"\n\n" + text +
                              "\n\nThe Boats\n\n" + text + "\n\nRope and Oil\n\n" + text)),
              ElementsAre("The Harbour", "The Boats", "Rope and Oil"));
  EXPECT_THAT(Titles(ReadText(text + "\n\nThe Boats\n\n" + text + "\n\n" + text + "\n\n" + text +
                              "\n\nRope and Oil\n\n" + text)),
              ElementsAre("Story"));
}

TEST(Chapters, AreCountedFromTheBeginningHoweverShort) {
  const Book book = ReadText("The Lamp\n\nI\n\nIt was lit.\n\nII\n\nIt was out.\n");
  EXPECT_THAT(Titles(book), ElementsAre("1", "2"));
  EXPECT_EQ(book.info.title, "The Lamp");
  const Book named = ReadText("The Lamp\n\nI\n\nThe lamp was lit.\n\nII\n\nThe lamp went.\n");
  EXPECT_THAT(TextsRead(named), ElementsAre("I", "The lamp was lit.", "II", "The lamp went."));
  EXPECT_THAT(Titles(ReadText(Prose() + "1\n\nSalt.\n\n2\n\nOil.\n\n3\n\nRope.\n")),
              ElementsAre("Story"));
}

TEST(Chapters, AreKnownInOtherLanguages) {
  EXPECT_THAT(Titles(ReadText(Chapters({"ERSTER TEIL\n\nErstes Kapitel\nDer Hafer", "2. Kapitel",
                                        "ZWEITER TEIL\n\nKapitel 3: Die Lampe", "Nachwort"}))),
              ElementsAre("Erster Teil, Erstes Kapitel. Der Hafer", "2. Kapitel",
                          "Zweiter Teil, Kapitel 3: Die Lampe", "Nachwort"));
  EXPECT_THAT(Titles(ReadText(Chapters({"Глава первая", "Глава II", "Глава 3. Паром", "Эпилог"}))),
              ElementsAre("Глава первая", "Глава II", "Глава 3. Паром", "Эпилог"));
}

TEST(Chapters, MayBeTitlesInCapitalsWhereNothingElseIs) {
  const std::string text = Prose() + Prose() + Prose() + Prose() + Prose();
  EXPECT_THAT(
      Titles(ReadText("THE LAMP\n\n\n\nTHE HARBOUR\n\n" + text + "\n\nTHE BOATS\n\n" + text)),
      ElementsAre("The Harbour", "The Boats"));
}

TEST(Chapters, AreNotFoundInTheTableOfContents) {
  const std::string chapters = Chapters({"CHAPTER I. The Lamp", "CHAPTER II. The Boats"});
  for (const char* contents : {"CONTENTS\n\nCHAPTER I. The Lamp\n\nCHAPTER II. The Boats\n\n\n\n",
                               "Contents\n  I. The Lamp\n II. The Boats\n\n\n",
                               "CHAPTER I. The Lamp\n\nCHAPTER II. The Boats\n\n"}) {
    const Book book = ReadText(contents + chapters);
    EXPECT_THAT(Titles(book), ElementsAre("Chapter I. The Lamp", "Chapter II. The Boats"))
        << contents;
    EXPECT_THAT(CheckBook(book), IsEmpty());
  }
}

}  // namespace
}  // namespace fullcast
