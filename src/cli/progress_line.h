// How far a rendering is, on one line.
#pragma once

#include <cstddef>
#include <string>

#include "produce/reporter.h"

namespace fullcast {

/// Percent of the text that is done, 0 to 100.
std::size_t PercentDone(const RenderProgress& progress);

/// How many times as fast as it plays this run makes sound; what an earlier run had made is left
/// out. 0: it has made none.
double SpeedOf(const RenderProgress& progress);

/// At the pace of what this run has made; 0 while it has made nothing.
double SecondsLeft(const RenderProgress& progress);

/// "45%  3/61 A Title  412x  1:23 left", behind the book's name and number in a batch.
std::string ProgressFigures(const RenderProgress& progress);

/// The figures behind a bar, in at most so many columns of a terminal: a long title is cut, and
/// nothing in it can command the terminal.
std::string ProgressBar(const RenderProgress& progress, std::size_t columns);

}  // namespace fullcast
