// The real engine, as productions use it: forked and retried.
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "core/error.h"
#include "speech/engine_program.h"
#include "speech/espeak_engine.h"
#include "speech/isolated_synthesizer.h"
#include "speech/retrying_synthesizer.h"
#include "support/paths.h"

namespace fullcast {
namespace {

// The engine's state is global, so all tests of a process share it.
Speech Speak(const Utterance& utterance) {
  static const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  return synthesizer->Speak(utterance);
}

Speech Speak(const std::string& text, const Voice& voice = {}) {
  return Speak(Utterance{text, voice});
}

double Seconds(const Speech& speech) {
  return static_cast<double>(speech.samples.size()) / kSampleRateHz;
}

TEST(Espeak, SpeaksASentence) {
  const Speech speech = Speak("“Come in,” she said, “it’s cold.”");
  EXPECT_EQ(speech.defect, "");
  EXPECT_GT(Seconds(speech), 1.0);
  EXPECT_LT(Seconds(speech), 4.0);
  const auto [least, most] = std::minmax_element(speech.samples.begin(), speech.samples.end());
  EXPECT_LT(*least, -0.1F);
  EXPECT_GT(*most, 0.1F);
}

TEST(Espeak, WordMarksPointIntoTheGivenText) {
  const std::string text = "“Où est—Élan?” she said.";
  const Speech speech = Speak(text);
  std::vector<std::string> words;
  std::size_t sample = 0;
  for (const WordMark& word : speech.words) {
    words.push_back(text.substr(word.text_begin, word.text_length));
    EXPECT_GE(word.sample, sample);
    EXPECT_LT(word.sample, speech.samples.size());
    sample = word.sample;
  }
  EXPECT_THAT(words, testing::ElementsAre("Où", "est", "Élan", "she", "said"));
}

TEST(Espeak, AWordBehindAPauseTellsWhereItsFirstSoundIs) {
  const Speech speech = Speak("He said, taking the hat.");
  ASSERT_EQ(speech.words.size(), 5U);
  const WordMark& taking = speech.words[2];
  const auto silence = [&](std::size_t begin, std::size_t end) {
    float loudest = 0;
    for (std::size_t i = begin; i < end; ++i)
      loudest = std::max(loudest, std::abs(speech.samples[i]));
    return loudest < 0.002F;
  };
  ASSERT_GT(taking.first_phoneme, taking.sample + SamplesIn(40));
  EXPECT_TRUE(silence(taking.sample, taking.first_phoneme));
  EXPECT_FALSE(silence(taking.first_phoneme, taking.first_phoneme + SamplesIn(10)));
}

TEST(Espeak, SoundDependsOnNothingButTheUtterance) {
  const std::string text = "It was a dark night, and the rain fell; 1914 привет.";
  std::vector<Voice> voices(6);
  voices[1].variant = "f3";
  voices[2].engine_voice = "gmw/de";
  voices[3].variant = "klatt4";
  voices[4].engine_voice = "roa/fr";
  voices[5].rate_wpm = 300;
  voices[5].pitch = 90;

  std::vector<Samples> forwards;
  for (const Voice& voice : voices) forwards.push_back(Speak(text, voice).samples);
  for (std::size_t i = voices.size(); i-- > 0;) {
    EXPECT_EQ(Speak(text, voices[i]).samples, forwards[i]) << "voice " << i;
    Speak("Something else in between, " + std::to_string(i), voices[(i + 3) % voices.size()]);
  }
  for (std::size_t i = 1; i < voices.size(); ++i) EXPECT_NE(forwards[i], forwards[0]);
}

// A chapter in several voices, each paragraph twice, with signs between that are hard to speak.
std::vector<Utterance> ManyUtterances() {
  std::ifstream story(test::SourceFolder() /
                      "chapters/the-seventeenth-ounce/03-the-hole-in-the-pound.md");
  std::vector<Voice> voices(5);
  voices[1].variant = "f3";
  voices[2].engine_voice = "gmw/de";
  voices[3].variant = "klatt4";
  voices[4].pitch = 20;
  std::vector<Utterance> utterances;
  for (std::string line; std::getline(story, line);) {
    if (line.empty()) continue;
    for (int times = 0; times < 2; ++times) {
      const std::size_t number = utterances.size();
      utterances.push_back({line, voices[number / 3 % voices.size()]});
      if (number % 10 == 0) utterances.back().text += " привет, 1914 " + std::string(90, '#');
    }
  }
  return utterances;
}

// The engine goes back to what it was in place of being forked.
TEST(Espeak, SpeaksAsAForkForEachUtteranceWould) {
  const auto forked =
      std::make_unique<IsolatedSynthesizer>([](int socket, const UtteranceLimits& limits) {
        EspeakEngine engine;
        ServeUtterances(socket, engine, limits);
      });
  const std::vector<Utterance> utterances = ManyUtterances();
  ASSERT_GT(utterances.size(), 80U);
  const auto going_back = std::make_unique<IsolatedSynthesizer>(EspeakToServe());
  std::vector<Samples> sounds;
  for (const Utterance& utterance : utterances) {
    const Speech speech = going_back->Speak(utterance);
    const Speech expected = forked->Speak(utterance);
    ASSERT_EQ(speech.samples, expected.samples) << utterance.text;
    EXPECT_EQ(speech.words.size(), expected.words.size());
    EXPECT_EQ(speech.defect, expected.defect);
    sounds.push_back(speech.samples);
  }
  for (std::size_t i = utterances.size(); i-- > 0;) {
    ASSERT_EQ(going_back->Speak(utterances[i]).samples, sounds[i]) << utterances[i].text;
  }
}

TEST(Espeak, SettingsAreHeard) {
  const Voice plain;
  Voice slow = plain;
  slow.rate_wpm = 100;
  EXPECT_GT(Seconds(Speak("Some words to hear.", slow)),
            1.4 * Seconds(Speak("Some words to hear.", plain)));
  Voice flat = plain;
  flat.pitch_range = 0;
  EXPECT_NE(Speak("Some words to hear.", flat).samples,
            Speak("Some words to hear.", plain).samples);
}

TEST(Espeak, NothingToSpeakIsNoSoundAndNoDefect) {
  for (const char* text : {"", " ", "...", "“—!?”", "* * *", "\u200B", "(((", "\xFF"}) {
    const Speech speech = Speak(text);
    EXPECT_TRUE(speech.samples.empty()) << text;
    EXPECT_EQ(speech.defect, "") << text;
  }
}

TEST(EspeakDeathTest, SeveralInOneProcessEndWithIt) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  constexpr unsigned kHangsSeconds = 60;
  EXPECT_EXIT(
      {
        alarm(kHangsSeconds);
        const auto first = MakeSynthesizer();
        { const auto second = MakeSynthesizer(); }
        std::exit(first->Speak({"Hello.", {}}).samples.empty() ? 1 : 0);
      },
      testing::ExitedWithCode(0), "");
}

TEST(Espeak, RefusesAMissingVoice) {
  Voice missing;
  missing.engine_voice = "gmw/nowhere";
  EXPECT_THROW(Speak("Hello.", missing), Error);
  missing = {};
  missing.variant = "nonsense";
  EXPECT_THROW(Speak("Hello.", missing), Error);
}

TEST(Espeak, AStressedWordIsLouderThanItWas) {
  Utterance utterance{"I never said that he had taken it.", Voice{}};
  const Speech plain = Speak(utterance);
  utterance.stressed = {{2, 7}};
  utterance.stress = 0.5;
  const Speech stressed = Speak(utterance);
  const auto power_of_word = [](const Speech& speech) {
    double power = 0;
    for (std::size_t i = speech.words[1].sample; i < speech.words[2].sample; ++i) {
      power += double{speech.samples[i]} * double{speech.samples[i]};
    }
    return power;
  };
  EXPECT_GT(power_of_word(stressed), 1.2 * power_of_word(plain));
  ASSERT_EQ(stressed.words.size(), plain.words.size());
  for (std::size_t i = 0; i < plain.words.size(); ++i) {
    EXPECT_EQ(stressed.words[i].text_begin, plain.words[i].text_begin);
    EXPECT_EQ(stressed.words[i].text_length, plain.words[i].text_length);
  }
  utterance.stress = 0;
  EXPECT_EQ(Speak(utterance).samples, plain.samples);
}

}  // namespace
}  // namespace fullcast
