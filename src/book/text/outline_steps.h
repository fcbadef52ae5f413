// The steps that Outline() is made of. Each looks at all units and marks some of them.
#pragma once

#include <string_view>
#include <vector>

#include "book/text/outline.h"

namespace fullcast {

/// Marks what Project Gutenberg puts around a text: all up to "*** START OF ..." or up to the end
/// of the "small print" of older texts, all from "*** END OF ..." or "End of Project Gutenberg's
/// ..." on, the lines of credits and of book data ("Title: ...") before the text.
void SkipGutenbergFrame(std::string_view text, const std::vector<Line>& lines,
                        std::vector<Unit>& units);

/// Marks "[Illustration: ...]" and its like, of one paragraph or several.
void SkipIllustrations(std::string_view text, const std::vector<Line>& lines,
                       std::vector<Unit>& units);

/// Marks what a transcriber says about the text, at its beginning or end.
void SkipTranscribersNotes(std::string_view text, const std::vector<Line>& lines,
                           std::vector<Unit>& units);

/// Marks what stands behind the text about its author, or to sell another.
void SkipAboutTheBook(std::string_view text, const std::vector<Line>& lines,
                      std::vector<Unit>& units);

/// Marks an index in the last part of the text: names with the numbers of pages.
void SkipIndex(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units);

/// Marks tables of contents: what follows the line "Contents"; lists of headings that appear again
/// further down.
void SkipContents(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units);

/// Ranks what reads like a heading. Bare numbers are headings only where they count up: from 1, or
/// from where the file begins. Titles that stand alone are, where there is no other heading.
void RankHeadings(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units);

/// Takes titles that stand below a heading into it.
void JoinTitles(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units);

}  // namespace fullcast
