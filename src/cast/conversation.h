// Who speaks how much, and who talks to whom.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/script.h"

namespace fullcast {

/// One speaker's part in the script; what is skipped does not count.
struct Part {
  std::string speaker;                   ///< a character's id, kNarrator or kUnknownSpeaker
  const Character* character = nullptr;  ///< in the script, none for kNarrator, kUnknownSpeaker
  std::size_t lines = 0;                 ///< segments
  std::size_t letters = 0;               ///< code points to be spoken
};

/// Two speakers who talk to each other.
struct Partners {
  std::size_t a = 0;  ///< indices into Conversation::parts, a < b
  std::size_t b = 0;
  double turns = 0;  ///< how often one speaks right after the other
  double near = 0;   ///< how often there is one other speaker's turn between theirs
};

struct Conversation {
  std::vector<Part> parts;         ///< the biggest first, among equals the first to speak
  std::vector<Partners> partners;  ///< in order of a, then b; narrator and unknown left out
};

/// The result points into the script. A turn is all that a speaker says until another character
/// speaks; narration between them does not end it. A scene break and a chapter's end do: who speaks
/// after it answers nobody.
Conversation ConversationOf(const Script& script);

}  // namespace fullcast
