#include "produce/pieces/piece_renderer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "audio/true_peak.h"
#include "encode/decoder.h"

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
      RenderPiece(MakePiece({"one", "seventeen", "", "two"}, 5'000), synthesizer, {}, {{}});
  ASSERT_EQ(rendered.lines.size(), 4U);
  std::size_t position = 0;
  for (const LineTiming& line : rendered.lines) {
    EXPECT_EQ(line.start_samples, position);
    position += line.speech_samples + line.pause_samples;
  }
  ASSERT_EQ(rendered.audio.size(), 1U);
  EXPECT_GE(rendered.audio[0].samples, position);
  EXPECT_LT(rendered.audio[0].samples, position + 1024);
  EXPECT_EQ(rendered.lines[0].pause_samples, 5'000U);
  EXPECT_EQ(rendered.lines[2].speech_samples, 0U);
  EXPECT_GE(rendered.lines[3].pause_samples, 5'000U);
  EXPECT_LT(rendered.lines[3].pause_samples, 5'000U + 1024);
  EXPECT_TRUE(rendered.defects.empty());
}

// Says a word after a silence, and marks it before. The third one follows without a pause, and its
// first phoneme comes late, as that of a vowel that glides on from the word before.
class HesitatingSynthesizer final : public Synthesizer {
 public:
  Speech Speak(const Utterance& /*utterance*/) override {
    Speech speech;
    speech.samples.resize(30'000);
    for (std::size_t i = 0; i < speech.samples.size(); ++i) {
      const bool silent = i < 2'000 || (i >= 10'000 && i < 15'000);
      // As speech does, the first word dies away.
      const float level = i >= 9'500 && i < 10'000 ? static_cast<float>(10'000 - i) / 500 : 1;
      speech.samples[i] = silent ? 0.0F : 0.2F * level * std::sin(0.1F * static_cast<float>(i));
    }
    speech.words = {{0, 3, 1'800, 2'000}, {4, 3, 9'900, 15'000}, {8, 5, 20'000, 21'000}};
    return speech;
  }
};

TEST(RenderPiece, WordsAreWhereTheyAreHeard) {
  HesitatingSynthesizer synthesizer;
  const RenderedPiece rendered =
      RenderPiece(MakePiece({"one two", "one two"}, 5'000), synthesizer, {}, {{}, {Codec::kPcm}});
  ASSERT_EQ(rendered.audio.size(), 2U);
  ASSERT_EQ(rendered.words.size(), 6U);
  const std::size_t cut = 30'000 - rendered.lines[0].speech_samples;
  const WordTiming& last = rendered.words[4];
  EXPECT_EQ(last.line, 1U);
  EXPECT_EQ(last.text_begin, 4U);
  const auto start = static_cast<double>(rendered.lines[1].start_samples);
  EXPECT_EQ(last.sample, start + 15'000 - static_cast<double>(cut));
  EXPECT_EQ(rendered.words[5].sample, start + 20'000 - static_cast<double>(cut));
  EXPECT_EQ(rendered.words[0].sample, 2'000 - cut);
}

TEST(RenderPiece, EndsInSilenceWhateverThePause) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered = RenderPiece(MakePiece({"one"}, 0), synthesizer, {}, {{}});
  EXPECT_GE(rendered.lines[0].pause_samples, kJointSamples);
}

TEST(RenderPiece, MayHoldNothingThatIsHeard) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered = RenderPiece(MakePiece({""}, 0), synthesizer, {}, {{}});
  EXPECT_EQ(rendered.lines.back().start_samples + rendered.lines.back().speech_samples +
                rendered.lines.back().pause_samples,
            kJointSamples);
  EXPECT_EQ(rendered.lines[0].pause_samples, kJointSamples);
}

TEST(RenderPiece, WhatCantBeSpokenIsASecondOfSilenceAndADefect) {
  ToneSynthesizer synthesizer;
  const RenderedPiece rendered =
      RenderPiece(MakePiece({"one", "unspeakable", "two"}, 5'000), synthesizer, {}, {{}});
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
  const auto quiet = RenderPiece(piece, synthesizer, {}, {{}}).loudness.IntegratedLufs();
  const auto loud = RenderPiece(piece, synthesizer, louder, {{}}).loudness.IntegratedLufs();
  EXPECT_NEAR(loud.value() - quiet.value(), 3, 0.11);
}

TEST(RenderPiece, ALineThatWouldJumpOutIsHeldBack) {
  EXPECT_EQ(HeldBackDb(1.5), 0);
  EXPECT_NEAR(HeldBackDb(4.5), 2, 1e-9);
  ToneSynthesizer synthesizer;
  Profile profile;
  Piece piece = MakePiece({"a text of some length"}, 5'000);
  const auto lufs = [&](double gain_db) {
    piece.lines[0].utterance.voice.gain_db = gain_db;
    return RenderPiece(piece, synthesizer, profile, {{}}).loudness.IntegratedLufs().value();
  };
  const double plain = lufs(0);
  profile.loudness_lufs = plain - 1.5;
  profile.peak_db = 20;
  const double calibration_db = plain - 1.5 - kCalibratedLufs;
  EXPECT_NEAR(lufs(-calibration_db), plain, 0.25);
  EXPECT_NEAR(lufs(3 - calibration_db), plain + 1, 0.25) << "a third of what is beyond 1.5 LU";
}

// Speaks noise with a peak now and then, which low bit rates can't keep.
class NoisySynthesizer final : public Synthesizer {
 public:
  Speech Speak(const Utterance& /*utterance*/) override {
    Speech speech;
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < std::size_t{4} * kSampleRateHz; ++i) {
      state = state * 1664525U + 1013904223U;
      const float noise = static_cast<float>(state >> 8U) / 8388608.0F - 1.0F;
      speech.samples.push_back(i % 5'000 < 200 ? noise : 0.1F * noise);
    }
    return speech;
  }
};

TEST(RenderPiece, KeepsTheCeilingBehindTheDecoder) {
  NoisySynthesizer synthesizer;
  Profile profile;
  profile.peak_db = -3;
  std::vector<EncoderSettings> encoders;
  for (const Codec codec : {Codec::kAac, Codec::kMp3, Codec::kOpus}) {
    encoders.push_back({codec, 24'000, kSampleRateHz});
    encoders.push_back({codec, 64'000, kSampleRateHz});
  }
  const Piece piece = MakePiece({"noise"}, 5'000);
  const RenderedPiece rendered = RenderPiece(piece, synthesizer, profile, encoders);
  double worst_plain_db = -100;
  for (std::size_t i = 0; i < encoders.size(); ++i) {
    const int rate_hz = DecodedRateHz(encoders[i]);
    EXPECT_LE(TruePeakDb(Decode(rendered.audio[i], encoders[i]), rate_hz), profile.peak_db)
        << NameOf(encoders[i].codec) << " " << encoders[i].bit_rate;
    const Samples mixed = MixPiece(piece, synthesizer, profile, FrameSamples(encoders[i])).samples;
    worst_plain_db = std::max(worst_plain_db,
                              TruePeakDb(Decode(Encode(mixed, encoders[i]), encoders[i]), rate_hz));
  }
  EXPECT_GT(worst_plain_db, profile.peak_db) << "the sound is too easy for this test";
}

}  // namespace
}  // namespace fullcast
