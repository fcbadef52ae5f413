#include "speech/unspeakable.h"

#include <gmock/gmock.h>

#include <string>

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> LeftOut(const std::string& text, const std::string& language = "en-US") {
  std::vector<std::string> left_out;
  for (const Unspeakable& each : FindUnspeakable(text, language)) {
    left_out.push_back(text.substr(each.span.begin, each.span.end - each.span.begin));
  }
  return left_out;
}

TEST(Unspeakable, FindsCodeWithItsLastLine) {
  const std::string lines = "T1rPJJQt5dKm1KLaWNjIaRhtV71W3vq4YCamp6Sx\nQt5d+Km1/KLa==";
  EXPECT_THAT(LeftOut("It read: " + lines + " And so on."), ElementsAre(lines));
}

TEST(Unspeakable, LeavesWhatCanBeRead) {
  for (const char* text :
       {"", "A well-known man--so to speak--came in 1895, at 6.30 p.m., for £5 10s. 6d.",
        "https://www.example.com/a/b/c?query=string&x=%20%20%20#frag",
        "one--two--three--four--five--six--seven--eight--nine--ten--eleven",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
        "getElementByIdAndReturnTheValueOfItsFirstChild", "usr/share/doc/packages/fullcast/README",
        "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaargh"
        "!",
        "2 + 2 = 4, or 50 % of $8 & 3 * 1 @ £2", "The sign 中文 is read so.", "* * *", "......"}) {
    EXPECT_THAT(LeftOut(text), IsEmpty()) << text;
  }
}

TEST(Unspeakable, ChineseIsForVoicesThatReadIt) {
  const std::string chinese = "中国人民大学生日本語文字。";
  EXPECT_THAT(LeftOut("Said " + chinese), ElementsAre("中国人民大学生日本語文字"));
  EXPECT_THAT(LeftOut(chinese, "cmn"), IsEmpty());
  EXPECT_THAT(LeftOut(chinese + "ひらがなカタカナ", "ja"), IsEmpty());
}

TEST(Unspeakable, PatternsOfSignsLoseNothing) {
  const std::string text = "One.\n=-=-=-=-=-= ~*~*~*~ %%%%%%%% =-=-=\nTwo.";
  const std::vector<Unspeakable> found = FindUnspeakable(text, "en");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reason, "");
  EXPECT_THAT(LeftOut(text), ElementsAre("=-=-=-=-=-= ~*~*~*~ %%%%%%%% =-=-="));
}

TEST(Unspeakable, IsLinear) {
  for (const std::string part :
       {"a1", "=", "中a", "aB ", "T1rPJJQt5dKm1KLaWNjIaRhtV71W3vq4YCamp6 x "}) {
    std::string hostile;
    while (hostile.size() < 2'000'000) hostile += part;
    (void)FindUnspeakable(hostile, "en");
  }
}

}  // namespace
}  // namespace fullcast
