// A book before anything is made of it: its chapters, and what of it is not read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

struct SurveyedChapter {
  std::string title;
  int level = 1;            ///< in the table of contents
  std::size_t letters = 0;  ///< bytes of text that is read
  double seconds = 0;       ///< about how long that takes
  std::string skip;         ///< why nothing of it is read; empty: something is
};

/// All that is skipped for one reason.
struct SkippedGroup {
  std::string reason;
  std::size_t paragraphs = 0;
  std::size_t letters = 0;            ///< bytes of text
  std::vector<std::size_t> chapters;  ///< numbers from 1, ascending
  std::string words;                  ///< the first few of them
};

struct BookSurvey {
  std::vector<SurveyedChapter> chapters;
  std::vector<SkippedGroup> skipped;  ///< in the order of the book; no scene breaks
};

/// Looks at a book with the choice already applied. `rate_wpm`: the narrator's words a minute.
BookSurvey Survey(const Book& book, int rate_wpm);

}  // namespace fullcast
