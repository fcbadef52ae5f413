#include "audio/defects.h"

#include <algorithm>
#include <cmath>

namespace fullcast {

namespace {

constexpr float kFullScale = 0.999F;  // 16 bits reach 32767/32768 at the upper side
constexpr std::size_t kClippedRun = 4;

constexpr float kSilent = 0.001F;

// Natural speech fades within tens of milliseconds, even at a stop; only a cut takes one.
constexpr float kEmpty = 0.0003F;
constexpr float kLoud = 0.05F;
constexpr std::size_t kLeastDropoutMs = 4;
constexpr std::size_t kMostDropoutMs = 1000;

// But a hiss: the engine's end at once before a stop ("st"), and begin at once behind one ("ch").
// In a book, all that did crossed zero 7 times a millisecond or more.
constexpr std::size_t kHissMs = 10;
constexpr std::size_t kHissCrossings = 5 * kHissMs;

// A glottal pulse has others beside it, a plosive goes on for some milliseconds.
constexpr float kSharpBend = 0.15F;
constexpr float kAboveOthers = 5;

}  // namespace

DefectWatch::DefectWatch(int rate_hz)
    : frame_samples_(std::max(static_cast<std::size_t>(rate_hz) / 1000, std::size_t{1})),
      rate_hz_(rate_hz) {}

double DefectWatch::Seconds(std::size_t frames) const {
  return static_cast<double>(frames * frame_samples_) / rate_hz_;
}

void DefectWatch::Add(float sample) {
  const float level = std::abs(sample);
  frame_.peak = std::max(frame_.peak, level);
  frame_.bend = std::max(frame_.bend, std::abs(sample - 2 * last_[0] + last_[1]));
  if ((sample < 0) != (last_[0] < 0)) ++frame_.crossings;
  last_ = {sample, last_[0]};
  if (level < kFullScale) {
    full_scale_run_ = 0;
  } else if (++full_scale_run_ == kClippedRun) {
    clipped.Add(Seconds(frame_count_));
  }
  if (++fill_ == frame_samples_) EndFrame();
}

void DefectWatch::EndFrame() {
  LookForDropout();
  frames_[frame_count_++ % frames_.size()] = frame_;
  silent_frames_ = frame_.peak < kSilent ? silent_frames_ + 1 : 0;
  if (Seconds(silent_frames_) > longest_silence_seconds) {
    longest_silence_seconds = Seconds(silent_frames_);
    longest_silence_at = Seconds(frame_count_ - silent_frames_);
  }
  if (frame_count_ >= frames_.size()) LookForClick();
  frame_ = {};
  fill_ = 0;
}

float DefectWatch::PeakBefore(std::size_t frames) const {
  return frame_count_ < frames ? 0 : frames_[(frame_count_ - frames) % frames_.size()].peak;
}

// The frames in which sound ends and comes back are silent in part: those beside them count, too.
void DefectWatch::LookForDropout() {
  JudgeReturn();
  if (frame_.peak < kEmpty) {
    if (empty_frames_++ == 0) {
      cut_off_ = std::max(PeakBefore(1), PeakBefore(2)) >= kLoud && !IsHiss();
    }
    return;
  }
  if (cut_off_ && empty_frames_ >= kLeastDropoutMs && empty_frames_ <= kMostDropoutMs) {
    returns_ = true;
    cut_off_seconds_ = Seconds(frame_count_ - empty_frames_);
    returned_frames_ = 0;
  }
  empty_frames_ = 0;
  cut_off_ = false;
}

// Sound that is cut off and comes back is a dropout, unless it comes back softly or as a hiss.
void DefectWatch::JudgeReturn() {
  if (!returns_) return;
  ++returned_frames_;
  if (returned_frames_ == 1) {
    returns_ = std::max(frame_.peak, PeakBefore(1)) >= kLoud;
  } else if (returned_frames_ == kHissMs) {
    if (!IsHiss()) dropouts.Add(cut_off_seconds_);
    returns_ = false;
  }
}

// Whether the frames before this one are.
bool DefectWatch::IsHiss() const {
  std::size_t crossings = 0;
  for (std::size_t i = 1; i <= std::min(kHissMs, frame_count_); ++i) {
    crossings += frames_[(frame_count_ - i) % frames_.size()].crossings;
  }
  return crossings >= kHissCrossings;
}

void DefectWatch::LookForClick() {
  const std::size_t middle = frame_count_ - 1 - kAround;
  const float bend = frames_[middle % frames_.size()].bend;
  if (bend < kSharpBend) return;
  float others = 0;
  for (std::size_t i = middle - kAround; i < frame_count_; ++i) {
    // A click may lie across the border of two frames.
    if (i + 1 < middle || i > middle + 1)
      others = std::max(others, frames_[i % frames_.size()].bend);
  }
  if (bend > kAboveOthers * others) clicks.Add(Seconds(middle));
}

}  // namespace fullcast
