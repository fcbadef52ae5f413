#include "speech/prepare_text.h"

#include <gmock/gmock.h>

#include <string>

#include "core/utf8.h"

namespace fullcast {
namespace {

std::string Prepared(std::string_view text) { return PrepareText(text).text; }

TEST(PrepareText, DropsQuotationMarks) {
  EXPECT_EQ(Prepared("“Hello,” he said."), "Hello, he said.");
  EXPECT_EQ(Prepared("\"Hello,\" he said."), "Hello, he said.");
  EXPECT_EQ(Prepared("‘Hello,’ he said."), "Hello, he said.");
  EXPECT_EQ(Prepared("«Bonjour», „Hallo“"), "Bonjour, Hallo");
  EXPECT_EQ(Prepared("Stop,\"he said"), "Stop, he said");
}

TEST(PrepareText, KeepsApostrophesInsideWords) {
  EXPECT_EQ(Prepared("don’t"), "don't");
  EXPECT_EQ(Prepared("’Twas James’ fo'c's'le"), "Twas James fo'c's'le");
  EXPECT_EQ(Prepared("rock 'n' roll"), "rock n roll");
  EXPECT_EQ(Prepared("Rene\u0301’s"), "Rene\u0301's");
}

TEST(PrepareText, MakesDashesAPause) {
  EXPECT_EQ(Prepared("Well—I never"), "Well, I never");
  EXPECT_EQ(Prepared("Well -- I never"), "Well, I never");
  EXPECT_EQ(Prepared("Well---I never"), "Well, I never");
  EXPECT_EQ(Prepared("Well - I never"), "Well, I never");
  EXPECT_EQ(Prepared("Well,--I never"), "Well, I never");
  EXPECT_EQ(Prepared("“What--?”"), "What?");
  EXPECT_EQ(Prepared("--and so"), "and so");
  EXPECT_EQ(Prepared("But I thought—"), "But I thought,");
}

TEST(PrepareText, LeavesHyphensAlone) {
  EXPECT_EQ(Prepared("a well-known man"), "a well-known man");
  EXPECT_EQ(Prepared("1914–1918"), "1914–1918");
  EXPECT_EQ(Prepared("W-what"), "W-what");
}

TEST(PrepareText, DropsMarkupAndInvisibles) {
  EXPECT_EQ(Prepared("_Emma_ and **Jane**"), "Emma and Jane");
  EXPECT_EQ(Prepared("# 5"), "5");
  EXPECT_EQ(Prepared("a\u200Bb\uFEFFc\u00ADd"), "abcd");
  EXPECT_EQ(Prepared("one\r\n\ttwo\u00A0three"), "one two three");
  EXPECT_EQ(Prepared("a\x01 20P b"), "a 20P b");
  EXPECT_EQ(Prepared("\xFF\xFE"), "");
}

TEST(PrepareText, LeavesNoWayIntoPhonemes) { EXPECT_EQ(Prepared("[[h@l'oU]]"), "((h@l'oU))"); }

TEST(PrepareText, ReadsDigitsOfAllScripts) {
  EXPECT_EQ(Prepared("٣ ٠ ９ १"), "3 0 9 1");
  EXPECT_EQ(Prepared("𝟎𝟗𝟘𝟡"), "0909");
}

TEST(PrepareText, ShortensRuns) {
  EXPECT_EQ(Prepared(std::string(500, '9')), std::string(20, '9'));
  EXPECT_EQ(Prepared(std::string(500, '.')), "...");
  EXPECT_EQ(Prepared("Nooooooo!"), "Nooooooo!");
}

TEST(PrepareText, PartsWordsBeyondAllMeasure) {
  std::string possessives;
  for (int i = 0; i < 50; ++i) possessives += "s's";
  const std::string prepared = Prepared(possessives);
  EXPECT_EQ(prepared, possessives.substr(0, 60) + " " + possessives.substr(60, 60) + " " +
                          possessives.substr(120));
}

TEST(PrepareText, NothingToSay) {
  EXPECT_EQ(Prepared(""), "");
  EXPECT_EQ(Prepared(" * * * "), "");
  EXPECT_EQ(Prepared("—"), "");
}

TEST(PrepareText, KnowsWhereEachCharacterComesFrom) {
  const std::string original = "“Élan—” he   said, “don’t.”";
  const PreparedText prepared = PrepareText(original);
  ASSERT_EQ(prepared.text, "Élan, he said, don't.");
  std::size_t index = 0;
  for (std::size_t position = 0; position < prepared.text.size(); ++index) {
    const char32_t c = NextCodePoint(prepared.text, position);
    std::size_t origin = prepared.origins[index].begin;
    const char32_t from = NextCodePoint(original, origin);
    EXPECT_TRUE(!IsLetter(c) || c == from) << "character " << index;
  }
  EXPECT_EQ(prepared.origins.size(), index);
  EXPECT_TRUE(std::is_sorted(prepared.origins.begin(), prepared.origins.end(),
                             [](const Span& a, const Span& b) { return a.begin < b.begin; }));
}

TEST(PrepareText, IsLinear) {
  std::string hostile;
  for (int i = 0; i < 300000; ++i) hostile += "-' \"";
  EXPECT_LT(Prepared(hostile).size(), hostile.size());
}

TEST(PrepareText, PutsCommandsAroundStressedWordsOnly) {
  const std::string text = "“He never, never said it.”";
  const auto stressing = [&](const std::string& words) {
    const std::size_t begin = text.find(words);
    return PrepareText(text, {}, {}, {{{begin, begin + words.size()}}, "<", ">"}).text;
  };
  EXPECT_EQ(stressing("never"), "He <never, >never said it.");
  EXPECT_EQ(stressing("never, never"), "He <never, never >said it.");
  EXPECT_EQ(stressing("said it"), "He never, never <said it.");
  EXPECT_EQ(stressing("ever"), "He never, never said it.") << "no word begins there";
}

TEST(PrepareText, CommandsOfATextAreNone) {
  EXPECT_EQ(Prepared("Stop \x01+99P here"), "Stop +99P here");
}

}  // namespace
}  // namespace fullcast
