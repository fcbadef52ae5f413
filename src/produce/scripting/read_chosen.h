// Reading a book with the user's choice of what is read aloud.
#pragma once

#include <filesystem>

#include "core/book.h"
#include "core/reading_choice.h"
#include "produce/reporter.h"

namespace fullcast {

/// What is not said on the command line is as it was chosen before; applies that to the book.
/// Throws Error where what is asked for matches nothing; what was chosen before and matches nothing
/// any more is a warning. Notes what a run does as before. Returns the choice for the next run.
ReadingChoice ApplyRequest(Book& book, const ReadingChoice& before, const ReadingRequest& request,
                           Reporter& reporter);

/// The choice that the script at this path remembers for the book at that path; the default where
/// there is no such script, or one of another book, or a broken one.
ReadingChoice RememberedChoice(const std::filesystem::path& script_path,
                               const std::filesystem::path& book_path);

/// As options: "--footnotes end --exclude 3".
std::string Describe(const ReadingChoice& choice);

}  // namespace fullcast
