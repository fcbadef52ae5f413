#include "speech/retrying_synthesizer.h"

#include <gmock/gmock.h>

#include <string>

#include "function_synthesizer.h"

namespace fullcast {
namespace {

using testing::Each;
using testing::ElementsAre;

constexpr std::size_t kSecond = kSampleRateHz;

// Speaks 10 samples a byte and marks the first word; fails on texts with "bad" in them.
struct Engine {
  std::vector<std::string> heard;

  RetryingSynthesizer Make() {
    return RetryingSynthesizer(
        std::make_unique<FunctionSynthesizer>([this](const Utterance& utterance) {
          heard.push_back(utterance.text);
          if (utterance.text.find("bad") != std::string::npos) return Speech{{}, {}, "it is bad"};
          return Speech{Samples(utterance.text.size() * 10, 0.5F), {{0, 1, 7}}, ""};
        }));
  }
};

TEST(RetryingSynthesizer, LeavesGoodSpeechAlone) {
  Engine engine;
  const Speech speech = engine.Make().Speak({"All is good. All.", {}});
  EXPECT_EQ(speech.samples.size(), 170U);
  EXPECT_EQ(speech.defect, "");
  EXPECT_THAT(engine.heard, ElementsAre("All is good. All."));
}

TEST(RetryingSynthesizer, SpeaksAFailedTextInPartsOnce) {
  Engine engine;
  const Speech speech = engine.Make().Speak({"First one. It is bad. Last.", {}});
  EXPECT_THAT(engine.heard,
              ElementsAre("First one. It is bad. Last.", "First one. ", "It is bad. ", "Last."));
  EXPECT_EQ(speech.defect, "it is bad");
  const std::size_t pause = SamplesIn(330);
  EXPECT_EQ(speech.samples.size(), 110 + pause + kSecond + 50);
  ASSERT_EQ(speech.words.size(), 2U);
  EXPECT_EQ(speech.words[1].text_begin, 22U);
  EXPECT_EQ(speech.words[1].sample, 110 + pause + kSecond + 7);
}

TEST(RetryingSynthesizer, WhatStillFailsIsOneSecondOfSilence) {
  Engine engine;
  const Speech silence = engine.Make().Speak({"A bad one. Another bad one.", {}});
  EXPECT_EQ(silence.defect, "it is bad");
  EXPECT_EQ(silence.samples.size(), kSecond);
  EXPECT_THAT(silence.samples, Each(0.0F));
  EXPECT_TRUE(silence.words.empty());
}

TEST(RetryingSynthesizer, HidesAFailureThatPartsCure) {
  RetryingSynthesizer retrying(std::make_unique<FunctionSynthesizer>([](const Utterance& u) {
    return u.text.size() > 8 ? Speech{{}, {}, "too long"} : Speech{Samples(10), {}, ""};
  }));
  const Speech speech = retrying.Speak({"Go on. Go on.", {}});
  EXPECT_EQ(speech.defect, "");
  EXPECT_EQ(speech.samples.size(), 20 + SamplesIn(330));
}

TEST(RetryingSynthesizer, SpeaksOverlongTextInParts) {
  Engine engine;
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "Some words. ";
  const Speech speech = engine.Make().Speak({text, {}});
  EXPECT_EQ(speech.defect, "");
  EXPECT_GE(engine.heard.size(), 6U);
  for (const std::string& part : engine.heard) {
    EXPECT_LE(part.size(), RetryingSynthesizer::kMostBytesAtOnce);
  }
  EXPECT_EQ(speech.words.back().text_begin, text.size() - engine.heard.back().size());
}

}  // namespace
}  // namespace fullcast
