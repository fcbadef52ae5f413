// A synthesizer whose behaviour a test writes down.
#pragma once

#include <functional>
#include <utility>

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

}  // namespace fullcast
