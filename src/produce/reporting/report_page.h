// What there is to know of a script before it is rendered, as a page for a web browser.
#pragma once

#include <string>
#include <vector>

#include "cast/cast_page.h"
#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/rendering/estimate.h"
#include "produce/scripting/proper_names.h"
#include "produce/scripting/review.h"

namespace fullcast {

/// What the page tells beside the script and its cast.
struct ReportFacts {
  std::string script_path;  ///< stands in the commands that the page shows
  BookEstimate estimate;    ///< of all chapters
  Review review;
  std::vector<ProperName> names;  ///< pronounced
  CastSound sound;                ///< may be silent
};

/// A whole HTML page that needs nothing else: minutes, who is heard in which chapter, the cast with
/// who talks to whom, quotations of which it is not sure who says them, names and how they are
/// pronounced, and what is not read. Readable without pictures and by a screen reader, light and
/// dark. Each speaker of the script has a role in the cast.
std::string FormatReportPage(const Script& script, const Cast& cast, const Presets& presets,
                             const ReportFacts& facts);

}  // namespace fullcast
