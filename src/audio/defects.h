// Clicks, clipping, dropouts and silence in one channel of sound. Private to this room.
#pragma once

#include <array>
#include <cstddef>

#include "audio/sound_survey.h"

namespace fullcast {

/// Watches one channel. Sound is looked at by frames of a millisecond: its highest sample, how
/// sharply the waveform bends in it (the greatest second difference), how often it crosses zero.
class DefectWatch {
 public:
  explicit DefectWatch(int rate_hz);

  void Add(float sample);

  Occurrences clipped;
  Occurrences clicks;
  Occurrences dropouts;
  double longest_silence_seconds = 0;
  double longest_silence_at = 0;

 private:
  struct Frame {
    float peak = 0;
    float bend = 0;
    std::size_t crossings = 0;  // of zero
  };

  void EndFrame();
  void LookForClick();
  void LookForDropout();
  void JudgeReturn();
  [[nodiscard]] float PeakBefore(std::size_t frames) const;
  [[nodiscard]] bool IsHiss() const;
  [[nodiscard]] double Seconds(std::size_t frames) const;

  static constexpr std::size_t kAround = 20;  // frames on each side of what may be a click

  std::size_t frame_samples_;
  double rate_hz_;
  std::size_t fill_ = 0;
  Frame frame_;
  std::array<float, 2> last_{};
  std::size_t full_scale_run_ = 0;

  std::array<Frame, 2 * kAround + 1> frames_{};  // a ring, the newest at frame_count_ - 1
  std::size_t frame_count_ = 0;
  std::size_t silent_frames_ = 0;  // below -60 dBFS, up to here
  std::size_t empty_frames_ = 0;   // next to nothing, up to here
  bool cut_off_ = false;           // the empty frames began within loud sound
  bool returns_ = false;           // sound came back behind such frames
  double cut_off_seconds_ = 0;     // ... which began here
  std::size_t returned_frames_ = 0;
};

}  // namespace fullcast
