#include "book/source/size_limits.h"

#include <gmock/gmock.h>

#include "book/reading.h"

namespace fullcast {
namespace {

using testing::HasSubstr;

std::string Times(std::size_t times, std::string_view text) {
  std::string all;
  all.reserve(times * text.size());
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string Refusal(const std::string& bytes, const std::string& name) {
  try {
    ReadText(bytes, name);
  } catch (const TooLarge& error) {
    return error.what();
  }
  return "it was read";
}

TEST(SizeLimits, TooManyParagraphs) {
  EXPECT_THAT(Refusal(Times(kMostParagraphs + 1, "A.\n\n"), "story.txt"),
              HasSubstr("story.txt:500001:1: up to here there are more than 250000 paragraphs"));
  EXPECT_THAT(Refusal(Times(kMostParagraphs + 2, "A.\n\n"), "story.md"),
              HasSubstr("story.md:500003:1: up to here there are more than 250000 paragraphs"));
  EXPECT_THAT(Refusal(Times(kMostParagraphs + 1, "<p>A."), "story.html"),
              HasSubstr("more than 250000 paragraphs"));
}

TEST(SizeLimits, TooManyTags) {
  EXPECT_THAT(Refusal(Times(kMostTags + 1, "<i>"), "story.html"),
              HasSubstr("story.html:1:2400001: up to here there are more than 800000 tags"));
}

TEST(SizeLimits, TooMuchText) {
  EXPECT_THAT(Refusal(std::string(kMostTextBytes + 1, 'a'), "story.txt"),
              HasSubstr("story.txt: this is more than 22 MB of text"));
}

TEST(SizeLimits, TooManyBytesOfAnotherEncoding) {
  EXPECT_THAT(Refusal(std::string(kMostSteps + 1, '\xE9'), "story.txt"),
              HasSubstr("more than 5000000 bytes that are no UTF-8"));
}

}  // namespace
}  // namespace fullcast
