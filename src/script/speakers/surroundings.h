// Who is mentioned around a turn of speech, how near and how often.
#pragma once

#include <map>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// The value of a distance that is out of reach.
inline constexpr float kFar = 60;

/// What the mentions around a turn tell of one person. "Told" is: mentioned by the narration.
struct Around {
  float told_ago = kFar;   ///< paragraphs
  float told_soon = kFar;  ///< paragraphs
  float told_near = 0;     ///< times in the last 5 paragraphs
  float told_far = 0;      ///< times in the last 20
  float told_next = 0;     ///< times in the next 5
  float rank = kFar;       ///< how many others were told since
  bool as_subject = false;
  bool before_in_paragraph = false;
  bool after_in_paragraph = false;
  bool first_subject = false;  ///< of the paragraph right before
  float closeness = 0;         ///< for the choice of candidates
};

struct Surroundings {
  std::vector<int> order;  ///< persons, the most recently told first
  std::map<int, Around> around;
  int others = 0;  ///< persons told in the turn's own paragraph
};

/// Looks at the mentions of the turn's chapter within reach; `mention` is the first of them that is
/// not before the turn. The cost has a bound.
Surroundings LookAround(const Dialogue& dialogue, int turn, int mention);

}  // namespace fullcast
