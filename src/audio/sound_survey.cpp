#include "audio/sound_survey.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <utility>

#include "audio/defects.h"
#include "audio/quiet_ends.h"
#include "audio/true_peak.h"
#include "core/error.h"
#include "core/pcm.h"

namespace fullcast {

namespace {

double DbOfEnergy(double energy) { return 10 * std::log10(energy); }

// The mean energy of those blocks that are speech, if at least half of them are.
std::optional<double> SpeechEnergy(std::span<const float> blocks_lufs, double least_lufs) {
  double energy = 0;
  std::size_t count = 0;
  for (const float lufs : blocks_lufs) {
    if (lufs < least_lufs) continue;
    energy += std::pow(10.0, lufs / 10);
    ++count;
  }
  if (count * 2 < blocks_lufs.size()) return std::nullopt;
  return energy / static_cast<double>(count);
}

void FindJump(SoundSurvey& survey) {
  constexpr std::size_t kSide = 12;  // blocks, about five seconds
  constexpr double kSpeechLu = 20;   // below the mean is no speech
  if (!survey.figures.loudness_lufs) return;
  const double least_lufs = *survey.figures.loudness_lufs - kSpeechLu;
  const std::span<const float> blocks = survey.figures.blocks_lufs;
  for (std::size_t i = kSide; i + kSide <= blocks.size(); ++i) {
    const auto before = SpeechEnergy(blocks.subspan(i - kSide, kSide), least_lufs);
    const auto behind = SpeechEnergy(blocks.subspan(i, kSide), least_lufs);
    if (!before || !behind) continue;
    const double jump_db = DbOfEnergy(*behind / *before);
    if (std::abs(jump_db) <= std::abs(survey.jump_db)) continue;
    survey.jump_db = jump_db;
    survey.jump_at = static_cast<double>(i) * SoundFigures::kBlockSeconds;
  }
}

float HighestSample(const Samples& samples) {
  float highest = 0;
  for (const float sample : samples) highest = std::max(highest, std::abs(sample));
  return highest;
}

struct Channel {
  explicit Channel(int rate_hz) : watch(rate_hz), ends(rate_hz) {}

  DefectWatch watch;
  QuietEnds ends;
  double sum = 0;
  double energy = 0;
  Samples block;
  Samples before;  ///< the end of the block before, for the peaks between two blocks
};

}  // namespace

struct SoundSurveyor::State {
  State(int rate, int channel_count)
      : rate_hz(rate),
        meter(ebur128_init(static_cast<unsigned>(channel_count), static_cast<unsigned long>(rate),
                           EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM)),
        channels(static_cast<std::size_t>(channel_count), Channel(rate)),
        block_frames(static_cast<std::size_t>(SoundFigures::kBlockSeconds * rate)) {
    if (meter == nullptr) throw std::bad_alloc();
  }
  ~State() { ebur128_destroy(&meter); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // The RMS of the half of the block that is quieter.
  void MeasureFloor() {
    const std::size_t half = block_frames / 2;
    for (std::size_t begin = 0; begin + half <= block_frames; begin += half) {
      double energy = 0;
      for (const Channel& channel : channels) {
        for (std::size_t i = begin; i < begin + half; ++i) {
          energy += double{channel.block[i]} * channel.block[i];
        }
      }
      least_energy = std::min(least_energy, energy / static_cast<double>(half * channels.size()));
    }
  }

  void MeasurePeak() {
    constexpr float kNearHighest = 0.85F;  // see TruePeakDb()
    float peak = 0;
    for (Channel& channel : channels) {
      Samples sound = std::move(channel.before);
      sound.insert(sound.end(), channel.block.begin(), channel.block.end());
      channel.before.assign(
          sound.end() - static_cast<std::ptrdiff_t>(std::min(sound.size(), 2 * kTruePeakEdge)),
          sound.end());
      peak = std::max(peak, HighestSample(channel.block));
      const float highest = HighestSample(sound);
      if (highest < kNearHighest * highest_sample || highest == 0) continue;
      highest_sample = std::max(highest_sample, highest);
      true_peak_db = std::max(true_peak_db, TruePeakDb(sound, rate_hz));
    }
    survey.figures.block_peaks.push_back(peak);
  }

  void EndBlock() {
    double lufs = 0;
    ebur128_loudness_momentary(meter, &lufs);
    survey.figures.blocks_lufs.push_back(static_cast<float>(lufs));
    if (channels.front().block.size() == block_frames) MeasureFloor();
    MeasurePeak();
    for (Channel& channel : channels) channel.block.clear();
  }

  // Of all channels but the loudest, the one with the least energy sets the gap.
  void MeasureChannels() {
    double most = 0;
    double least = std::numeric_limits<double>::infinity();
    double sum = 0;
    for (const Channel& channel : channels) {
      const double mean = channel.sum / static_cast<double>(frames);
      if (std::abs(mean) > std::abs(survey.dc_offset)) survey.dc_offset = mean;
      most = std::max(most, channel.energy);
      least = std::min(least, channel.energy);
      sum += channel.energy;
    }
    if (most > 0) survey.channel_gap_db = DbOfEnergy(most / least);
    survey.figures.rms_db =
        DbOfEnergy(sum / static_cast<double>(frames) / static_cast<double>(channels.size()));
  }

  void TakeDefects() {
    const auto take = [](Occurrences& all, const Occurrences& more) {
      if (more.count == 0) return;
      all.first_seconds =
          all.count == 0 ? more.first_seconds : std::min(all.first_seconds, more.first_seconds);
      all.count += more.count;
    };
    double shortest = std::numeric_limits<double>::infinity();
    for (const Channel& channel : channels) {
      take(survey.clipped, channel.watch.clipped);
      take(survey.clicks, channel.watch.clicks);
      take(survey.dropouts, channel.watch.dropouts);
      if (channel.watch.longest_silence_seconds >= shortest) continue;
      shortest = channel.watch.longest_silence_seconds;
      survey.longest_silence_seconds = shortest;
      survey.longest_silence_at = channel.watch.longest_silence_at;
    }
  }

  // Sound in one of the channels ends what is quiet.
  void MeasureEnds() {
    survey.head_seconds = survey.tail_seconds = std::numeric_limits<double>::infinity();
    for (const Channel& channel : channels) {
      survey.head_seconds = std::min(survey.head_seconds, channel.ends.head_seconds());
      survey.tail_seconds = std::min(survey.tail_seconds, channel.ends.tail_seconds());
    }
  }

  int rate_hz;
  ebur128_state* meter;
  std::vector<Channel> channels;
  std::size_t block_frames;
  std::size_t frames = 0;
  float highest_sample = 0;
  double true_peak_db = -std::numeric_limits<double>::infinity();
  double least_energy = std::numeric_limits<double>::infinity();
  SoundSurvey survey;
};

SoundSurveyor::SoundSurveyor(int rate_hz, int channels)
    : state_(std::make_unique<State>(rate_hz, channels)) {}
SoundSurveyor::~SoundSurveyor() = default;

void SoundSurveyor::Add(std::span<const float> samples) {
  const std::size_t channels = state_->channels.size();
  while (!samples.empty()) {
    const std::size_t wanted = state_->block_frames - state_->channels.front().block.size();
    const auto part = samples.first(std::min(wanted * channels, samples.size()));
    if (ebur128_add_frames_float(state_->meter, part.data(), part.size() / channels) !=
        EBUR128_SUCCESS) {
      throw Error("not enough memory to measure the loudness");
    }
    for (std::size_t i = 0; i < part.size(); ++i) {
      Channel& channel = state_->channels[i % channels];
      const float sample = part[i];
      channel.watch.Add(sample);
      channel.ends.Add(sample);
      channel.sum += sample;
      channel.energy += double{sample} * sample;
      channel.block.push_back(sample);
    }
    state_->frames += part.size() / channels;
    samples = samples.subspan(part.size());
    if (state_->channels.front().block.size() == state_->block_frames) state_->EndBlock();
  }
}

SoundSurvey SoundSurveyor::Finish() {
  if (!state_->channels.front().block.empty()) state_->EndBlock();
  SoundSurvey& survey = state_->survey;
  double lufs = 0;
  ebur128_loudness_global(state_->meter, &lufs);
  if (std::isfinite(lufs)) survey.figures.loudness_lufs = lufs;
  survey.figures.true_peak_db = state_->true_peak_db;
  survey.figures.noise_floor_db =
      DbOfEnergy(std::isfinite(state_->least_energy) ? state_->least_energy : 0);
  if (state_->frames > 0) state_->MeasureChannels();
  state_->MeasureEnds();
  state_->TakeDefects();
  FindJump(survey);
  return survey;
}

}  // namespace fullcast
