// The cast's page and a series' voices, with the real program; the page also in a real browser.
#include <gmock/gmock.h>

#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::AllOf;
using ::testing::HasSubstr;

// Plays the second button's audition, and stops it by a second press.
constexpr const char* kPress = R"(<script>
const audio = document.getElementById('cast-sound');
const button = document.querySelectorAll('.cast button')[1];
window.addEventListener('error', e => { document.body.dataset.error = e.message; });
audio.addEventListener('playing', () => {
  document.body.dataset.playing = button.textContent + ' at ' +
      (audio.currentTime - Number(button.dataset.begin)).toFixed(1);
  button.click();
  document.body.dataset.stopped = button.textContent + (audio.paused ? ', silent' : '');
}, {once: true});
button.focus();
button.click();
</script></body>)";

TEST(CastPage, IsHeardInABrowser) {
  const Program program;
  ASSERT_EQ(program.Run("annotate " + program.WriteBook()).exit_code, 0);
  const auto run = program.Run("cast scripts/lamp.json --html");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  std::string page = program.Read("output/lamp-cast.html");
  EXPECT_THAT(page, AllOf(HasSubstr("<h3>Maren</h3>"), HasSubstr(">Hear Maren</button>")));

  const std::string browser = RunCommand("command -v chromium").output;
  if (browser.empty()) GTEST_SKIP() << "chromium is not installed";
  page.replace(page.find("</body>"), 7, kPress);
  WriteFile(program / "pressed.html", page);
  const auto shown = RunCommand(
      "cd " + Quoted((program / "").string()) +
      " && timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile "
      "--autoplay-policy=no-user-gesture-required --virtual-time-budget=30000 --dump-dom "
      "pressed.html 2>/dev/null");
  const std::size_t body = shown.output.find("<body");
  ASSERT_NE(body, std::string::npos) << shown.output.substr(0, 1000);
  const std::string result = shown.output.substr(body, shown.output.find('>', body) - body);
  EXPECT_THAT(result, HasSubstr("data-playing=\"Stop Mr. Dunn at 0."));
  EXPECT_THAT(result, HasSubstr("data-stopped=\"Hear Mr. Dunn, silent\""));
  EXPECT_EQ(result.find("data-error"), std::string::npos) << result;
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
