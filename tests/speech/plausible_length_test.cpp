#include "speech/plausible_length.h"

#include <gtest/gtest.h>

#include "core/pcm.h"

namespace fullcast {
namespace {

TEST(PlausibleLength, HoldsOrdinarySpeech) {
  const PlausibleLength bounds = PlausibleLengthOf("Hello there, my friend. How are you?", 175);
  const std::size_t spoken = SamplesIn(2268);
  EXPECT_LT(bounds.least, spoken / 4);
  EXPECT_GT(bounds.most, spoken * 4);
}

TEST(PlausibleLength, ScalesWithTheRate) {
  const PlausibleLength slow = PlausibleLengthOf("Some words.", 100);
  const PlausibleLength fast = PlausibleLengthOf("Some words.", 400);
  EXPECT_GT(slow.least, fast.least);
  EXPECT_GT(slow.most, fast.most);
}

TEST(PlausibleLength, AsksNothingOfPunctuation) {
  EXPECT_EQ(PlausibleLengthOf("... -- !", 175).least, 0U);
}

TEST(PlausibleLength, KnowsWhatIsSpokenAtAll) {
  for (const char* text : {"", " ", "... -- !?", "“—”", "([/])", "。」"}) {
    EXPECT_FALSE(HasAnythingToSpeak(text)) << text;
  }
  for (const char* text : {"a", "... 3", "“é", "😀", "&", "50 %", "中"}) {
    EXPECT_TRUE(HasAnythingToSpeak(text)) << text;
  }
}

}  // namespace
}  // namespace fullcast
