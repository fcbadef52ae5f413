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

}  // namespace
}  // namespace fullcast
