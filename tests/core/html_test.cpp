#include "core/html.h"

#include <gtest/gtest.h>

#include <string>

namespace fullcast {
namespace {

TEST(EscapeHtml, LeavesNothingThatMarkupCouldMean) {
  EXPECT_EQ(EscapeHtml("<b class=\"x\">Tom & 'Jerry'</b>"),
            "&lt;b class=&quot;x&quot;&gt;Tom &amp; 'Jerry'&lt;/b&gt;");
  EXPECT_EQ(EscapeHtml("Élise — наш"), "Élise — наш");
}

TEST(EscapeHtml, BrokenBytesAndControlsAreReplaced) {
  EXPECT_EQ(EscapeHtml("a\xFF"), "a\xEF\xBF\xBD");
  EXPECT_EQ(EscapeHtml(std::string("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(EscapeHtml("a\tb\n"), "a\tb\n");
}

// RFC 4648, section 10.
TEST(Base64, IsAsTheStandardSays) {
  EXPECT_EQ(Base64(""), "");
  EXPECT_EQ(Base64("f"), "Zg==");
  EXPECT_EQ(Base64("fo"), "Zm8=");
  EXPECT_EQ(Base64("foobar"), "Zm9vYmFy");
}

TEST(Shorten, CutsBehindWholeCharacters) {
  EXPECT_EQ(Shorten("night", 5), "night");
  EXPECT_EQ(Shorten("nights", 5), "nigh…");
  EXPECT_EQ(Shorten("夜夜夜", 3), "夜夜夜");
  EXPECT_EQ(Shorten("夜夜夜", 2), "夜…");
  EXPECT_EQ(Shorten("", 2), "");
}

}  // namespace
}  // namespace fullcast
