#include "script/annotate.h"

#include <utility>
#include <vector>

#include "core/interrupt.h"
#include "script/booknlp/import_attribution.h"
#include "script/quotes/quotation.h"
#include "script/segments/segments.h"
#include "script/speakers/attribution.h"

namespace fullcast {

namespace {

Script MakeScript(const Book& book, const std::vector<Quotation>& quotations,
                  AttributedBook attributed) {
  Script script;
  script.book = book.info;
  script.lexicon = book.lexicon;
  script.chapters = MakeSegments(book, quotations, attributed.attributions);
  script.characters = std::move(attributed.characters);
  return script;
}

}  // namespace

Script Annotate(const Book& book, const SettledLines& settled) {
  const std::vector<Quotation> quotations = FindQuotations(book);
  ThrowIfInterrupted();
  AttributedBook attributed = Attribute(book, quotations, settled.OfQuotations(book, quotations));
  ThrowIfInterrupted();
  return MakeScript(book, quotations, std::move(attributed));
}

Script Annotate(const Book& book, const BookNlpFiles& attribution) {
  ImportedBook imported = ImportAttribution(book, FindQuotations(book), attribution);
  return MakeScript(book, imported.quotations, std::move(imported.attributed));
}

}  // namespace fullcast
