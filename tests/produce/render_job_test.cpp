#include "produce/pieces/render_job.h"

#include <gtest/gtest.h>

#include <set>

#include "core/error.h"

namespace fullcast {
namespace {

SharedSound Sound(float value) { return std::make_shared<const Samples>(100, value); }

RenderJob SomeJob() {
  RenderJob job;
  job.encoders = {{}, {Codec::kMp3}};
  job.piece.chapter = 4;
  job.piece.lines.push_back({17, {"In the harbour", {"gmw/en", "m3", 40, 60, 180, -1.5}}, 7'000});
  job.piece.lines[0].utterance.stressed = {{0, 2}, {7, 14}};
  job.piece.lines[0].utterance.stress = 0.5;
  job.piece.lines[0].utterance.voice.whisper = 0.25;
  job.piece.lines.push_back({19, {"lay \xE2\x80\x9Csnow\xE2\x80\x9D.", Voice{}}, 2'048});
  return job;
}

TEST(RenderJob, ArrivesAsItWasSent) {
  const RenderJob sent = SomeJob();
  const RenderJob job = DeserializeRenderJob(Serialize(sent));
  ASSERT_EQ(job.piece.lines.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(job.piece.lines[i].utterance.text, sent.piece.lines[i].utterance.text);
    EXPECT_EQ(job.piece.lines[i].utterance.voice, sent.piece.lines[i].utterance.voice);
    EXPECT_EQ(job.piece.lines[i].utterance.stressed, sent.piece.lines[i].utterance.stressed);
    EXPECT_EQ(job.piece.lines[i].utterance.stress, sent.piece.lines[i].utterance.stress);
    EXPECT_EQ(job.piece.lines[i].pause_samples, sent.piece.lines[i].pause_samples);
    EXPECT_EQ(job.piece.lines[i].segment, sent.piece.lines[i].segment - 17);
  }
  EXPECT_EQ(Serialize(job), Serialize(sent));
}

TEST(RenderJob, BringsItsSoundsAndItsMastering) {
  RenderJob sent = SomeJob();
  sent.piece.lines[1].sound = Sound(0.5F);
  sent.profile.loudness_lufs = std::nullopt;
  sent.profile.room_tone_db = -66;
  sent.profile.high_pass_hz = 80;
  sent.profile.peak_db = -3;
  sent.profile.makeup_db = 0.5;
  const RenderJob job = DeserializeRenderJob(Serialize(sent));
  EXPECT_EQ(job.piece.lines[0].sound, nullptr);
  ASSERT_NE(job.piece.lines[1].sound, nullptr);
  EXPECT_EQ(*job.piece.lines[1].sound, *sent.piece.lines[1].sound);
  EXPECT_EQ(job.profile, sent.profile);
}

TEST(RenderJob, IsRefusedWhenItIsNotWhole) {
  const std::string bytes = Serialize(SomeJob());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(DeserializeRenderJob(bytes.substr(0, size)), Error);
  }
  EXPECT_THROW(DeserializeRenderJob(bytes + "x"), Error);
}

TEST(PieceKey, StaysWhenThePieceMovesInTheBook) {
  RenderJob moved = SomeJob();
  moved.piece.chapter = 9;
  for (Line& line : moved.piece.lines) line.segment += 3;
  EXPECT_EQ(PieceKey(Serialize(moved), "1"), PieceKey(Serialize(SomeJob()), "1"));
}

TEST(PieceKey, ChangesWithAllThatIsHeard) {
  std::set<std::string> keys = {PieceKey(Serialize(SomeJob()), "1"),
                                PieceKey(Serialize(SomeJob()), "2")};
  const auto add = [&](auto change) {
    RenderJob job = SomeJob();
    change(job);
    keys.insert(PieceKey(Serialize(job), "1"));
  };
  add([](RenderJob& job) { job.piece.lines[0].utterance.text += "!"; });
  add([](RenderJob& job) { job.piece.lines[0].pause_samples += 1; });
  add([](RenderJob& job) { job.piece.lines[0].utterance.voice.engine_voice = "gmw/de"; });
  add([](RenderJob& job) { job.piece.lines[0].utterance.voice.variant = "f3"; });
  add([](RenderJob& job) { job.piece.lines[0].utterance.voice.pitch += 1; });
  add([](RenderJob& job) { job.piece.lines[0].utterance.voice.pitch_range += 1; });
  add([](RenderJob& job) { job.piece.lines[0].utterance.voice.rate_wpm += 1; });
  add([](RenderJob& job) { job.piece.lines[0].utterance.voice.gain_db += 0.5; });
  add([](RenderJob& job) { job.profile.loudness_lufs = -16; });
  add([](RenderJob& job) { job.profile.peak_db = -3; });
  add([](RenderJob& job) { job.profile.loudness_lufs = std::nullopt; });
  add([](RenderJob& job) { job.profile.room_tone_db = -66; });
  add([](RenderJob& job) { job.profile.high_pass_hz = 0; });
  add([](RenderJob& job) { job.encoders[0].bit_rate = 96'000; });
  add([](RenderJob& job) { job.encoders[1].quality = 4; });
  add([](RenderJob& job) { job.encoders[0].search = Search::kQuick; });
  add([](RenderJob& job) { job.piece.lines[1].sound = Sound(0.5F); });
  add([](RenderJob& job) { job.piece.lines[1].sound = Sound(0.25F); });
  EXPECT_EQ(keys.size(), 20U);
}

}  // namespace
}  // namespace fullcast
