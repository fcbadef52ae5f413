// Captions: text and times for a player, one file for each audio file.
#pragma once

#include <span>
#include <string>

#include "core/script.h"
#include "core/timeline.h"

namespace fullcast {

/// Chapters of one audio file.
using TimedChapters = std::span<const TimedChapter>;

/// WebVTT (W3C), each cue in its speaker's voice tag.
std::string WriteVtt(const Script& script, TimedChapters chapters);

/// SubRip; a character's lines begin with the name.
std::string WriteSrt(const Script& script, TimedChapters chapters);

/// LRC as music players read it; hours are counted as minutes.
std::string WriteLrc(const Script& script, TimedChapters chapters);

/// Podcasting 2.0 chapters, version 1.2.0.
std::string WritePodcastChapters(const Script& script, TimedChapters chapters);

/// A sample's time as milliseconds, rounded to the nearest.
std::int64_t MsOf(std::int64_t sample);

}  // namespace fullcast
