// A child's result on its way to its parent.
#pragma once

#include <chrono>
#include <string>

#include "speech/synthesizer.h"

namespace fullcast {

/// Writes the result to the pipe, for ReceiveSpeech() of the same build of the program.
/// Returns false if the reader is gone.
bool SendSpeech(int fd, const Speech& speech);

/// Writes the message of an Error that ended the child's work, to be thrown again in the parent.
bool SendError(int fd, const std::string& message);

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

/// Reads what SendSpeech() wrote; gives up after `patience` without a byte, not counting time in
/// which this process was stopped. Throws the Error that SendError() wrote, and Interrupted when
/// the user asks to stop.
Received ReceiveSpeech(int fd, std::chrono::seconds patience);

}  // namespace fullcast
