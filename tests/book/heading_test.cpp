#include "book/headings/heading.h"

#include <gtest/gtest.h>

#include "book/headings/heading_text.h"

namespace fullcast {
namespace {

std::string Title(std::string_view line) {
  const auto heading = ParseHeading(line);
  return heading ? TitleOf(*heading) : "no heading";
}

std::string Say(std::string_view line) {
  const auto heading = ParseHeading(line);
  return heading ? SpokenHeading(*heading, false, "en") : "no heading";
}

TEST(ParseHeading, ReadsChapters) {
  EXPECT_EQ(Title("CHAPTER I."), "Chapter I");
  EXPECT_EQ(Title("Chapter 12"), "Chapter 12");
  EXPECT_EQ(Title("CHAPTER IV. THE LAMP IS LIT"), "Chapter IV. The Lamp Is Lit");
  EXPECT_EQ(Title("Chapter IV: The Lamp"), "Chapter IV: The Lamp");
  EXPECT_EQ(Title("Chapter 4 - The Lamp"), "Chapter 4. The Lamp");
  EXPECT_EQ(Title("Chapter 4   The Lamp"), "Chapter 4. The Lamp");
  EXPECT_EQ(Title("CHAPTER THE FIRST"), "Chapter the First");
  EXPECT_EQ(Title("Chapter Twenty-One"), "Chapter Twenty-One");
  EXPECT_EQ(Title("STAVE ONE"), "Stave One");
}

TEST(ParseHeading, ReadsPartsAndNames) {
  EXPECT_EQ(ParseHeading("PART II: CAVES")->kind, HeadingKind::kPart);
  EXPECT_EQ(Title("PART TWO--The Cook"), "Part Two. The Cook");
  EXPECT_EQ(ParseHeading("VOL. III.")->number, 3);
  EXPECT_EQ(Title("THE EPILOGUE"), "The Epilogue");
  EXPECT_EQ(Title("Prologue: The Storm"), "Prologue: The Storm");
  EXPECT_EQ(Title("PREFACE TO THE SECOND EDITION"), "Preface to the Second Edition");
}

TEST(ParseHeading, ReadsNumbersWithTheirOrnaments) {
  EXPECT_EQ(Title("-1-"), "1");
  EXPECT_EQ(Title("IV"), "4");
  EXPECT_EQ(Title("* * XII. * *"), "12");
  EXPECT_EQ(Title("[3]"), "3");
  EXPECT_EQ(Title("One"), "One");
  EXPECT_EQ(Title("VII. THE BLUE STONE"), "VII. The Blue Stone");
}

TEST(ParseHeading, RefusesSentences) {
  for (const char* line :
       {"Part I liked best was the end.", "Chapter two was found, and she read it.",
        "Part of it was lost.", "I hope so.", "I, too.", "I'll go.", "One day", "The Second",
        "[1] A note.", "Letter to a friend", "\"Chapter 4\"", "Introductions were made.",
        "Book-cases stood there.", ""}) {
    EXPECT_EQ(Title(line), "no heading") << line;
  }
}

TEST(SpokenHeading, IsLeftToTheVoiceInOtherLanguages) {
  const auto spoken = [](std::string_view line, std::string_view language) {
    return SpokenHeading(*ParseHeading(line), false, language);
  };
  EXPECT_EQ(spoken("IV", "fr"), "4");
  EXPECT_EQ(spoken("CHAPITRE IV. Le bac", "fr"), "Chapitre 4. Le bac.");
  EXPECT_EQ(spoken("Chapitre premier", "fr-CA"), "Chapitre premier");
  EXPECT_EQ(spoken("PREMIÈRE PARTIE", "fr"), "Première Partie");
  EXPECT_EQ(spoken("3. Kapitel", "de"), "3. Kapitel");
  EXPECT_EQ(spoken("Einundzwanzigstes Kapitel: Die Lampe", "de"),
            "Einundzwanzigstes Kapitel. Die Lampe.");
  EXPECT_EQ(spoken("الفصل ٢", "ar"), "الفصل 2");
}

TEST(ParseHeading, CountsInOtherLanguages) {
  const auto number = [](std::string_view line) {
    const auto heading = ParseHeading(line);
    return heading ? heading->number : -1;
  };
  EXPECT_EQ(number("Zwölftes Kapitel"), 12);
  EXPECT_EQ(number("CHAPITRE VINGT-DEUXIÈME"), 22);
  EXPECT_EQ(number("Capítulo séptimo"), 7);
  EXPECT_EQ(number("ЧАСТЬ ДВАДЦАТЬ ПЕРВАЯ"), 21);
  EXPECT_EQ(number("الفصل الثالث"), 3);
  EXPECT_EQ(number("FIRST PART"), 1);
  EXPECT_EQ(number("chapter one"), 1);
  EXPECT_EQ(number("Two: The Boats"), 2);
  EXPECT_EQ(number("The Second Book: Rain"), 2);
  for (const char* none :
       {"Second part of the night", "One Letter", "Book Unbound", "3 Stories", "Achtung Kapitel 5",
        "First Aid", "chapter one of the book", "One: do it"}) {
    EXPECT_LE(number(none), 0) << none;
  }
}

TEST(SpokenHeading, ReadsWell) {
  EXPECT_EQ(Say("CHAPTER I. THE LAMP IS LIT"), "Chapter One. The Lamp Is Lit.");
  EXPECT_EQ(Say("Chapter XI: Who Goes There?"), "Chapter Eleven. Who Goes There?");
  EXPECT_EQ(Say("-1-"), "Chapter One");
  EXPECT_EQ(Say("IV"), "Chapter Four");
  EXPECT_EQ(Say("VOL. II."), "Volume Two");
  EXPECT_EQ(Say("BOOK THE FIRST"), "Book the First");
  EXPECT_EQ(SpokenHeading(*ParseHeading("II."), true, "en"), "Two");
}

TEST(IsTitleLike, TellsTitlesFromText) {
  EXPECT_TRUE(IsTitleLike("THE LAMP IS LIT"));
  EXPECT_TRUE(IsTitleLike("Who Goes There?"));
  EXPECT_TRUE(IsTitleLike("In which nothing happens"));
  EXPECT_FALSE(IsTitleLike("Nobody spoke."));
  EXPECT_FALSE(IsTitleLike("and so on"));
  EXPECT_FALSE(IsTitleLike("\"Who is there?\""));
  EXPECT_FALSE(IsTitleLike(""));
}

}  // namespace
}  // namespace fullcast
