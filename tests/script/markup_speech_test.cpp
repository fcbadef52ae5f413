#include "script/segments/markup_speech.h"

#include <gmock/gmock.h>

#include "script/annotate.h"
#include "script/book_of.h"
#include "script/check.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> SegmentTexts(const Script& script) {
  std::vector<std::string> texts;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) texts.push_back(segment.text);
  }
  return texts;
}

TEST(MarkupSpeech, GivesAForeignPassageASegmentOfItsOwn) {
  Book book = BookOf({"He sang Au clair de la lune and went."});
  book.chapters[0].blocks[0].foreign = {{{8, 27}, "fr"}};
  const Script script = Annotate(book);
  EXPECT_THAT(SegmentTexts(script), ElementsAre("He sang", "Au clair de la lune", "and went."));
  EXPECT_EQ(script.chapters[0].segments[1].language, "fr");
  EXPECT_EQ(script.chapters[0].segments[2].language, "");
  EXPECT_EQ(script.chapters[0].segments[0].pause, Pause::kNone);
  EXPECT_THAT(CheckScript(script, book), IsEmpty());
}

TEST(MarkupSpeech, LeavesAForeignWordInItsSentence) {
  Book book = BookOf({"Here was the garcon again.", "Garcon!"});
  book.chapters[0].blocks[0].foreign = {{{13, 19}, "fr"}};
  book.chapters[0].blocks[1].foreign = {{{0, 7}, "fr"}};
  const Script script = Annotate(book);
  EXPECT_THAT(SegmentTexts(script), ElementsAre("Here was the garcon again.", "Garcon!"));
  EXPECT_EQ(script.chapters[0].segments[0].language, "");
  EXPECT_EQ(script.chapters[0].segments[1].language, "fr");
}

TEST(MarkupSpeech, CountsPronunciationsInTheSegment) {
  Book book = BookOf({"\"Go N.,\" said Tom. \"Then S. again.\""});
  book.chapters[0].blocks[0].pronunciations = {{{4, 6}, "n"}, {{25, 27}, "s"}};
  const Script script = Annotate(book);
  const auto& segments = script.chapters[0].segments;
  ASSERT_EQ(segments.size(), 3U);
  EXPECT_THAT(segments[0].pronunciations, ElementsAre(Pronunciation{{4, 6}, "n"}));
  EXPECT_THAT(segments[1].pronunciations, IsEmpty());
  EXPECT_THAT(segments[2].pronunciations, ElementsAre(Pronunciation{{6, 8}, "s"}));
}

TEST(Segments, WhatIsNotReadJoinsTheChapterBehindIt) {
  Book book = BookOf({"Imprint.", "It rained.", "Colophon."});
  std::vector<Block> blocks = std::move(book.chapters[0].blocks);
  blocks[0].skip = blocks[2].skip = "imprint";
  book.chapters = {{"Imprint", {blocks[0]}}, {"One", {blocks[1]}}, {"Colophon", {blocks[2]}}};
  const Script script = Annotate(book);
  ASSERT_EQ(script.chapters.size(), 1U);
  EXPECT_EQ(script.chapters[0].title, "One");
  EXPECT_THAT(SegmentTexts(script), ElementsAre("Imprint.", "It rained.", "Colophon."));
  EXPECT_THAT(CheckScript(script, book), IsEmpty());
}

TEST(Segments, ProveAChapterOfTwoFiles) {
  Book book = BookOf({"It rained.", "Nobody spoke."});
  book.sources = {{"a.xhtml", "It rained."}, {"b.xhtml", "Nobody spoke."}};
  Block& second = book.chapters[0].blocks[1];
  second.file = 1;
  second.source = {0, 13};
  second.map = {{0, 0}};
  const Script script = Annotate(book);
  EXPECT_EQ(script.chapters[0].segments[1].source, "b.xhtml");
  EXPECT_THAT(CheckScript(script, book), IsEmpty());
}

}  // namespace
}  // namespace fullcast
