// A book cut into segments: runs of narration and of each speaker's words.
#pragma once

#include <vector>

#include "core/book.h"
#include "core/script.h"
#include "script/quotes/quotation.h"
#include "script/speakers/attribution.h"

namespace fullcast {

/// The chapters of the script, those without blocks left out. `attributions` holds one entry for
/// each quotation. The segments of a chapter hold each of its source's bytes that is no white
/// space once, in order; marks belong to what they open or close. No segment crosses a block.
std::vector<ScriptChapter> MakeSegments(const Book& book, const std::vector<Quotation>& quotations,
                                        const std::vector<Attribution>& attributions);

}  // namespace fullcast
