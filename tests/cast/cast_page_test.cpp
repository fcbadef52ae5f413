#include "cast/cast_page.h"

#include <gmock/gmock.h>

#include "cast/cast_graph.h"
#include "cast/samples.h"

namespace fullcast {
namespace {

using samples::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class CastPage : public testing::Test {
 protected:
  CastPage()
      : script_(samples::Talk({Person("jane", Gender::kFemale), Person("tom", Gender::kMale),
                               Person("guest", Gender::kUnknown)},
                              {"jane", "tom", "jane", "tom", "guest", "jane"})) {
    script_.book.title = "Fire & <Ice>";
    script_.characters[2].name = "The \"guest\"";
    cast_ = MakeCast(script_, presets_, {});
  }

  [[nodiscard]] std::string Page(const CastSound& sound = {}) const {
    return FormatCastPage(script_, cast_, presets_, sound, "scripts/ice.json");
  }

  const Presets presets_ = samples::Shipped();
  Script script_;
  Cast cast_;
};

TEST_F(CastPage, HasACardForEachSpeaker) {
  const std::string page = Page();
  EXPECT_THAT(
      page, AllOf(HasSubstr("<h3>jane</h3>"), HasSubstr("<h3>tom</h3>"),
                  HasSubstr("<h3>The narrator</h3>"), HasSubstr("<h3>The &quot;guest&quot;</h3>")));
  EXPECT_THAT(page, HasSubstr("Talks to tom (3), The &quot;guest&quot; (1)"));
  EXPECT_THAT(page, HasSubstr("25.0 % of the lines: 3"));
  EXPECT_THAT(page, HasSubstr(cast_.roles.at("jane").preset));
  EXPECT_THAT(page, HasSubstr("fullcast cast scripts/ice.json --set jane.pitch="));
}

TEST_F(CastPage, EscapesTheBook) {
  EXPECT_THAT(Page(), AllOf(HasSubstr("<h1>Fire &amp; &lt;Ice&gt;</h1>"), Not(HasSubstr("<Ice>"))));
}

TEST_F(CastPage, PlaysWhatItIsGiven) {
  EXPECT_THAT(Page(), AllOf(Not(HasSubstr("<audio")), Not(HasSubstr("<button"))));
  CastSound sound;
  sound.bytes = "foobar";
  sound.speakers = {{"jane", 1.5, 4}, {"The \"guest\"", 4, 5}};
  const std::string page = Page(sound);
  EXPECT_THAT(page, HasSubstr("src=\"data:audio/mp4;base64,Zm9vYmFy\""));
  EXPECT_THAT(page, HasSubstr("data-begin=\"1.500\" data-end=\"4.000\">Hear jane</button>"));
  EXPECT_THAT(page, Not(HasSubstr(">Hear tom<"))) << "no audition of his was made";
}

TEST_F(CastPage, NeedsNothingFromElsewhere) {
  const std::string page = Page();
  EXPECT_THAT(page,
              AllOf(Not(HasSubstr("src=\"http")), Not(HasSubstr("href=")), Not(HasSubstr("url("))));
}

TEST(CastGraph, DrawsALineForEachPairOfPartners) {
  const std::string graph = FormatCastGraph(samples::Crowd(3, Gender::kMale, 4));
  EXPECT_THAT(graph, AllOf(HasSubstr("<title>m0 and m1: 4 turns</title>"),
                           HasSubstr("<title>m1 and m2: 4 turns</title>"),
                           HasSubstr("<circle class=\"man\""), HasSubstr(">m2</text>")));
  EXPECT_EQ(graph, FormatCastGraph(samples::Crowd(3, Gender::kMale, 4)));
}

TEST(CastGraph, IsEmptyWhereNobodyTalks) {
  EXPECT_THAT(FormatCastGraph({}), IsEmpty());
  EXPECT_THAT(FormatCastGraph(samples::Talk({Person("jane", Gender::kFemale)}, {"jane", "jane"})),
              IsEmpty());
}

}  // namespace
}  // namespace fullcast
