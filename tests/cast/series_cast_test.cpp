#include "cast/series_cast.h"

#include <gmock/gmock.h>

#include "cast/samples.h"
#include "core/error.h"

namespace fullcast {
namespace {

using samples::Person;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::UnorderedElementsAre;

Character Named(const std::string& id, const std::string& name, Gender gender,
                std::vector<std::string> aliases = {}) {
  Character character = Person(id, gender);
  character.name = name;
  character.aliases = std::move(aliases);
  return character;
}

class SeriesCastTest : public testing::Test {
 protected:
  [[nodiscard]] Role RoleOf(const std::string& preset) const {
    return {preset, presets_.Find(preset)->voice};
  }

  // The first book of a series.
  [[nodiscard]] SeriesCast First() const {
    const Script script =
        samples::Talk({Named("holmes", "Mr. Holmes", Gender::kMale, {"Sherlock Holmes"}),
                       Named("adler", "Irene Adler", Gender::kFemale),
                       Named("porter", "the porter", Gender::kMale)},
                      {"holmes", "adler", "porter"});
    Cast cast;
    cast.roles = {{"holmes", RoleOf("henry")},
                  {"adler", RoleOf("alice")},
                  {"porter", RoleOf("jonas")},
                  {kNarrator, RoleOf("narrator-us")}};
    cast.roles["holmes"].voice.pitch = 44;
    SeriesCast series;
    series.Remember(script, cast);
    return series;
  }

  const Presets presets_ = samples::Shipped();
};

TEST_F(SeriesCastTest, ACharacterKeepsTheVoiceUnderAnotherId) {
  const Script second = samples::Talk(
      {Named("sherlock", "Sherlock Holmes", Gender::kMale),
       Named("irene", "Irene", Gender::kFemale), Named("porter", "the porter", Gender::kMale)},
      {"sherlock", "irene", "porter"});
  const auto roles = First().RolesIn(second);
  EXPECT_THAT(roles, UnorderedElementsAre(Key("sherlock"), Key(kNarrator)))
      << "nobody called Irene is known, and porters have no names";
  EXPECT_EQ(roles.at("sherlock").voice.pitch, 44);
  EXPECT_EQ(roles.at(kNarrator).preset, "narrator-us");
}

TEST_F(SeriesCastTest, SexAndDoubtKeepPeopleApart) {
  const Script second = samples::Talk({Named("mrs", "Sherlock Holmes", Gender::kFemale)}, {"mrs"});
  EXPECT_FALSE(First().RolesIn(second).contains("mrs"));

  SeriesCast twins = First();
  twins.members.push_back({"John", {"Sherlock Holmes"}, Gender::kMale, RoleOf("felix")});
  const Script third = samples::Talk({Named("s", "Sherlock Holmes", Gender::kMale)}, {"s"});
  EXPECT_FALSE(twins.RolesIn(third).contains("s")) << "two go by this name";
}

TEST_F(SeriesCastTest, EachIsOnePersonOfABook) {
  const Script second =
      samples::Talk({Named("a", "Mr. Holmes", Gender::kMale),
                     Named("b", "Sherlock Holmes", Gender::kMale, {"Mr. Holmes"})},
                    {"b", "a", "b"});
  EXPECT_TRUE(First().RolesIn(second).contains("a"));
  EXPECT_FALSE(First().RolesIn(second).contains("b"));
}

TEST_F(SeriesCastTest, RemembersNewNamesAndRoles) {
  SeriesCast series = First();
  const Script second =
      samples::Talk({Named("sherlock", "Sherlock Holmes", Gender::kMale, {"the detective"}),
                     Named("watson", "Dr. Watson", Gender::kMale)},
                    {"sherlock", "watson"});
  Cast cast;
  cast.roles = {{"sherlock", RoleOf("robert")}, {"watson", RoleOf("george")}};
  series.Remember(second, cast);
  ASSERT_EQ(series.members.size(), 3U);
  EXPECT_EQ(series.members[0].role.preset, "robert");
  EXPECT_THAT(series.members[0].aliases, ElementsAre("Sherlock Holmes", "the detective"));
  EXPECT_EQ(series.members[2].name, "Dr. Watson");
}

TEST_F(SeriesCastTest, ComesBackFromItsFile) {
  const std::string text = FormatSeriesCast(First(), presets_);
  EXPECT_THAT(text, HasSubstr(R"({"name":"Mr. Holmes","aliases":["Sherlock Holmes"],)"
                              R"("gender":"male","preset":"henry","pitch":44})"));
  EXPECT_EQ(FormatSeriesCast(ParseSeriesCast(text, "s.json", presets_), presets_), text);
}

TEST_F(SeriesCastTest, PointsAtMistakes) {
  const auto complaint = [&](const std::string& text) -> std::string {
    try {
      ParseSeriesCast(text, "s.json", presets_);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_THAT(complaint(R"({"characters": [{"name": "A", "preset": "nobody"}]})"),
              HasSubstr("s.json:1"));
  EXPECT_THAT(complaint(R"({"characters": [{"name": "A", "preset": "henry", "sex": "male"}]})"),
              HasSubstr("sex"));
  EXPECT_THAT(complaint(R"({"characters": [{"name": "A", "preset": "henry", "gender": "m"}]})"),
              HasSubstr("female"));
  EXPECT_THAT(complaint(R"({"version": 2, "characters": []})"), HasSubstr("version"));
}

}  // namespace
}  // namespace fullcast
