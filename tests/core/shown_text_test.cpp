#include "core/shown_text.h"

#include <gtest/gtest.h>

namespace fullcast {
namespace {

TEST(ShownText, BrokenBytesAreReplaced) {
  EXPECT_EQ(ValidUtf8("caf\xE9.txt"), "caf\uFFFD.txt");
  EXPECT_EQ(ValidUtf8("café"), "café");
}

TEST(ShownText, NothingCommandsATerminal) {
  EXPECT_EQ(WithoutControls("a\x1b[2J\r\tb\n\u009bc\x7F caf\xE9"), "a[2J\tb\nc caf\xE9");
}

TEST(ShownText, IsCutByColumns) {
  EXPECT_EQ(CutToColumns("The Lamp", 8), "The Lamp");
  EXPECT_EQ(CutToColumns("The Lamp", 7), "The ...");
  EXPECT_EQ(CutToColumns("中中中", 6), "中中中");
  EXPECT_EQ(CutToColumns("中中中", 5), "中...");
  EXPECT_EQ(CutToColumns("e\u0301te\u0301", 3), "e\u0301te\u0301");
  EXPECT_EQ(CutToColumns("a\x1b\nb", 2), "ab");
  EXPECT_EQ(CutToColumns("The Lamp", 2), "");
}

}  // namespace
}  // namespace fullcast
