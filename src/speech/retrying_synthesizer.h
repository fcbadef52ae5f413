// Making the best of texts that the engine fails on.
#pragma once

#include <memory>
#include <string_view>

#include "speech/split_text.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// Leaves out what is unspeakable, speaks over-long text in parts, and what fails once more in
/// smaller parts. What still fails, and what is left out with a reason, is one second of silence,
/// and the reason is the utterance's defect; the other parts are heard.
class RetryingSynthesizer final : public Synthesizer {
 public:
  /// Texts above this many bytes are spoken in parts, so that no utterance takes much memory.
  static constexpr std::size_t kMostBytesAtOnce = 2000;

  explicit RetryingSynthesizer(std::unique_ptr<Synthesizer> engine) : engine_(std::move(engine)) {}

  Speech Speak(const Utterance& utterance) override;

 private:
  Speech SpeakOrRetry(const Utterance& utterance);

  std::unique_ptr<Synthesizer> engine_;
};

/// The speech engine as a production uses it: eSpeak NG, each utterance in a process of its own,
/// retried in parts. Make it before the process has threads. Throws Error if the engine is missing.
std::unique_ptr<Synthesizer> MakeSynthesizer();

}  // namespace fullcast
