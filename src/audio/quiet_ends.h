// How long a recording is quiet before and behind its sound. Private to this room.
#pragma once

#include <cstddef>

namespace fullcast {

/// Watches one channel by frames of 10 ms. Those below -50 dBFS RMS are quiet: 10 dB above
/// the noise that a store takes for room tone, and well below the softest beginning of a word.
class QuietEnds {
 public:
  explicit QuietEnds(int rate_hz);

  void Add(float sample);

  /// Up to the first frame that is not quiet, and since the last one; all of it if none was.
  [[nodiscard]] double head_seconds() const;
  [[nodiscard]] double tail_seconds() const;

 private:
  [[nodiscard]] double Seconds(std::size_t samples) const;

  std::size_t frame_samples_;
  double rate_hz_;
  double energy_ = 0;  // of the frame that is being filled
  std::size_t frame_fill_ = 0;
  std::size_t head_samples_ = 0;
  std::size_t tail_samples_ = 0;
  bool has_begun_ = false;
};

}  // namespace fullcast
