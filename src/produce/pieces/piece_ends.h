// Where the pieces of a chapter end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fullcast {

/// A place where a piece may end.
struct PossibleEnd {
  std::size_t letters = 0;     ///< bytes of the book's text since the one before it
  std::string_view text = {};  ///< of the book, that ends here
  bool is_silent = false;      ///< long enough to be joined in
  bool ends_paragraph = false;
};

/// Which of a chapter's places are ends; its last one is. A place is an end because it is the first
/// of all near by, in an order that puts paragraphs' ends first and then goes by how the texts
/// begin: so an edit moves no other end, and its own only when it changes just that beginning. A
/// piece is of 700 to 2,500 letters, longer where there is no silence, shorter only as a chapter.
std::vector<bool> ChooseEnds(const std::vector<PossibleEnd>& places);

}  // namespace fullcast
