// The pauses between segments.
#pragma once

#include <vector>

#include "core/script.h"
#include "script/language/word_lists.h"

namespace fullcast {

/// What ends where a segment ends.
enum class Boundary {
  kPiece,  ///< nothing: the next segment is of the same block
  kLine,   ///< a line of verse, and verse goes on
  kParagraph,
  kHeading,
  kScene,  ///< a scene break follows
};

/// Fills in Segment::pause of one chapter. `boundaries` holds one entry for each segment; those of
/// segments that are skipped don't count. `speech_verbs` tell "'No!' John cried" from a new
/// sentence.
void SetPauses(std::vector<Segment>& segments, const std::vector<Boundary>& boundaries,
               const WordSet& speech_verbs);

}  // namespace fullcast
