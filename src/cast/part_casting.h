// The heart of casting: voices for all parts of a script, told apart by those who talk together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cast/assignment.h"
#include "cast/conversation.h"
#include "cast/presets.h"
#include "cast/voice_pool.h"
#include "cast/voice_space.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// States casting as an assignment problem: a node for each part, a candidate for each form of
/// each preset, an edge for each pair of partners.
class PartCasting {
 public:
  /// `region`: whose accents come first ("en-GB"; "en" takes all alike). `pool`: what characters
  /// may have, from CharacterPresets(). `fixed`: speakers whose roles are given, the narrator among
  /// them, with any of `all_presets`; the others are cast to be told apart from them. Script and
  /// presets must outlive the object.
  PartCasting(const Script& script, std::string region, std::vector<Preset> pool,
              const Presets& all_presets, std::map<std::string, Role> fixed);

  /// A role for every speaker, the fixed ones as they were given. Throws Error where the presets
  /// have no voice of a character's sex.
  [[nodiscard]] std::map<std::string, Role> Solve() const;

 private:
  void AddFixedForms(const Presets& all_presets);
  [[nodiscard]] AssignmentProblem::Menu MenuFor(Gender sex, const std::string& age) const;
  [[nodiscard]] std::vector<AssignmentProblem::Edge> Edges() const;
  void AddPartnerEdges(std::vector<AssignmentProblem::Edge>& edges) const;
  void AddNarratorEdges(std::vector<AssignmentProblem::Edge>& edges) const;
  void AddReuseEdges(std::vector<AssignmentProblem::Edge>& edges) const;
  [[nodiscard]] CandidateTable Table() const;
  [[nodiscard]] double ShareOf(const Part& part) const;

  std::string region_;
  std::map<std::string, Role> fixed_;
  Conversation conversation_;
  double letters_ = 0;  // of all characters
  VoiceSpace space_;
  std::vector<Preset> presets_;                    // the pool, then those of fixed roles
  std::vector<VoiceForm> forms_;                   // of the pool, then the fixed roles'
  std::size_t free_forms_;                         // how many are of the pool
  std::map<std::string, std::size_t> fixed_form_;  // by speaker
};

}  // namespace fullcast
