// Capital letters in titles.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// Letters, and not one of them small: "THE BOSS".
bool IsShouted(std::string_view text);

/// Whether the words begin with capitals, as in a title; small words such as "of" need not.
bool IsTitleCase(std::string_view text);

/// A shouted title in calm capitals, "DOWN THE RABBIT-HOLE" as "Down the Rabbit-Hole"; any other
/// text as it is. Roman numerals and initials stay.
std::string CalmCapitals(std::string_view text);

/// A file's or folder's name as a title: "leaving-atlanta" is "Leaving Atlanta", "APassageToIndia"
/// is "A Passage to India".
std::string TitleFromName(std::string_view name);

}  // namespace fullcast
