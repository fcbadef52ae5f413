// The attributions of a script that a person should look at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/script.h"
#include "produce/scripting/settle.h"

namespace fullcast {

struct ReviewOptions {
  double below = 0.6;     ///< lists what is less sure than this
  std::size_t most = 40;  ///< and no more than this
};

/// A quotation of which it is not sure who says it.
struct Doubt {
  SegmentIndex at;  ///< its first segment
  double confidence = 0;
  std::string speaker;
  std::string reason;
  std::string text;    ///< all of it, with the narration that interrupts it
  std::string before;  ///< about a line of what stands before it in the chapter
  std::string after;
  std::vector<std::string> others;  ///< ids of who else speaks in the scene, the nearest first
};

struct Review {
  std::vector<Doubt> doubts;  ///< the worst first, then as in the book
  std::size_t total = 0;      ///< how many there are, those left out included
};

/// Linear in the length of the script.
Review ReviewScript(const Script& script, const ReviewOptions& options);

}  // namespace fullcast
