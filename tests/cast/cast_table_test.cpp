#include "cast/cast_table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cast/casting.h"
#include "cast/samples.h"
#include "core/utf8.h"

namespace fullcast {
namespace {

using samples::Person;

std::size_t Columns(const std::string& line) {
  std::size_t columns = 0;
  for (std::size_t position = 0; position < line.size(); ++columns) NextCodePoint(line, position);
  return columns;
}

TEST(CastTable, ListsTheNarratorThenTheBiggestParts) {
  Script script = samples::Talk({Person("zoe", Gender::kFemale), Person("abe", Gender::kMale)},
                                {"abe", "zoe", "zoe"});
  script.characters[0].name = "Zoë";
  Cast cast;
  cast.roles["narrator"] = {"narrator", {"gmw/en", "max", 50, 46, 170, 8.4}};
  cast.roles["zoe"] = {"alice", {"gmw/en-GB-x-rp", "f3", 54, 56, 178, 6.6}};
  cast.roles["abe"] = {"george", {"gmw/en-US", "", 50, 46, 164, 7}};
  EXPECT_EQ(FormatCastTable(script, cast),
            "Character                  Sex      Lines  Minutes  Voice\n"
            "narrator                                3      0.0  "
            "narrator (en+max, pitch 50, 170 wpm)\n"
            "Zoë                        female       2      0.0  "
            "alice (en-GB-x-rp+f3, pitch 54, 178 wpm)\n"
            "abe                        male         1      0.0  "
            "george (en-US, pitch 50, 164 wpm)\n");
}

TEST(CastTable, FitsAHundredColumns) {
  Script script = samples::Talk({Person("prince", Gender::kMale)}, {"prince"});
  script.characters[0].name =
      "Алексей Фёдорович Карамазов, помещик\nнашего уезда, столь известный в своё время";
  Cast cast = MakeCast(script, samples::Shipped(), {});
  cast.roles["prince"].preset = std::string(200, 'x');
  std::istringstream lines(FormatCastTable(script, cast));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(Columns(line), 100U) << line;
  EXPECT_EQ(count, 3);
}

TEST(EstimateSeconds, FollowsTheRate) {
  EXPECT_DOUBLE_EQ(EstimateSeconds(1000000, 175), 55000);
  EXPECT_DOUBLE_EQ(EstimateSeconds(1000000, 350), 27500);
}

}  // namespace
}  // namespace fullcast
