// Speaking in other processes than this one.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/descriptor.h"
#include "speech/engine_process.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// Lets an engine's process speak each utterance (see ServeUtterances()), so that the sound depends
/// on nothing but the utterance, and a crash, a hang or a memory leak costs that utterance only: it
/// comes back with a defect and no samples. Make this before the process has threads.
class ForkedSynthesizer final : public Synthesizer {
 public:
  /// Throws Error if no process can be started.
  /// `ahead`: what is prepared is spoken at once, which keeps a second core busy.
  explicit ForkedSynthesizer(ServeEngine serve, ForkLimits limits = {}, bool ahead = false);
  ~ForkedSynthesizer() override;
  ForkedSynthesizer(const ForkedSynthesizer&) = delete;
  ForkedSynthesizer& operator=(const ForkedSynthesizer&) = delete;

  /// A process that somebody kills, as the system does when memory is short, says nothing about the
  /// text: another one speaks it. Throws Error when that goes on; Interrupted when the user asks to
  /// stop, and the child is ended then.
  Speech Speak(const Utterance& utterance) override;
  void Prepare(const Utterance& next) override;

 private:
  /// What a child speaks, or has spoken, into a pipe.
  struct Begun {
    std::string utterance;  // its bytes
    Descriptor pipe;
  };

  // These give nothing if the child, or its process, was killed.
  std::optional<Begun> Begin(std::string utterance);
  std::optional<Speech> SpeakOnce(const Utterance& utterance);
  std::optional<Speech> DefectOfDeadChild();
  EngineProcess& ReadyProcess();
  void EndProcess();

  ServeEngine serve_;
  ForkLimits limits_;
  bool ahead_;
  std::unique_ptr<EngineProcess> process_;
  std::optional<Begun> prepared_;
  bool child_may_live_ = false;  // it was not waited for
  bool child_speaks_ = false;    // it has not told all
};

}  // namespace fullcast
