// The titles of chapters, by the contents and by the headings in the text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/markup/contents_marks.h"
#include "book/markup/markup_blocks.h"

namespace fullcast {

/// Whose titles a chapter has.
enum class TitleSource { kContents, kHeadings };

class ContentsTitles {
 public:
  /// `marks` and `drafts` must outlive it. Drafts may be moved away once titles of theirs are made.
  ContentsTitles(const std::vector<ContentsMark>& marks, const std::vector<MarkupDraft>& drafts,
                 TitleSource source, const std::string& book_title);

  /// The title of the chapter of mark `i`, behind those of its parts if it is the first of them, or
  /// if the numbers of chapters begin anew in each.
  [[nodiscard]] std::string Of(std::size_t i, bool first_of_part) const;

 private:
  [[nodiscard]] std::string OfParts(std::size_t i, bool with_titles) const;
  [[nodiscard]] Heading HeadingOfMark(const ContentsMark& mark) const;

  const std::vector<ContentsMark>& marks_;
  const std::vector<MarkupDraft>& drafts_;
  TitleSource source_;
  bool counts_anew_;
  std::vector<bool> shows_;  // marks whose titles show in those of chapters
};

}  // namespace fullcast
