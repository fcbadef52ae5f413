// Titles compared without what sets them apart only on paper.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// Letters and digits in lower case, "&" as "and": "PRIDE & PREJUDICE." is "Pride and Prejudice".
std::string TitleLetters(std::string_view title);

}  // namespace fullcast
