#include "book/source/source_text.h"

#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"
#include "book/source/charset.h"
#include "book/source/language_guess.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Utf16(std::u16string_view text, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  }
  return bytes;
}

const std::string kRussian =
    "Паром брал плату по весу, и паромщик взвешивал всё сам: телят, рояли, невест. «Шестьдесят», — "
    "сказал он. Она села на стул, который висел над водой.\n";

// Of Russian letters and ASCII, what lies between is left out.
std::string InWindows1251(std::string_view utf8) {
  std::string bytes;
  for (std::size_t position = 0; position < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, position);
    if (c < 0x80) bytes += static_cast<char>(c);
    if (c >= U'А' && c <= U'я') bytes += static_cast<char>(0xC0 + (c - U'А'));
  }
  return bytes;
}

TEST(Decode, KnowsRussianByItsLetters) {
  const std::string bytes = InWindows1251(kRussian);
  const SourceText source = Decode(bytes, "a.txt");
  EXPECT_THAT(source.text, HasSubstr("взвешивал вс сам: телят"));
  EXPECT_EQ(source.charset, "windows-1251");
  EXPECT_EQ(source.SourceOffset(source.text.find("телят")), bytes.find(InWindows1251("телят")));
  EXPECT_THAT(DecodingWarnings(source, bytes, "a.txt"),
              ElementsAre(HasSubstr("read as windows-1251")));
  EXPECT_EQ(Decode("Caf\xE9 \xE0 la cr\xE8me, d\xE9j\xE0", "a.txt").charset, "Windows-1252");
}

TEST(GuessLanguage, GoesByFrequentWordsAndScripts) {
  EXPECT_EQ(GuessLanguage(kRussian), "ru");
  EXPECT_EQ(GuessLanguage(Prose() + Prose()), "en");
  std::string german;
  for (int i = 0; i < 10; ++i) {
    german += "Die Lampe im Hafen war an, und die Boote sind nicht mit dem Wind gekommen. ";
  }
  EXPECT_EQ(GuessLanguage(german), "de");
  EXPECT_EQ(GuessLanguage("Rain."), "");
  EXPECT_EQ(ReadText("Kapitel 1\n\n" + german).info.language, "de");
  EXPECT_EQ(ReadText("Title: Rain\nLanguage: French\n\n" + german).info.language, "fr");
}

TEST(Decode, KeepsUtf8) {
  const SourceText source = Decode("caf\u00E9", "a.txt");
  EXPECT_EQ(source.text, "caf\u00E9");
  EXPECT_EQ(source.SourceOffset(3), 3U);
  EXPECT_EQ(source.SourceOffset(5), 5U);
  EXPECT_THAT(DecodingWarnings(source, "caf\u00E9", "a.txt"), IsEmpty());
}

TEST(Decode, LeavesTheByteOrderMarkOut) {
  const SourceText source = Decode("\xEF\xBB\xBFWord", "a.txt");
  EXPECT_EQ(source.text, "Word");
  EXPECT_EQ(source.SourceOffset(0), 3U);
}

TEST(Decode, ReadsOtherBytesAsWindows1252AndSaysSo) {
  const std::string bytes = "one\n\x93two\x94 caf\xE9 end";
  const SourceText source = Decode(bytes, "a.txt");
  EXPECT_EQ(source.text, "one\n\u201Ctwo\u201D caf\u00E9 end");
  EXPECT_EQ(source.SourceOffset(source.text.find("two")), bytes.find("two"));
  EXPECT_EQ(source.SourceOffset(source.text.find("end")), bytes.find("end"));
  EXPECT_THAT(DecodingWarnings(source, bytes, "a.txt"),
              ElementsAre(HasSubstr("a.txt:2:1: 3 bytes")));
}

TEST(Decode, ReadsUtf16OfEitherOrder) {
  for (const bool little_endian : {true, false}) {
    const std::string bytes = Utf16(u"\uFEFFcaf\u00E9 \U0001F600.", little_endian);
    const SourceText source = Decode(bytes, "a.txt");
    EXPECT_EQ(source.text, "caf\u00E9 \U0001F600.");
    EXPECT_EQ(source.SourceOffset(3), 8U);
    EXPECT_EQ(source.SourceOffset(source.text.size() - 1), bytes.size() - 2);
  }
}

TEST(Decode, KnowsUtf16WithoutItsMark) {
  for (const bool little_endian : {true, false}) {
    for (const std::u16string_view text :
         {u"Chapter 1\n\nThe caf\u00E9 was shut.\n", u"\u041B\u0430\u043C\u043F\u0430 \u0438 "}) {
      const std::string bytes = Utf16(text, little_endian);
      const SourceText source = Decode(bytes, "a.txt");
      EXPECT_EQ(source.text, Decode(Utf16(u"\uFEFF", true) + Utf16(text, true), "a.txt").text);
      EXPECT_EQ(source.SourceOffset(3), text[0] == 'C' ? 6U : 3U);
    }
  }
  EXPECT_THROW(Decode("a\0b\0\0\0c\0"s, "a.txt"), Error);
  EXPECT_THROW(Decode(std::string(100, 'a') + "\0"s, "a.txt"), Error);
}

TEST(Decode, RepairsBrokenUtf16) {
  const std::string bytes = Utf16(u"\uFEFFa", true) + "\x00\xD8"s + "b\0"s + "c"s;
  EXPECT_EQ(Decode(bytes, "a.txt").text, "a\uFFFDb\uFFFD");
}

TEST(Decode, RefusesWhatIsNoText) {
  EXPECT_THROW(Decode("abc\0def"s, "a.txt"), Error);
  EXPECT_THROW(Decode("", "a.txt"), Error);
  EXPECT_THROW(Decode(" \n\t\r\n", "a.txt"), Error);
  EXPECT_THROW(Decode("\xEF\xBB\xBF", "a.txt"), Error);
}

// Every letter stands where the map says, or its mark of emphasis does.
void ExpectExactOffsets(const std::string& bytes, std::size_t unit) {
  const Book book = ReadText(bytes);
  EXPECT_THAT(CheckBook(book), IsEmpty());
  for (const Block& block : Blocks(book)) {
    for (std::size_t i = 0; i < block.text.size(); ++i) {
      const char c = block.text[i];
      if (c < 'a' || c > 'z') continue;
      EXPECT_THAT(bytes[block.SourceOffset(i)], testing::AnyOf(c, '_'))
          << i << " in " << block.text;
    }
  }
  EXPECT_EQ(Blocks(book).back().source.end, bytes.size() - 2 * unit);
}

TEST(Offsets, AreExactInEveryEncoding) {
  ExpectExactOffsets("Chapter 1\r\n\r\nOne line\r\n  and _another_ one.\r\n\r\nMore.\r\n", 1);
  ExpectExactOffsets("\xEF\xBB\xBF\x43hapter 1\n\nThe caf\u00E9\nwas _closed_.\n\nMore.\n\n", 1);
  ExpectExactOffsets("Chapter 1\n\nThe caf\xE9 was \x93_shut_\x94,\nthey said.\n\nMore.\n\n", 1);
}

TEST(Offsets, AreExactInUtf16) {
  const std::string bytes = Utf16(u"\uFEFFChapter 1\r\n\r\nThe caf\u00E9\r\nwas _shut_.\r\n", true);
  ExpectExactOffsets(bytes, 2);
}

// A mark says more than what the markup declares, also where no byte is NUL.
TEST(DecodeMarkup, TakesAByteOrderMarkAtItsWord) {
  const std::string bytes = "\xFF\xFE" + std::string("charset=koi8-r ");
  EXPECT_EQ(DecodeMarkup(bytes, "a.html").text, Decode(bytes, "a.html").text);
}

}  // namespace
}  // namespace fullcast
