// Changes to a script that the command line asks for, between reading and rendering it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/script.h"

namespace fullcast {

/// Chapters are numbered from 1, as they stand in the script.
struct ChapterChoice {
  std::size_t from = 1;
  std::size_t to = 0;  ///< 0: to the last
  std::string list;    ///< "1,3-5"; empty: all from `from` to `to`
};

/// Leaves the chosen chapters in the script; each keeps the number it had. Throws Error at a number
/// that there is no chapter of, at a malformed list, and when nothing is left.
void KeepChapters(Script& script, const ChapterChoice& choice);

/// Gives speech whose speaker is less sure than this (0 to 1) to kUnknownSpeaker.
void LeaveDoubtfulUnknown(Script& script, double least_confidence);

/// Adds a spoken opening (title, author, narrator) and closing, as chapters of their own.
void AddCredits(Script& script);

/// Adds what an upload to ACX takes beside the chapters, as chapters of their own: the credits, and
/// behind them a sample of the book's begin, some minutes long.
void AddAcxParts(Script& script);

}  // namespace fullcast
