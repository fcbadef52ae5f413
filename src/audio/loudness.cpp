#include "audio/loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <new>

#include "core/error.h"

namespace fullcast {
namespace {

// BS.1770-4: blocks of 400 ms that overlap by 75 %.
constexpr std::size_t kHop = SamplesIn(100);
constexpr std::size_t kHopsInBlock = 4;
constexpr double kRelativeGateLu = 10;

double EnergyOf(double lufs) { return std::pow(10.0, lufs / 10.0); }

double StepLufs(std::size_t step) {
  return LoudnessStats::kLeastLufs + (static_cast<double>(step) + 0.5) * LoudnessStats::kStepLu;
}

// Mean loudness of the counted blocks from a step up.
std::optional<double> MeanLufs(const LoudnessStats& stats, std::size_t first_step) {
  double energy = 0;
  double count = 0;
  for (std::size_t step = first_step; step < LoudnessStats::kSteps; ++step) {
    energy += stats.blocks[step] * EnergyOf(StepLufs(step));
    count += stats.blocks[step];
  }
  if (count == 0) return std::nullopt;
  return 10.0 * std::log10(energy / count);
}

void Count(LoudnessStats& stats, double block_lufs) {
  const double step = (block_lufs - LoudnessStats::kLeastLufs) / LoudnessStats::kStepLu;
  if (!(step >= 0)) return;
  const std::size_t last = LoudnessStats::kSteps - 1;
  ++stats.blocks[step >= static_cast<double>(last) ? last : static_cast<std::size_t>(step)];
}

}  // namespace

void LoudnessStats::Merge(const LoudnessStats& other) {
  std::transform(blocks.begin(), blocks.end(), other.blocks.begin(), blocks.begin(),
                 [](std::uint32_t a, std::uint32_t b) { return a + b; });
  sample_peak = std::max(sample_peak, other.sample_peak);
}

std::optional<double> LoudnessStats::IntegratedLufs() const {
  const std::optional<double> ungated = MeanLufs(*this, 0);
  if (!ungated) return std::nullopt;
  const double gate = (*ungated - kRelativeGateLu - kLeastLufs) / kStepLu;
  return MeanLufs(*this, gate <= 0 ? 0 : static_cast<std::size_t>(gate));
}

double LoudnessStats::SamplePeakDb() const { return 20.0 * std::log10(double{sample_peak}); }

struct LoudnessMeter::State {
  State() : meter(ebur128_init(1, kSampleRateHz, EBUR128_MODE_M)) {
    if (meter == nullptr) throw std::bad_alloc();
  }
  ~State() { ebur128_destroy(&meter); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  ebur128_state* meter;
  std::size_t hop_fill = 0;
  std::size_t hops = 0;
};

LoudnessMeter::LoudnessMeter() : state_(std::make_unique<State>()) {}
LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::Add(std::span<const float> samples) {
  for (const float sample : samples) {
    stats_.sample_peak = std::max(stats_.sample_peak, std::abs(sample));
  }
  while (!samples.empty()) {
    const auto part = samples.first(std::min(samples.size(), kHop - state_->hop_fill));
    if (ebur128_add_frames_float(state_->meter, part.data(), part.size()) != EBUR128_SUCCESS) {
      throw Error("not enough memory to measure the loudness");
    }
    samples = samples.subspan(part.size());
    state_->hop_fill += part.size();
    if (state_->hop_fill < kHop) break;
    state_->hop_fill = 0;
    if (++state_->hops < kHopsInBlock) continue;
    double block_lufs = 0;
    ebur128_loudness_momentary(state_->meter, &block_lufs);
    Count(stats_, block_lufs);
  }
}

LoudnessStats MeasureLoudness(std::span<const float> samples) {
  LoudnessMeter meter;
  meter.Add(samples);
  return meter.stats();
}

std::optional<double> LineLufs(std::span<const float> line) {
  constexpr std::size_t kBlock = kHop * kHopsInBlock;
  if (line.size() >= kBlock) return MeasureLoudness(line).IntegratedLufs();
  Samples block(line.begin(), line.end());
  block.resize(kBlock);
  const std::optional<double> lufs = MeasureLoudness(block).IntegratedLufs();
  if (!lufs) return std::nullopt;
  return *lufs - 10 * std::log10(static_cast<double>(line.size()) / kBlock);
}

}  // namespace fullcast
