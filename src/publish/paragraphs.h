// A chapter's text as a reader sees it.
#pragma once

#include <cstddef>
#include <vector>

#include "core/script.h"
#include "core/timeline.h"

namespace fullcast {

/// Segments of a chapter that stand in one paragraph, by their index among the timed ones.
struct Paragraph {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool heading = false;
  bool after_scene = false;  ///< a scene break stands before it
};

/// Paragraphs as the pauses of the script tell them.
std::vector<Paragraph> ParagraphsOf(const ScriptChapter& text, const TimedChapter& chapter);

}  // namespace fullcast
