// Loudness after ITU-R BS.1770-4 and EBU R 128.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "core/pcm.h"

namespace fullcast {

/// What the loudness of a stretch of sound is computed from: a plain value that may be copied byte
/// by byte, so that pieces measured apart, in any order and in other processes, add up to a book.
/// Blocks of 400 ms are counted by their loudness in steps of 0.1 LU (BS.1770-4 itself gates by
/// 10 LU), so the result is within 0.05 LU. Blocks across the joint of two pieces are not counted.
struct LoudnessStats {
  static constexpr double kLeastLufs = -70;  ///< the absolute gate
  static constexpr double kStepLu = 0.1;
  static constexpr std::size_t kSteps = 800;  ///< up to +10 LUFS

  std::array<std::uint32_t, kSteps> blocks{};
  float sample_peak = 0;  ///< linear

  /// Adds what was measured elsewhere.
  void Merge(const LoudnessStats& other);

  /// Integrated loudness; nothing if all is silent or shorter than 400 ms.
  [[nodiscard]] std::optional<double> IntegratedLufs() const;

  /// The highest sample in dBFS, -infinity for silence.
  [[nodiscard]] double SamplePeakDb() const;
};

/// Measures one stretch of mono sound at kSampleRateHz.
class LoudnessMeter {
 public:
  LoudnessMeter();
  ~LoudnessMeter();
  LoudnessMeter(const LoudnessMeter&) = delete;
  LoudnessMeter& operator=(const LoudnessMeter&) = delete;

  /// Chunks of any size, in order. Throws Error if memory is short.
  void Add(std::span<const float> samples);

  [[nodiscard]] const LoudnessStats& stats() const { return stats_; }

 private:
  struct State;
  std::unique_ptr<State> state_;
  LoudnessStats stats_;
};

/// The stats of a whole sound.
LoudnessStats MeasureLoudness(std::span<const float> samples);

/// Integrated loudness of a line of speech; one shorter than a block of 400 ms is as loud as if it
/// went on so. Nothing if it is silent.
std::optional<double> LineLufs(std::span<const float> line);

}  // namespace fullcast
