// A child's result on its way to its parent.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "speech/synthesizer.h"

namespace fullcast {

/// Writes a Speech to a pipe, its sound as it comes, for ReceiveSpeech() of the same build of the
/// program; some seconds at once, as each write wakes the reader. Allocates nothing. All return
/// false if the reader is gone.
class SpeechSender {
 public:
  explicit SpeechSender(int fd) : fd_(fd) {}

  [[nodiscard]] bool Take(std::span<const std::int16_t> sound);

  /// All of the speech but its samples.
  [[nodiscard]] bool End(const Speech& speech);

  /// The message of an Error that ended the work, to be thrown again by the reader.
  [[nodiscard]] bool EndWithError(const std::string& message);

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{1} << 17;

  [[nodiscard]] bool End(const Speech& speech, const std::string& message, bool is_error);
  [[nodiscard]] bool Write(std::string_view bytes);
  [[nodiscard]] bool Flush();

  int fd_;
  std::size_t buffered_bytes_ = 0;
  std::array<char, kBufferBytes> buffer_{};
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
