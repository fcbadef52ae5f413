#include "book/headings/numerals.h"

#include <gtest/gtest.h>

namespace fullcast {
namespace {

TEST(ReadNumeral, KnowsDigitsRomanNumeralsAndWords) {
  const auto value = [](std::string_view text) {
    const auto numeral = ReadNumeral(text);
    return numeral ? numeral->value : 0;
  };
  EXPECT_EQ(value("12"), 12);
  EXPECT_EQ(value("3rd"), 3);
  EXPECT_EQ(value("XIV"), 14);
  EXPECT_EQ(value("xlix"), 49);
  EXPECT_EQ(value("One"), 1);
  EXPECT_EQ(value("TWENTY-ONE"), 21);
  EXPECT_EQ(value("thirty two"), 32);
  EXPECT_EQ(value("THE FIRST"), 1);
  EXPECT_EQ(value("the Forty-Third"), 43);
  EXPECT_EQ(value("one hundred and two"), 102);
  EXPECT_EQ(value("IIII"), 0);
  EXPECT_EQ(value("Xi"), 0);
  EXPECT_EQ(value("12a"), 0);
  EXPECT_EQ(value("0"), 0);
  EXPECT_EQ(value("onerous"), 0);
  EXPECT_EQ(value("the storm"), 0);
  EXPECT_EQ(value(""), 0);
}

TEST(ReadNumeral, EndsWhereTheNumberEnds) {
  EXPECT_EQ(ReadNumeral("XIV. The Storm")->length, 3U);
  EXPECT_EQ(ReadNumeral("Twenty-One: The Storm")->length, 10U);
  EXPECT_EQ(ReadNumeral("one two")->length, 3U);
}

TEST(NumberInWords, SpeaksChapterNumbers) {
  EXPECT_EQ(NumberInWords(1), "One");
  EXPECT_EQ(NumberInWords(19), "Nineteen");
  EXPECT_EQ(NumberInWords(21), "Twenty-One");
  EXPECT_EQ(NumberInWords(40), "Forty");
  EXPECT_EQ(NumberInWords(100), "One Hundred");
  EXPECT_EQ(NumberInWords(135), "One Hundred and Thirty-Five");
  EXPECT_EQ(NumberInWords(1813), "1813");
}

TEST(NumberInWords, IsReadBack) {
  for (int number = 1; number < 1000; ++number) {
    EXPECT_EQ(ReadNumeral(NumberInWords(number))->value, number);
  }
}

}  // namespace
}  // namespace fullcast
