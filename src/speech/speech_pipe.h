// A child's result on its way to its parent.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

#include "speech/synthesizer.h"

namespace fullcast {

/// Writes a Speech to a pipe, its sound as it comes, for ReceiveSpeech() of the same build of the
/// program. All return false if the reader is gone.
class SpeechSender {
 public:
  explicit SpeechSender(int fd) : fd_(fd) {}

  [[nodiscard]] bool Take(std::span<const std::int16_t> sound) const;

  /// All of the speech but its samples.
  [[nodiscard]] bool End(const Speech& speech) const;

  /// The message of an Error that ended the work, to be thrown again by the reader.
  [[nodiscard]] bool EndWithError(const std::string& message) const;

 private:
  [[nodiscard]] bool End(const Speech& speech, const std::string& message, bool is_error) const;

  int fd_;
};

/// What came through a pipe.
struct Received {
  enum class State {
    kWhole,
    kBroken,  ///< ended too early, or is not plausible: a child may have run wild
    kQuiet,   ///< nothing came for as long as we waited
  };
  State state = State::kBroken;
  Speech speech;
};

/// Reads what a SpeechSender wrote; gives up after `patience` without a byte, not counting time in
/// which this process was stopped. Throws the Error that it was ended with, and Interrupted
/// when the user asks to stop.
Received ReceiveSpeech(int fd, std::chrono::seconds patience);

}  // namespace fullcast
