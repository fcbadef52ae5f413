#include "script/annotate.h"

#include <utility>
#include <vector>

#include "script/attribution.h"
#include "script/quotation.h"
#include "script/segments.h"

namespace fullcast {

Script Annotate(const Book& book) {
  const std::vector<Quotation> quotations = FindQuotations(book);
  AttributedBook attributed = Attribute(book, quotations);
  Script script;
  script.book = book.info;
  script.chapters = MakeSegments(book, quotations, attributed.attributions);
  script.characters = std::move(attributed.characters);
  return script;
}

}  // namespace fullcast
