// What is promised of every book that a reader returns.
#pragma once

#include <string>

#include "core/book.h"

namespace fullcast::fuzz {

/// Reads bytes as a file of this name and checks that nothing of it is lost, and that footnotes and
/// chapters can be chosen. Error is a good answer, too: then an empty book is returned.
Book ReadAndCheck(std::string_view bytes, const std::string& name);

/// Says what is wrong and stops the program.
[[noreturn]] void Fail(const std::string& message);

}  // namespace fullcast::fuzz
