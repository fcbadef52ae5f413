// Footnotes of plain text, and where notes of any format are read.
#include "book/text/text_notes.h"

#include <gmock/gmock.h>

#include <string>

#include "book/footnotes.h"
#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What is read when footnotes are placed so.
std::vector<std::string> Read(const std::string& text, Footnotes footnotes = Footnotes::kSkip) {
  Book book = ReadText(text);
  EXPECT_THAT(CheckBook(book), IsEmpty());
  PlaceFootnotes(book, footnotes);
  return Spoken(book);
}

TEST(TextNotes, AreFoundInTheirForms) {
  const auto notes = [](const std::string& text) {
    return Texts(ReadText(text), BlockKind::kFootnote);
  };
  EXPECT_THAT(notes("It was late.[1] Nobody spoke.\n\n[1] By the clock.\n"),
              ElementsAre("By the clock."));
  EXPECT_THAT(notes("It was late.[A] Nobody spoke.\n\n[Footnote A: By the clock.]\n"),
              ElementsAre("By the clock."));
  EXPECT_THAT(notes("It was late. Nobody spoke.\n\n[Footnote: By the clock.\n\nSo it was.]\n"),
              ElementsAre("By the clock.", "So it was."));
  EXPECT_THAT(notes("It was late.* Nobody spoke.\n\n* By the clock.\n"),
              ElementsAre("By the clock."));
  EXPECT_THAT(notes("It was late\u2020 and dark.\n\n\u2020 By the clock.\n"),
              ElementsAre("By the clock."));
  EXPECT_THAT(notes("Es war spät.[1]\n\n[Fußnote 1: Nach der Uhr.]\n"),
              ElementsAre("Nach der Uhr."));
}

TEST(TextNotes, LeaveNoMarkInTheText) {
  EXPECT_THAT(Read("It was late[1], and dark.[2]\n\n[1] By the clock.\n\n[2] No moon.\n"),
              ElementsAre("It was late, and dark."));
  EXPECT_THAT(Read("It was late.* Nobody spoke.\n\n* By the clock.\n"),
              ElementsAre("It was late. Nobody spoke."));
}

TEST(TextNotes, MayHaveRaisedNumbers) {
  EXPECT_THAT(Read("It was late¹ and “dark.”² It cost 10³ of x² and 5 km².\n\nNotes\n\n¹ By the\n"
                   "clock.\n\n² No moon.\n\n³ Of nothing.\n"),
              ElementsAre("It was late and “dark.” It cost 10³ of x² and 5 km².", "³ Of nothing."));
  EXPECT_THAT(Read("It was late¹ there.\n"), ElementsAre("It was late¹ there."));
}

TEST(TextNotes, AreNotMadeOfOtherBrackets) {
  EXPECT_THAT(
      Read("He wrote [1] and [sic] there.\n\n[2] is no note.\n\n* An item\n\n* Another\n"),
      ElementsAre("He wrote [1] and [sic] there.", "[2] is no note.", "* An item", "* Another"));
}

const char* const kTwoChapters =
    "CHAPTER I\n\nIt was late.[1]\n\n[1] By the clock.\n\nNobody spoke.\n\n"
    "CHAPTER II\n\nIt was dark.[1]\n\nThe boats came home.\n\n[1] No moon.\n";

TEST(Footnotes, AreReadBehindTheirParagraph) {
  EXPECT_THAT(
      Read(kTwoChapters, Footnotes::kInline),
      ElementsAre("Chapter One", "It was late.", "Footnote: By the clock.", "Nobody spoke.",
                  "Chapter Two", "It was dark.", "Footnote: No moon.", "The boats came home."));
}

TEST(Footnotes, AreReadAtTheEndOfTheirChapter) {
  EXPECT_THAT(
      Read(kTwoChapters, Footnotes::kEnd),
      ElementsAre("Chapter One", "It was late.", "Nobody spoke.", "Footnote: By the clock.",
                  "Chapter Two", "It was dark.", "The boats came home.", "Footnote: No moon."));
}

Block Note(const std::string& name, const std::string& text) {
  Block block;
  block.kind = BlockKind::kFootnote;
  block.note = name;
  block.text = text;
  block.skip = kFootnoteReason;
  return block;
}

Block Text(const std::string& text, std::vector<NoteReference> notes = {}) {
  Block block;
  block.text = text;
  block.notes = std::move(notes);
  return block;
}

// A book with a chapter of notes at its end.
Book WithEndNotes() {
  Book book;
  book.info.language = "de";
  book.chapters.resize(2);
  book.chapters[0].blocks = {Text("Es war spät.", {{12, "n1"}}), Text("Niemand sprach.")};
  Block heading = Text("Anmerkungen");
  heading.kind = BlockKind::kHeading;
  heading.skip = kFootnoteReason;
  book.chapters[1].blocks = {heading, Note("n1", "1 Nach der Uhr."), Note("n1", "So war es.")};
  return book;
}

TEST(Footnotes, InAChapterOfTheirOwnStayThereOrMoveToTheirText) {
  Book skipped = WithEndNotes();
  PlaceFootnotes(skipped, Footnotes::kSkip);
  EXPECT_THAT(Spoken(skipped), ElementsAre("Es war spät.", "Niemand sprach."));
  Book at_end = WithEndNotes();
  PlaceFootnotes(at_end, Footnotes::kEnd);
  EXPECT_THAT(Spoken(at_end), ElementsAre("Es war spät.", "Niemand sprach.", "Anmerkungen",
                                          "Fußnote: Nach der Uhr.", "So war es."));
  Book in_line = WithEndNotes();
  PlaceFootnotes(in_line, Footnotes::kInline);
  EXPECT_THAT(Spoken(in_line), ElementsAre("Es war spät.", "Fußnote: Nach der Uhr.", "So war es.",
                                           "Niemand sprach."));
}

}  // namespace
}  // namespace fullcast
