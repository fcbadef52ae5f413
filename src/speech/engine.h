// What turns text into sound, in the process that it is in.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "core/cast.h"
#include "speech/synthesizer.h"
#include "speech/utterance.h"

namespace fullcast {

/// Takes the sound of an utterance as it is made, stretch by stretch; false: no more is wanted.
using TakeSound = std::function<bool(std::span<const std::int16_t>)>;

class Engine {
 public:
  virtual ~Engine() = default;

  /// Loads the files of this voice, which takes longer than to speak a word. Throws Error.
  virtual void LoadVoice(const Voice& voice) = 0;

  /// Speaks in `utterance.voice`, whose files are those that were loaded last. The samples of the
  /// speech are given to `take`; those of one with a defect mean nothing. Throws Error.
  virtual Speech Speak(const Utterance& utterance, const TakeSound& take) = 0;

  /// Remembers the state that it is in. False: it can't, and has to be forked for each utterance.
  virtual bool Remember() { return false; }

  /// Is again in the state that it remembers, whatever it has spoken since. All that was allocated
  /// since then must have been given back.
  virtual void GoBack() {}
};

}  // namespace fullcast
