#include "core/pronunciation_lexicon.h"

#include <gmock/gmock.h>

#include <string>

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::string MessageOf(const std::string& text) {
  try {
    ParseLexicon(text, "l.txt");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(PlainLexicon, ReadsEveryNotation) {
  const PronunciationLexicon entries = ParseLexicon(
                                           "# names\n"
                                           "Cholmondeley = Chumley\r\n"
                                           "\n"
                                           "Siobhan=[[SI2v'O:n]]   # Irish\n"
                                           "Saint  John = /ˈsɪndʒən/\n",
                                           "l.txt")
                                           .entries;
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].written, "Cholmondeley");
  EXPECT_EQ(entries[0].say_as, (SayAs{Notation::kRespelling, "Chumley"}));
  EXPECT_EQ(entries[1].written, "Siobhan");
  EXPECT_EQ(entries[1].say_as, (SayAs{Notation::kMnemonics, "SI2v'O:n"}));
  EXPECT_EQ(entries[2].written, "Saint John");
  EXPECT_EQ(entries[2].say_as, (SayAs{Notation::kIpa, "ˈsɪndʒən"}));
  EXPECT_EQ(entries[2].place.line, 5U);
}

TEST(PlainLexicon, ALanguageHoldsUntilTheNext) {
  const PronunciationLexicon entries =
      ParseLexicon("a = b\n[fr]\nc = d\n[*]\ne = f\n", "l.txt").entries;
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].language, "");
  EXPECT_EQ(entries[1].language, "fr");
  EXPECT_EQ(entries[2].language, "");
}

TEST(PlainLexicon, HashInsidePhonemesIsNoComment) {
  const PronunciationLexicon entries = ParseLexicon("abbot = [[a#b@t]]", "l.txt").entries;
  EXPECT_EQ(entries.at(0).say_as.spoken, "a#b@t");
}

TEST(PlainLexicon, ErrorsNameFileLineAndColumn) {
  EXPECT_THAT(MessageOf("a = b\n  no equals\n"), StartsWith("l.txt:2:3: "));
  EXPECT_THAT(MessageOf("= b"), StartsWith("l.txt:1:1: "));
  EXPECT_THAT(MessageOf("a = # nothing"), StartsWith("l.txt:1:3: "));
  EXPECT_THAT(MessageOf("a = [[b"), StartsWith("l.txt:1:5: "));
  EXPECT_THAT(MessageOf("a = [[ ]]"), HasSubstr("no phonemes"));
  EXPECT_THAT(MessageOf("a = /b"), StartsWith("l.txt:1:5: "));
  EXPECT_THAT(MessageOf("[f r]\n"), HasSubstr("a language"));
  EXPECT_THAT(MessageOf("a = \xFF"), HasSubstr("not UTF-8"));
  EXPECT_THAT(MessageOf(std::string(300, 'a') + " = b"), HasSubstr("too long"));
}

TEST(Pls, EveryGraphemeGetsThePreferredPronunciation) {
  const ParsedLexicon lexicon = ParseLexicon(
      "\xEF\xBB\xBF<?xml version='1.0'?>\n"
      "<lexicon version='1.0' alphabet='ipa' xml:lang='en'\n"
      "  xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'>\n"
      "  <meta name='author' content='x'/>\n"
      "  <lexeme><grapheme>Leicester</grapheme><grapheme> Lester </grapheme>\n"
      "    <phoneme>ˈliːstə</phoneme><phoneme prefer='true'>ˈlɛstə</phoneme>\n"
      "    <example>In Leicester.</example></lexeme>\n"
      "  <lexeme xml:lang='fr'><grapheme>W3C</grapheme><alias>a &amp; b</alias></lexeme>\n"
      "</lexicon>",
      "l.pls");
  ASSERT_EQ(lexicon.entries.size(), 3U);
  EXPECT_THAT(lexicon.warnings, IsEmpty());
  EXPECT_EQ(lexicon.entries[0].written, "Leicester");
  EXPECT_EQ(lexicon.entries[0].language, "en");
  EXPECT_EQ(lexicon.entries[1].written, "Lester");
  EXPECT_EQ(lexicon.entries[1].say_as, (SayAs{Notation::kIpa, "ˈlɛstə"}));
  EXPECT_EQ(lexicon.entries[1].place.line, 5U);
  EXPECT_EQ(lexicon.entries[2].language, "fr");
  EXPECT_EQ(lexicon.entries[2].say_as, (SayAs{Notation::kRespelling, "a & b"}));
}

TEST(Pls, WhatCantBeUsedIsAWarningWithItsPlace) {
  const ParsedLexicon lexicon = ParseLexicon(
      "<p:lexicon xmlns:p='x' alphabet='x-sampa'>\n"
      " <p:lexeme><p:grapheme>a</p:grapheme><p:phoneme>b</p:phoneme></p:lexeme>\n"
      " <p:lexeme><p:alias>b</p:alias></p:lexeme>\n"
      " <p:lexeme><p:grapheme>c</p:grapheme><p:phoneme alphabet='ipa'>d</p:phoneme></p:lexeme>\n"
      "</p:lexicon>",
      "l.pls");
  EXPECT_EQ(lexicon.entries.size(), 1U);
  EXPECT_THAT(lexicon.warnings,
              ElementsAre(StartsWith("l.pls:2:2: phonemes in the alphabet \"x-sampa\""),
                          StartsWith("l.pls:2:2: there is no pronunciation for \"a\""),
                          StartsWith("l.pls:3:2: a lexeme without a grapheme")));
}

TEST(Pls, BrokenAndHostileFilesAreRefused) {
  EXPECT_THAT(MessageOf("<html/>"), StartsWith("l.txt:1:1: this is no lexicon"));
  EXPECT_THAT(MessageOf("<lexicon>\n <lexeme>"), StartsWith("l.txt:2:"));
  EXPECT_THAT(MessageOf("<lexicon>&unknown;</lexicon>"), HasSubstr("undefined entity"));
  std::string deep = "<lexicon>";
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  EXPECT_THAT(MessageOf(deep), HasSubstr("too deeply"));
  std::string bomb = "<!DOCTYPE lexicon [<!ENTITY a0 'aaaaaaaaaaaaaaaaaaaa'>";
  for (int i = 1; i < 9; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int k = 0; k < 20; ++k) bomb += inner;
    bomb += "'>";
  }
  EXPECT_THAT(MessageOf(bomb + "]><lexicon>&a8;</lexicon>"), HasSubstr("amplification"));
}

TEST(Pls, ExternalEntitiesStayUnread) {
  const ParsedLexicon lexicon = ParseLexicon(
      "<!DOCTYPE lexicon [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
      "<lexicon><lexeme><grapheme>a</grapheme><alias>b&e;</alias></lexeme></lexicon>",
      "l.pls");
  EXPECT_EQ(lexicon.entries.at(0).say_as.spoken, "b");
}

}  // namespace
}  // namespace fullcast
