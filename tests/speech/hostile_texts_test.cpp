// Texts that crash, hang or flood eSpeak NG 1.51 when it is given them as they are: each is read
// sensibly, or left out with a defect.
#include <gmock/gmock.h>

#include <memory>
#include <ostream>
#include <string>

#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

std::string Repeat(const std::string& text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

// "aGVsbG8x..." as base64 of random bytes looks.
std::string Base64(std::size_t characters) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (unsigned random = 7; text.size() < characters;) {
    random = random * 1664525U + 1013904223U;  // Numerical Recipes' generator
    text += kDigits[random >> 26U];
  }
  return text;
}

Speech Speak(const Utterance& utterance) {
  static const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  return synthesizer->Speak(utterance);
}

Speech Speak(const std::string& text) { return Speak(Utterance{text, {}}); }

double Seconds(const Speech& speech) {
  return static_cast<double>(speech.samples.size()) / kSampleRateHz;
}

struct Hostile {
  const char* name;
  std::string text;
  double least_seconds;
  double most_seconds;
  const char* defect = "";
  const char* voice = "gmw/en-US";
};

void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.name; }

class HostileText : public testing::TestWithParam<Hostile> {};

TEST_P(HostileText, IsReadSensiblyOrLeftOut) {
  Utterance utterance{GetParam().text, {}};
  utterance.voice.engine_voice = GetParam().voice;
  const Speech speech = Speak(utterance);
  EXPECT_EQ(speech.defect, GetParam().defect);
  EXPECT_GE(Seconds(speech), GetParam().least_seconds);
  EXPECT_LE(Seconds(speech), GetParam().most_seconds);
}

constexpr const char* kCode = "this is code, which no voice can read";
constexpr const char* kNoWord = "this is too long for a word";
constexpr const char* kStrange = "this voice does not know the script";

INSTANTIATE_TEST_SUITE_P(
    Of, HostileText,
    testing::Values(
        // Abort.
        Hostile{"Possessives", "Before. Then " + Repeat("s'", 80) + "s and after.", 3, 20},
        Hostile{"ManyPossessives", Repeat("s'", 400), 3, 60},
        // Segmentation faults.
        Hostile{"HindiDashes", "---लच्छेद", 0.3, 5, "", "inc/hi"},
        Hostile{"PhonemesOfTheText", "[[" + Repeat("h@", 500) + "]]", 1, 150},
        // 154 samples.
        Hostile{"ArabicDigits", Repeat("٣", 500), 1, 20},
        // Minutes of sound.
        Hostile{"Nines", Repeat("9", 500), 1, 20},
        Hostile{"Digits", Repeat("0123456789", 50), 1, 1, kNoWord},
        Hostile{"OneChineseCharacter", Repeat("中", 500), 1, 1, kStrange},
        Hostile{"Chinese", Repeat("中国人民。", 100), 1, 1, kStrange},
        Hostile{"ChineseInItsVoice", Repeat("中国人民。", 10), 5, 40, "", "sit/cmn"},
        Hostile{"Cuneiform", Repeat("𒀀𒁀", 100), 1, 1, kStrange},
        Hostile{"OneSymbol", Repeat("☺", 500), 0, 0}, Hostile{"Symbols", Repeat("☺☻♥♦", 125), 0, 0},
        Hostile{"PercentSigns", Repeat("%", 500), 0, 0},
        Hostile{"Pattern", Repeat("=-=-~*~ ", 60), 0, 0},
        Hostile{"Base64", Base64(2000), 1, 1, kCode},
        Hostile{"LinesOfBase64", Base64(76) + "\n" + Base64(76) + "\n" + Base64(22) + "==", 1, 1,
                kCode},
        Hostile{"Hexadecimal", Repeat("6c95988292b6316fcf0a", 20), 1, 1, kCode},
        Hostile{"NoWord", Repeat("bcdfg", 100), 1, 1, kNoWord},
        // Harmless, and to stay so.
        Hostile{"Emoji", "😀👍🏽👨‍👩‍👧‍👦 yes", 0.5, 15},
        Hostile{"RightToLeft", "שלום עולם", 0.5, 15},
        Hostile{"ZeroWidthSpaces", Repeat("a\u200B", 300) + " word", 0.3, 20},
        Hostile{"Brackets", Repeat("([", 50000) + "a", 0.1, 2},
        Hostile{"Commands", "a\x01 20P b", 0.3, 5},
        Hostile{"Ssml", "<speak><break time='60s'/>hello</speak>", 0.5, 15},
        Hostile{"DeepSsml", Repeat("<p>", 50) + "hello", 0.3, 30}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(HostileTexts, LongPhonemesOfALexicon) {
  Utterance utterance{"Ask Beauchamp now.", {}};
  utterance.spoken_as = {{{4, 13}, {Notation::kMnemonics, Repeat("h@", 2000)}}};
  EXPECT_EQ(Speak(utterance).defect, "");
}

TEST(HostileTexts, WordsWithoutAStopAreSpokenInParts) {
  const std::string text = Repeat("word after word ", 12500 / 16);
  const Speech speech = Speak(text);
  EXPECT_EQ(speech.defect, "");
  EXPECT_GT(Seconds(speech), 500.0);
  ASSERT_FALSE(speech.words.empty());
  EXPECT_GT(speech.words.back().text_begin, text.size() - 10);
}

TEST(HostileTexts, WhatStandsAroundCodeIsHeard) {
  const std::string text = "The key is " + Base64(300) + " and no other.";
  const Speech speech = Speak(text);
  EXPECT_EQ(speech.defect, kCode);
  EXPECT_GT(Seconds(speech), 2.0);
  ASSERT_EQ(speech.words.size(), 6U);
  EXPECT_EQ(text.substr(speech.words[3].text_begin, speech.words[3].text_length), "and");
}

}  // namespace
}  // namespace fullcast
