#include "script/size_limits.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "book_of.h"
#include "core/error.h"
#include "script/annotate.h"

namespace fullcast {
namespace {

// A name for each number, of letters only.
std::string Name(std::size_t number) {
  std::string name = "B";
  for (int digit = 0; digit < 5; ++digit, number /= 10) {
    name += static_cast<char>('a' + number % 10);
  }
  return name;
}

TEST(SizeLimits, TooManyNames) {
  std::vector<std::string> paragraphs;
  for (std::size_t i = 0; i <= kMostNames; ++i) paragraphs.push_back("It was " + Name(i) + ".");
  try {
    Annotate(BookOf(paragraphs));
    ADD_FAILURE() << "read all the same";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "a.txt:40001:8: up to here the book has more than 20000 different names; cut it "
                 "into several books");
  }
}

}  // namespace
}  // namespace fullcast
