#include "produce/piece_renderer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace fullcast {
namespace {

// Speaks a tone of 50 ms a letter; fails on "unspeakable".
class ToneSynthesizer final : public Synthesizer {
 public:
  Speech Speak(const Utterance& utterance) override {
    Speech speech;
    if (utterance.text == "unspeakable") {
      speech.samples.resize(kSampleRateHz);
      speech.defect = "the engine crashed";
      return speech;
    }
    speech.samples.resize(SamplesIn(50.0 * static_cast<double>(utterance.text.size())));
    for (std::size_t i = 0; i < speech.samples.size(); ++i) {
      speech.samples[i] = 0.2F * std::sin(0.1F * static_cast<float>(i));
    }
    return speech;
  }
};

Piece MakePiece(const std::vector<std::string>& texts, std::size_t pause_samples) {
  Piece piece;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    piece.lines.push_back({i, {texts[i], Voice{}}, pause_samples});
  }
  return piece;
}

TEST(RenderPiece, IsAsLongAsItsSpeechAndPauses) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered =
      RenderPiece(MakePiece({"one", "seventeen", "", "two"}, 5'000), synthesizer, {}, {});
  ASSERT_EQ(rendered.lines.size(), 4U);
  std::size_t position = 0;
  for (const LineTiming& line : rendered.lines) {
    EXPECT_EQ(line.start_samples, position);
    position += line.speech_samples + line.pause_samples;
  }
  EXPECT_EQ(position, rendered.audio.samples);
  EXPECT_EQ(rendered.lines[0].pause_samples, 5'000U);
  EXPECT_EQ(rendered.lines[2].speech_samples, 0U);
  EXPECT_GE(rendered.lines[3].pause_samples, 5'000U);
  EXPECT_LT(rendered.lines[3].pause_samples, 5'000U + 1024);
  EXPECT_TRUE(rendered.defects.empty());
}

TEST(RenderPiece, EndsInSilenceWhateverThePause) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered = RenderPiece(MakePiece({"one"}, 0), synthesizer, {}, {});
  EXPECT_GE(rendered.lines[0].pause_samples, kJointSamples);
}

TEST(RenderPiece, MayHoldNothingThatIsHeard) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered = RenderPiece(MakePiece({""}, 0), synthesizer, {}, {});
  EXPECT_EQ(rendered.audio.samples, kJointSamples);
  EXPECT_EQ(rendered.lines[0].pause_samples, kJointSamples);
}

TEST(RenderPiece, WhatCantBeSpokenIsASecondOfSilenceAndADefect) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered =
      RenderPiece(MakePiece({"one", "unspeakable", "two"}, 5'000), synthesizer, {}, {});
  ASSERT_EQ(rendered.defects.size(), 1U);
  EXPECT_EQ(rendered.defects[0].segment, 1U);
  EXPECT_EQ(rendered.defects[0].reason, "the engine crashed");
  EXPECT_EQ(rendered.lines[1].speech_samples, static_cast<std::size_t>(kSampleRateHz));
}

TEST(RenderPiece, ALouderProfileMakesALouderPiece) {
  ToneSynthesizer synthesizer;
  const Piece piece = MakePiece({"a text of some length"}, 5'000);
  Profile louder;
  louder.loudness_lufs = -15;
  const auto quiet = RenderPiece(piece, synthesizer, {}, {}).loudness.IntegratedLufs();
  const auto loud = RenderPiece(piece, synthesizer, louder, {}).loudness.IntegratedLufs();
  EXPECT_NEAR(loud.value() - quiet.value(), 3, 0.11);
}

}  // namespace
}  // namespace fullcast
