// Media Overlays of EPUB 3.3 (section 9): which sound belongs to which text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/timeline.h"

namespace fullcast {

/// The sound of a timed segment and of the silence behind it, up to the next one, so that a reader
/// plays on without a jump. In milliseconds of the chapter's file.
struct Clip {
  std::size_t timed = 0;  ///< index among the chapter's timed segments
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
};

/// The whole of the chapter, cut where its segments begin; what is shorter than a millisecond is
/// left out.
std::vector<Clip> ClipsOf(const TimedChapter& chapter);

/// A text and its sound; addresses as they stand in the overlay, escaped for URLs.
struct SyncedText {
  std::string text;
  std::string audio;
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
};

/// An overlay document of one page. `section` is the address of the element that holds all the
/// texts; empty: none does.
std::string WriteSmil(const std::string& section, std::span<const SyncedText> texts);

/// How long these are heard.
std::int64_t DurationMs(std::span<const SyncedText> texts);

/// A clock value of SMIL: "12.345s".
std::string ClockValue(std::int64_t ms);

}  // namespace fullcast
