// A synthesizer, and an engine, whose behaviour a test writes down.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "speech/engine.h"
#include "speech/synthesizer.h"

namespace fullcast {

class FunctionSynthesizer final : public Synthesizer {
 public:
  using Function = std::function<Speech(const Utterance&)>;
  explicit FunctionSynthesizer(Function function) : function_(std::move(function)) {}
  Speech Speak(const Utterance& utterance) override { return function_(utterance); }

 private:
  Function function_;
};

/// The samples are those that 16 bits can say.
class FunctionEngine final : public Engine {
 public:
  explicit FunctionEngine(FunctionSynthesizer::Function function)
      : function_(std::move(function)) {}
  void LoadVoice(const Voice& /*voice*/) override {}
  Speech Speak(const Utterance& utterance, const TakeSound& take) override {
    Speech speech = function_(utterance);
    std::vector<std::int16_t> sound;
    for (const float sample : speech.samples) {
      sound.push_back(static_cast<std::int16_t>(sample * 32768));
    }
    speech.samples.clear();
    take(sound);
    return speech;
  }

 private:
  FunctionSynthesizer::Function function_;
};

}  // namespace fullcast
