// Speaking in other processes than this one.
#pragma once

#include <memory>
#include <optional>

#include "speech/engine_process.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// Lets an engine's process speak each utterance (see ServeUtterances()), so that the sound depends
/// on nothing but the utterance, and a crash, a hang or a memory leak costs that utterance only: it
/// comes back with a defect and no samples. Make this before the process has threads.
class IsolatedSynthesizer final : public Synthesizer {
 public:
  /// Throws Error if no process can be started.
  explicit IsolatedSynthesizer(ServeEngine serve, UtteranceLimits limits = {});
  ~IsolatedSynthesizer() override;
  IsolatedSynthesizer(const IsolatedSynthesizer&) = delete;
  IsolatedSynthesizer& operator=(const IsolatedSynthesizer&) = delete;

  /// A process that somebody kills, as the system does when memory is short, says nothing about the
  /// text: another one speaks it. Throws Error when that goes on; Interrupted when the user asks to
  /// stop, and the child is ended then.
  Speech Speak(const Utterance& utterance) override;

 private:
  // These give nothing if the child, or its process, was killed.
  std::optional<Speech> SpeakOnce(const Utterance& utterance);
  std::optional<Speech> DefectOfDeadChild();
  EngineProcess& ReadyProcess();
  void EndProcess();

  ServeEngine serve_;
  UtteranceLimits limits_;
  std::unique_ptr<EngineProcess> process_;
  bool child_may_live_ = false;  // it was not waited for
  bool child_speaks_ = false;    // it has not told all
};

}  // namespace fullcast
