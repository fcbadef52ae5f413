// eSpeak NG through its library, in this process.
#pragma once

#include <string>

#include "speech/engine.h"

namespace fullcast {

/// Speaks with eSpeak NG, whose state is global: all of these in a process share it, to its end.
///
/// What was spoken before changes what is spoken next, and some texts crash the engine:
/// ForkedSynthesizer cures both. The text goes through PrepareText, and sound of implausible length
/// (see plausible_length.h) is a defect.
class EspeakEngine final : public Engine {
 public:
  /// Loads the engine and one voice, always the same, so that every process begins alike.
  /// Throws Error if the engine or its data is missing.
  EspeakEngine();

  void LoadVoice(const Voice& voice) override;
  Speech Speak(const Utterance& utterance, const TakeSound& take) override;
};

/// Which engine this is, its data included: another one may give other samples.
std::string EngineVersion();

}  // namespace fullcast
