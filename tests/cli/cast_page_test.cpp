// The cast's page and a series' voices, with the real program; the page also in a real browser.
#include <gmock/gmock.h>

#include <string>

#include "cli/browser.h"
#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::AllOf;
using ::testing::HasSubstr;

// Plays the second button's audition, and stops it by a second press; slowly, so that it is not
// over before a busy machine comes to that.
constexpr const char* kPress = R"js(
const audio = document.getElementById('cast-sound');
const button = document.querySelectorAll('.cast button')[1];
audio.defaultPlaybackRate = audio.playbackRate = 0.1;
const playing = once(audio, 'playing');
button.focus();
button.click();
await playing;
const result = {at: String(audio.currentTime - Number(button.dataset.begin)),
                playing: button.textContent};
button.click();
result.stopped = button.textContent + (audio.paused ? ', silent' : '');
return result;)js";

TEST(CastPage, IsHeardInABrowser) {
  const Program program;
  ASSERT_EQ(program.Run("annotate " + program.WriteBook()).exit_code, 0);
  const auto run = program.Run("cast scripts/lamp.json --html");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(program.Read("output/lamp-cast.html"),
              AllOf(HasSubstr("<h3>Maren</h3>"), HasSubstr(">Hear Maren</button>")));
  if (!test::HasBrowser()) GTEST_SKIP() << "chromium is not installed";
  const Json shown = test::InBrowser(program, "output/lamp-cast.html", kPress);
  EXPECT_EQ(shown.At("playing").AsString(), "Stop Mr. Dunn");
  EXPECT_EQ(shown.At("stopped").AsString(), "Hear Mr. Dunn, silent");
  EXPECT_NEAR(std::stod(shown.At("at").AsString()), 0, 1);
}

TEST(Series, ACharacterKeepsTheVoiceInTheNextBook) {
  const Program program;
  ASSERT_EQ(program.Run("annotate " + program.WriteBook("one.txt")).exit_code, 0);
  ASSERT_EQ(
      program.Run("cast scripts/one.json --series-cast s.json --set mr-dunn=walter").exit_code, 0);
  const std::string next =
      "CHAPTER I.\n\n\"The oil is gone,\" said Mr. Dunn. \"All of it.\"\n\n"
      "\"Then we must buy some,\" said Captain Vane.\n\n\"We must,\" said Mr. Dunn.\n";
  ASSERT_EQ(program.Run("annotate " + program.WriteBook("two.txt", next)).exit_code, 0);
  const auto run = program.Run("cast scripts/two.json --series-cast s.json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(program.Read("voices/two.json"), HasSubstr("\"mr-dunn\": {\"preset\":\"walter\"}"));
  EXPECT_THAT(program.Read("s.json"), AllOf(HasSubstr("Maren"), HasSubstr("Captain Vane")));
}

}  // namespace
}  // namespace fullcast
