#include "book/markup/contents_titles.h"

#include <string_view>

#include "book/headings/heading_text.h"
#include "book/headings/title_letters.h"

namespace fullcast {

namespace {

// Whether a line of contents is this heading and the number of its page.
bool IsWithPage(std::string_view line, std::string_view heading) {
  const std::string letters = TitleLetters(line);
  const std::string begin = TitleLetters(heading);
  return !begin.empty() && letters.starts_with(begin) &&
         letters.find_first_not_of("0123456789", begin.size()) == std::string::npos;
}

// A part's title that says more than the book's does.
bool Shows(const ContentsMark& part, const std::vector<MarkupDraft>& drafts,
           const std::string& book_letters) {
  if (!part.is_part || TitleLetters(part.title) == book_letters) return false;
  for (std::size_t d = part.place; d < drafts.size() && !drafts[d].block.IsRead(); ++d) {
    if (drafts[d].block.skip == "title page") return false;
  }
  return true;
}

}  // namespace

ContentsTitles::ContentsTitles(const std::vector<ContentsMark>& marks,
                               const std::vector<MarkupDraft>& drafts, TitleSource source,
                               const std::string& book_title)
    : marks_(marks), drafts_(drafts), source_(source), counts_anew_(CountsAnew(marks)) {
  const std::string book_letters = TitleLetters(book_title);
  for (const ContentsMark& mark : marks) shows_.push_back(Shows(mark, drafts, book_letters));
}

std::string ContentsTitles::Of(std::size_t i, bool first_of_part) const {
  const Heading heading = HeadingOfMark(marks_[i]);
  std::string parts;
  if (first_of_part || (counts_anew_ && heading.number > 0)) {
    parts = OfParts(i, first_of_part && !counts_anew_);
  }
  return (parts.empty() ? "" : parts + ", ") + TitleOf(heading);
}

std::string ContentsTitles::OfParts(std::size_t i, bool with_titles) const {
  std::string titles;
  for (std::size_t p = marks_[i].parent; p != ContentsMark::kNone; p = marks_[p].parent) {
    if (!shows_[p]) continue;
    Heading heading = marks_[p].heading;
    if (!with_titles && heading.number > 0) heading.title.clear();
    titles = TitleOf(heading) + (titles.empty() ? "" : ", ") + titles;
  }
  return titles;
}

// The heading in the text where it is asked for and says what the contents do.
Heading ContentsTitles::HeadingOfMark(const ContentsMark& mark) const {
  const MarkupDraft& draft = drafts_[mark.place];
  if (source_ == TitleSource::kContents || draft.level == 0) return mark.heading;
  const std::string title = TitleLetters(mark.heading.title);
  const bool says_more = TitleLetters(draft.block.text).find(title) != std::string::npos;
  return says_more || IsWithPage(mark.title, draft.block.text) ? draft.heading : mark.heading;
}

}  // namespace fullcast
