#include "audio/sound_file.h"

#include <fmt/format.h>
#include <samplerate.h>
#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "audio/fade.h"
#include "audio/loudness.h"
#include "core/error.h"

namespace fullcast {

namespace {

constexpr double kLufs = -18;
constexpr double kFadeInMs = 20;
constexpr double kFadeOutMs = 1500;
constexpr double kMeasuredMs = 400;  // at least: a block of BS.1770
constexpr int kMostChannels = 32;
constexpr int kLeastRateHz = 4'000;
constexpr int kMostRateHz = 768'000;

struct CloseFile {
  void operator()(SNDFILE* file) const { sf_close(file); }
};

// Damaged samples are silence.
float Finite(float sample) { return std::isfinite(sample) ? sample : 0.0F; }

struct Mono {
  Samples samples;
  int rate_hz = 0;
};

Mono ReadMono(const std::filesystem::path& path) {
  SF_INFO info{};
  const std::unique_ptr<SNDFILE, CloseFile> file(sf_open(path.c_str(), SFM_READ, &info));
  if (!file) {
    throw Error(
        fmt::format("'{}' is no sound that can be read: {}", path.string(), sf_strerror(nullptr)));
  }
  if (info.channels > kMostChannels || info.samplerate < kLeastRateHz ||
      info.samplerate > kMostRateHz) {
    throw Error(fmt::format("'{}': {} channels at {} Hz can't be used", path.string(),
                            info.channels, info.samplerate));
  }
  const auto most = static_cast<std::size_t>(kLongestSoundMinutes * 60 * info.samplerate);
  constexpr std::size_t kChunkFrames = 4096;
  const auto channels = static_cast<std::size_t>(info.channels);
  std::vector<float> chunk(kChunkFrames * channels);
  Mono mono{{}, info.samplerate};
  // The length that a damaged file declares is not believed.
  for (;;) {
    const sf_count_t got = sf_readf_float(file.get(), chunk.data(), kChunkFrames);
    if (got <= 0) break;
    for (std::size_t frame = 0; frame < static_cast<std::size_t>(got); ++frame) {
      float sum = 0;
      for (std::size_t c = 0; c < channels; ++c) sum += Finite(chunk[frame * channels + c]);
      mono.samples.push_back(sum / static_cast<float>(channels));
    }
    if (mono.samples.size() > most) {
      throw Error(
          fmt::format("'{}' is longer than {} minutes", path.string(), kLongestSoundMinutes));
    }
  }
  if (sf_error(file.get()) != SF_ERR_NO_ERROR) {
    throw Error(fmt::format("'{}' is damaged: {}", path.string(), sf_strerror(file.get())));
  }
  return mono;
}

Samples AtBookRate(const Mono& mono, const std::filesystem::path& path) {
  if (mono.rate_hz == kSampleRateHz || mono.samples.empty()) return mono.samples;
  const double ratio = static_cast<double>(kSampleRateHz) / mono.rate_hz;
  Samples resampled(
      static_cast<std::size_t>(std::ceil(static_cast<double>(mono.samples.size()) * ratio)) + 1);
  SRC_DATA data{};
  data.data_in = mono.samples.data();
  data.input_frames = static_cast<long>(mono.samples.size());
  data.data_out = resampled.data();
  data.output_frames = static_cast<long>(resampled.size());
  data.src_ratio = ratio;
  const int error = src_simple(&data, SRC_SINC_MEDIUM_QUALITY, 1);
  if (error != 0) throw Error(fmt::format("'{}': {}", path.string(), src_strerror(error)));
  resampled.resize(static_cast<std::size_t>(data.output_frames_gen));
  return resampled;
}

void Level(Samples& samples, const std::filesystem::path& path) {
  Samples measured = samples;  // a shorter one is measured with silence behind it
  measured.resize(std::max(measured.size(), SamplesIn(kMeasuredMs) + 1));
  const auto lufs = MeasureLoudness(measured).IntegratedLufs();
  if (!lufs) throw Error(fmt::format("'{}' is silent", path.string()));
  const auto gain = static_cast<float>(std::pow(10.0, (kLufs - *lufs) / 20));
  for (float& sample : samples) sample *= gain;
}

}  // namespace

Samples ReadSound(const std::filesystem::path& path) {
  Samples samples = AtBookRate(ReadMono(path), path);
  if (samples.empty()) throw Error(fmt::format("'{}' holds no sound", path.string()));
  Level(samples, path);
  FadeEnds(samples, SamplesIn(kFadeInMs), SamplesIn(kFadeOutMs));
  return samples;
}

}  // namespace fullcast
