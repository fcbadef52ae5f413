// From a row of blocks, some of them headings, to chapters.
#pragma once

#include <string>
#include <vector>

#include "book/headings/heading.h"
#include "core/book.h"

namespace fullcast {

/// The title of the chapter that holds what stands above the first heading, if it is long.
inline constexpr const char* kOpening = "Opening";

/// A block that does not know its chapter yet.
struct Draft {
  Block block;
  Rank rank = Rank::kText;
  Heading heading;  ///< if `rank` is not kText
};

/// Chapters in order, with titles, their headings with what is spoken. Blocks above the first
/// heading begin the first chapter, or are one of their own, kOpening, if they are long. A part's
/// heading belongs to its first chapter and shows in its title, or in all of its chapters' titles
/// where each part counts anew; a part that holds text itself is a chapter. Without any heading all
/// is one chapter, `whole_title`. Headings are spoken in `language`, BCP 47.
std::vector<Chapter> MakeChapters(std::vector<Draft> drafts, const std::string& whole_title,
                                  const std::string& language);

}  // namespace fullcast
