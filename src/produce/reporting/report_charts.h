// The pictures of the report: who is heard where.
#pragma once

#include <string>

#include "core/script.h"
#include "produce/rendering/estimate.h"

namespace fullcast {

/// A table with a row a chapter that is read: its title, a bar as long as its minutes, parted into
/// the narrator's share and that of the speech, and the minutes.
std::string FormatChapterBars(const Script& script, const BookEstimate& estimate);

/// An SVG element: a row for each of the biggest roles, a column a chapter, in which a circle's
/// area is the length of what the role says there. Empty if nobody but the narrator speaks.
std::string FormatPresence(const Script& script);

/// The style that both need; the colours are the page's.
extern const char* const kChartStyle;

}  // namespace fullcast
