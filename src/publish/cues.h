// The text of a book in pieces as long as a caption.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/script.h"
#include "core/timeline.h"

namespace fullcast {

/// A few words of one speaker, and when they are heard, in samples of the chapter's file.
struct Cue {
  std::string speaker;  ///< name, or "Narrator"
  bool narrator = false;
  std::string text;
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

/// The chapter's segments as captions: long ones are cut between words, at the end of a sentence
/// where there is one.
std::vector<Cue> CuesOf(const Script& script, const TimedChapter& chapter);

/// What a speaker is called before a reader: a character's name, "Narrator", or "Unknown".
std::string SpeakerName(const Script& script, const std::string& speaker);

/// What the words of the timeline count in: Segment::say, or its text.
const std::string& SpokenText(const Segment& segment);

}  // namespace fullcast
