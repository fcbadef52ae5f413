// Headings as titles, and as they are spoken.
#pragma once

#include <string>
#include <string_view>

#include "book/headings/heading.h"

namespace fullcast {

/// The heading as a chapter's title in calm capitals: "Chapter I. Down the Rabbit-Hole", "4".
std::string TitleOf(const Heading& heading);

/// The heading as it is spoken in a book of this language (BCP 47): "Chapter One. Down the
/// Rabbit-Hole.", "Chapter Four". A bare number inside a chapter is the number of a section: "One".
/// In other languages than English numbers are left to the voice: "Kapitel 1. Die Fähre.", "4".
std::string SpokenHeading(const Heading& heading, bool section, std::string_view language);

}  // namespace fullcast
