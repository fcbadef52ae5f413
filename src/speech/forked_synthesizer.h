// Each utterance in a process of its own.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "speech/synthesizer.h"

namespace fullcast {

/// What a child may use for one utterance.
struct ForkLimits {
  std::chrono::seconds cpu{20};         ///< some hundred times what an utterance takes
  std::chrono::seconds wall{600};       ///< without a sign of life; load must never reach it
  std::size_t memory_bytes = 1U << 29;  ///< beyond what the parent has when the synthesizer is made
};

/// Speaks each utterance in a fork of this process, so that the sound depends on nothing but the
/// utterance, and a crash, a hang or a memory leak costs that utterance only: it comes back with a
/// defect and no samples.
///
/// The engine must be freshly made and is never used in this process: the first utterance it spoke
/// here would change every later one. Make this before the process has threads.
class ForkedSynthesizer final : public Synthesizer {
 public:
  explicit ForkedSynthesizer(std::unique_ptr<Synthesizer> engine, ForkLimits limits = {});
  ~ForkedSynthesizer() override;
  ForkedSynthesizer(const ForkedSynthesizer&) = delete;
  ForkedSynthesizer& operator=(const ForkedSynthesizer&) = delete;

  /// A child that somebody kills, as the system does when memory is short, says nothing about the
  /// text: another one speaks it. Throws Error when that goes on; Interrupted when the user asks to
  /// stop, and the child is ended then.
  Speech Speak(const Utterance& utterance) override;

 private:
  // Nothing if the child was killed.
  std::optional<Speech> SpeakOnce(const Utterance& utterance);
  [[noreturn]] void RunChild(const Utterance& utterance, int result_fd);

  std::unique_ptr<Synthesizer> engine_;
  ForkLimits limits_;
  std::size_t address_space_;
  int null_fd_ = -1;
};

}  // namespace fullcast
