#include "script/source_character.h"

#include <gtest/gtest.h>

#include <string>

namespace fullcast {
namespace {

std::u32string All(std::string_view bytes) {
  const SourceCharacters characters(bytes);
  std::u32string all;
  for (std::size_t position = 0; position < bytes.size();) all += characters.Next(position);
  return all;
}

TEST(SourceCharacters, AreThoseOfTheFilesEncoding) {
  using namespace std::string_view_literals;
  EXPECT_EQ(All("caf\xC3\xA9"), U"caf\u00E9");
  EXPECT_EQ(All("caf\xE9"), U"caf\u00E9");
  EXPECT_EQ(All("\xFF\xFEH\0i\0"sv), U"\uFEFFHi");
  EXPECT_EQ(All("H\0i\0!\0"sv), U"Hi!");
  EXPECT_EQ(All("\0H\0i\0!"sv), U"Hi!");
}

}  // namespace
}  // namespace fullcast
