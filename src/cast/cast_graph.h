// Who talks to whom, as a picture.
#pragma once

#include <string>

#include "core/script.h"

namespace fullcast {

/// An SVG element: the biggest roles on a circle, partners near each other where that is possible,
/// a line between two who talk to each other, the wider the more turns they take. It needs the
/// classes "woman", "man" and "other" for its circles. Empty if nobody talks to anybody.
std::string FormatCastGraph(const Script& script);

}  // namespace fullcast
