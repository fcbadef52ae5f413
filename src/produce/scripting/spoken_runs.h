// The segments of a script that one decision gave a speaker to.
#pragma once

#include <cstddef>
#include <vector>

#include "core/script.h"

namespace fullcast {

/// Whether a segment is read aloud as somebody's words. The narrator's are, too, where a reason
/// says why they are the narrator's.
bool IsSpeech(const Segment& segment);

/// The spoken segments of a chapter by quotation, each an ascending list of indices, in order.
/// Those of one paragraph belong together while speaker, reason and confidence stay the same, with
/// narration between them or without; so do those of the next paragraph where the first has no
/// closing mark.
std::vector<std::vector<std::size_t>> SpokenRuns(const ScriptChapter& chapter);

}  // namespace fullcast
