// eSpeak NG through its library, in this process.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "speech/engine.h"
#include "speech/saved_memory.h"

namespace fullcast {

/// Speaks with eSpeak NG, whose state is global: all of these in a process share it, to its end.
///
/// What was spoken before changes what is spoken next, and some texts crash the engine:
/// IsolatedSynthesizer cures both. The text goes through PrepareText, and sound of implausible
/// length (see plausible_length.h) is a defect.
class EspeakEngine final : public Engine {
 public:
  /// All of a heap, as EngineHeap() tells it.
  using Heap = std::span<std::byte> (*)();

  /// Loads the engine and one voice, always the same, so that every process begins alike. It can go
  /// back to an earlier state where all of the process' heap is known: `heap` is not nullptr, and
  /// not empty. Throws Error if the engine or its data is missing.
  explicit EspeakEngine(Heap heap = nullptr);

  void LoadVoice(const Voice& voice) override;
  Speech Speak(const Utterance& utterance, const TakeSound& take) override;
  bool Remember() override;
  void GoBack() override;

 private:
  Heap heap_;
  std::vector<std::unique_ptr<SavedMemory>> saved_variables_;
  std::optional<SavedMemory> saved_heap_;
};

/// Which engine this is, its data included: another one may give other samples.
std::string EngineVersion();

}  // namespace fullcast
