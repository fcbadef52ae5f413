#include <gtest/gtest.h>

#include "core/book.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/utf8.h"

namespace fullcast {
namespace {

TEST(Utf8, GoesForwardAndBack) {
  const std::string text = "aé—😀";
  std::size_t position = 0;
  std::u32string forward;
  while (position < text.size()) forward += NextCodePoint(text, position);
  EXPECT_EQ(forward, U"aé—😀");
  std::u32string back;
  while (position > 0) back += PreviousCodePoint(text, position);
  EXPECT_EQ(back, U"😀—éa");
}

TEST(Utf8, BrokenBytesCountOneEach) {
  const std::string text = "a\xC3\xFF\x80";
  std::size_t position = 1;
  EXPECT_EQ(NextCodePoint(text, position), kReplacementCharacter);
  EXPECT_EQ(position, 2U);
  position = text.size();
  EXPECT_EQ(PreviousCodePoint(text, position), kReplacementCharacter);
  EXPECT_EQ(position, 3U);
  EXPECT_FALSE(IsValidUtf8(text));
  EXPECT_TRUE(IsValidUtf8("\xEF\xBF\xBD"));  // U+FFFD itself is sound
}

TEST(Utf8, KnowsCharacters) {
  EXPECT_TRUE(IsLetter(U'é') && IsLower(U'é') && !IsUpper(U'é'));
  EXPECT_TRUE(IsUpper(U'Ж') && IsDigit(U'٣'));
  EXPECT_TRUE(IsSpace(0xA0) && IsSpace(0x200B) && IsSpace(U'\n') && !IsSpace(U'_'));
  EXPECT_EQ(Lowercase("ÉLAN Vital"), "élan vital");
  EXPECT_EQ(Trim("\xC2\xA0 a b \n"), "a b");
  EXPECT_EQ(Trim("  "), "");
}

TEST(Utf8, ReadsCodePage1252) {
  EXPECT_EQ(Cp1252CodePoint(0x93), U'“');
  EXPECT_EQ(Cp1252CodePoint(0xE9), U'é');
  EXPECT_EQ(Cp1252CodePoint(0x81), char32_t{0x81});
}

TEST(Error, NamesThePlace) {
  EXPECT_STREQ(Error(Place{"a.json", 3, 7}, "wrong").what(), "a.json:3:7: wrong");
  EXPECT_STREQ(Error(Place{"a.json"}, "wrong").what(), "a.json: wrong");
  EXPECT_STREQ(Error("wrong").Within("chapter 2").what(), "chapter 2: wrong");
  const Place place = PlaceAt("f", "ab\ncd\n", 4);
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 2U);
}

TEST(ContentHash, IsBlake2b) {
  // BLAKE2b with 16 bytes of output, as `b2sum -l 128` prints it.
  EXPECT_EQ(ContentHash(""), "cae66941d9efbd404e4d88758ea67670");
  EXPECT_NE(ContentHash("a"), ContentHash("b"));
}

// The value of no bytes is that of xxHash's own tests.
TEST(Checksum, IsXxh3Of128Bits) {
  EXPECT_EQ(Checksum(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(Checksum("a"), Checksum("b"));
}

TEST(Block, MapsTextToItsSource) {
  Block block;
  block.text = "one two";
  block.source = {10, 19};
  block.map = {{0, 10}, {4, 16}};
  EXPECT_EQ(block.SourceOffset(0), 10U);
  EXPECT_EQ(block.SourceOffset(2), 12U);
  EXPECT_EQ(block.SourceOffset(4), 16U);
  EXPECT_EQ(block.SourceOffset(7), 19U);
}

}  // namespace
}  // namespace fullcast
