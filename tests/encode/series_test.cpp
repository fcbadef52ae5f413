#include "encode/series.h"

#include <gtest/gtest.h>

namespace fullcast {
namespace {

void Expect(const char* text, const char* name, const char* part) {
  const Series series = ParseSeries(text);
  EXPECT_EQ(series.name, name) << text;
  EXPECT_EQ(series.part, part) << text;
}

TEST(ParseSeries, PartsNameAndNumber) {
  Expect("The Lighthouse #3", "The Lighthouse", "3");
  Expect("The Lighthouse, #2.5", "The Lighthouse", "2.5");
  Expect("The Lighthouse, Book 3", "The Lighthouse", "3");
  Expect("The Lighthouse Vol. 12", "The Lighthouse", "12");
}

TEST(ParseSeries, LeavesNamesAlone) {
  Expect("The Lighthouse", "The Lighthouse", "");
  Expect("Catch 22", "Catch 22", "");
  Expect("Book 3", "Book 3", "");
  Expect("", "", "");
  Expect("#", "#", "");
}

TEST(SeriesOf, TakesThePlaceFromEitherField) {
  BookInfo book;
  book.series = "The Lighthouse #3";
  EXPECT_EQ(SeriesOf(book).part, "3");
  book.series_index = "4";
  EXPECT_EQ(SeriesOf(book).name, "The Lighthouse");
  EXPECT_EQ(SeriesOf(book).part, "4");
  book.series.clear();
  EXPECT_EQ(SeriesOf(book).part, "4");
}

}  // namespace
}  // namespace fullcast
