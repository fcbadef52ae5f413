// The page that plays a book, in a real browser: at any time it shows the word that is heard.
#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

#include "cli/browser.h"
#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::InBrowser;
using test::Program;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::int64_t kMost = std::int64_t{1} << 40;

struct Word {
  double begin_seconds = 0;
  std::string text;
};

// All words of a timeline; of what is said otherwise than it is written, all that is written.
std::vector<Word> WordsOf(const Json& timeline) {
  std::vector<Word> words;
  for (const Json& chapter : timeline.At("chapters").AsArray()) {
    for (const Json& segment : chapter.At("segments").AsArray()) {
      const std::string text = segment.At("text").AsString();
      const auto seconds = [](const Json& sample) {
        return static_cast<double>(sample.AsInteger(0, kMost)) / 22'050;
      };
      const auto first = words.size();
      if (segment.Find("say") == nullptr) {
        for (const Json& word : segment.At("words").AsArray()) {
          const auto begin = static_cast<std::size_t>(word.AsArray()[0].AsInteger(0, kMost));
          const auto end = static_cast<std::size_t>(word.AsArray()[1].AsInteger(0, kMost));
          words.push_back({seconds(word.AsArray()[2]), text.substr(begin, end - begin)});
        }
      } else {
        words.push_back({0, text});
      }
      // What stands ahead of the first word belongs to it.
      words[first].begin_seconds = seconds(segment.At("samples").AsArray()[0]);
    }
  }
  return words;
}

// The audio is there, and so its length.
constexpr const char* kLoaded = "if (audio.readyState < 1) await once(audio, 'loadedmetadata');\n";

class PlayerPage : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!test::HasBrowser()) GTEST_SKIP() << "chromium is not installed";
  }
};

TEST_F(PlayerPage, ShowsTheWordThatIsHeard) {
  constexpr int kTimes = 50;
  const Program program;
  const auto run = program.Run("produce " + program.WriteBook() + " --read-along html,json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::vector<Word> words =
      WordsOf(Json::Parse(program.Read("output/lamp.json"), "timeline"));
  std::mt19937 random(1);
  std::string times;
  for (int i = 0; i < kTimes; ++i) {
    times += std::to_string(static_cast<double>(random() % 13'000) / 1000) + ",";
  }
  const Json shown =
      InBrowser(program, "output/lamp.html",
                kLoaded + ("const result = [];\nfor (const t of [" + times) + R"js(]) {
  audio.currentTime = t;
  await once(audio, 'seeked');
  const now = document.querySelectorAll('.now');
  result.push([String(audio.currentTime), String(now.length), now[0].textContent,
               now[0].getAttribute('aria-current')]);
}
return result;)js");
  ASSERT_EQ(shown.AsArray().size(), static_cast<std::size_t>(kTimes));
  for (const Json& at : shown.AsArray()) {
    const double seconds = std::stod(at.AsArray()[0].AsString());
    std::size_t heard = 0;
    while (heard + 1 < words.size() && words[heard + 1].begin_seconds <= seconds + 0.001) ++heard;
    EXPECT_EQ(at.AsArray()[1].AsString(), "1");
    EXPECT_THAT(at.AsArray()[2].AsString(), HasSubstr(words[heard].text)) << "at " << seconds;
    EXPECT_EQ(at.AsArray()[3].AsString(), "true");
  }
}

TEST_F(PlayerPage, SeeksByClickAndKeyAndKeepsThePlace) {
  const Program program;
  const auto run = program.Run("produce " + program.WriteBook() +
                               " --format mp3 --split chapter --read-along html");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const Json shown = InBrowser(program, "output/lamp/lamp.html", kLoaded + std::string(R"js(
const now = () => document.querySelector('.now');
const press = key => document.dispatchEvent(new KeyboardEvent('keydown', {key}));
const result = {};
const word = [...document.querySelectorAll('b')].find(b => b.textContent.includes('Snow'));
word.click(); // it is in the second file
await once(audio, 'seeked');
result.clicked = now().textContent + ' in ' + decodeURIComponent(audio.src.split('/').pop());
result.plays = String(!audio.paused);
press(' ');
result.stopped = String(audio.paused);
press('ArrowDown'); await once(audio, 'seeked');
result.down = now().parentElement.textContent;
press('ArrowUp'); await once(audio, 'seeked');
result.up = now().parentElement.textContent;
result.chapter = jump.selectedOptions[0].textContent;
const at = audio.currentTime;
press('ArrowLeft'); await once(audio, 'seeked');
result.left = String(audio.currentTime < at);
jump.value = 'c1'; jump.dispatchEvent(new Event('change')); await once(audio, 'seeked');
result.jumped = now().textContent + ' in ' + decodeURIComponent(audio.src.split('/').pop());
audio.currentTime = 2.5; await once(audio, 'seeked');
result.kept = localStorage.getItem(book);
result.unlabelled = String([...document.querySelectorAll('audio,select,button,input')].filter(
    e => !e.getAttribute('aria-label') && !e.labels?.length).length);
result.landmarks = [...document.querySelectorAll('header,main')].length + '';
result.language = document.documentElement.lang;
return result;)js"));
  const auto value = [&](const char* name) { return shown.At(name).AsString(); };
  EXPECT_THAT(value("clicked"), StartsWith("\"Snow!\" in 02 - Chapter II.mp3"));
  EXPECT_EQ(value("plays"), "true");
  EXPECT_EQ(value("stopped"), "true");
  EXPECT_THAT(value("down"), HasSubstr("So it is"));
  EXPECT_THAT(value("up"), HasSubstr("Snow"));
  EXPECT_EQ(value("chapter"), "Chapter II");
  EXPECT_EQ(value("left"), "true");
  EXPECT_THAT(value("jumped"), HasSubstr("in 01 - Chapter I.mp3"));
  EXPECT_THAT(value("kept"), StartsWith("0:2.5"));
  EXPECT_EQ(value("unlabelled"), "0");
  EXPECT_EQ(value("landmarks"), "2");
  EXPECT_EQ(value("language"), "en");
}

}  // namespace
}  // namespace fullcast
