// One segment of a script as JSON, on one line. Fields: scripts/README.md.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/json.h"
#include "core/script.h"

namespace fullcast {

/// The segment's line. `source` is the one of the segment above, and changes with this one.
std::string FormatSegment(const Segment& segment, std::string_view& source);

/// Reads a segment, all but its `source`. Throws Error with file, line and column at a field that
/// is missing, misspelt or of a wrong type, and at a speaker who is not among `speakers`.
Segment ParseSegment(const Json& json, const std::set<std::string>& speakers);

/// The name of a pause class as it stands in files.
std::string_view NameOf(Pause pause);

}  // namespace fullcast
