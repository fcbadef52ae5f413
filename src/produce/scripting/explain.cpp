#include "produce/scripting/explain.h"

#include <charconv>

#include "book/reader.h"
#include "core/book_info_json.h"
#include "core/error.h"
#include "produce/scripting/earlier_script.h"
#include "produce/scripting/read_chosen.h"
#include "script/speakers/attribution.h"

namespace fullcast {

namespace {

// Without the narration that interrupts it.
std::string TextOf(const Book& book, const Quotation& quotation) {
  std::string text;
  for (const QuoteSpan& span : quotation.spans) {
    const std::string_view block = book.chapters[span.chapter].blocks[span.block].text;
    if (!text.empty()) text += ' ';
    text += block.substr(span.begin, span.end - span.begin);
  }
  return text;
}

}  // namespace

std::size_t FindQuotation(const Book& book, const std::vector<Quotation>& quotations,
                          std::string_view wanted) {
  std::size_t number = 0;
  const char* end = wanted.data() + wanted.size();
  const auto parsed = std::from_chars(wanted.data(), end, number);
  if (parsed.ec == std::errc() && parsed.ptr == end && number < quotations.size()) return number;
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    if (TextOf(book, quotations[q]).find(wanted) != std::string::npos) return q;
  }
  throw Error("none of the book's " + std::to_string(quotations.size()) +
              " quotations that are read holds \"" + std::string(wanted) +
              "\"; give some of its words as they stand in the book");
}

std::string ExplainSpeaker(const std::filesystem::path& book_path,
                           const std::filesystem::path& script_path, const ScriptOptions& options,
                           std::string_view wanted, Reporter& reporter) {
  const EarlierScript earlier = ReadEarlierScript(script_path, options.fresh);
  Book book = ReadBook(book_path);
  Override(book.info, options.info);
  const BookIdentity identity = BookIdentity::Of(book, book_path);
  ApplyRequest(book, options.fresh ? ReadingChoice{} : earlier.ReadingOf(identity), options.reading,
               reporter);
  const std::vector<Quotation> quotations = FindQuotations(book);
  const std::size_t number = FindQuotation(book, quotations, wanted);
  const Quotation& quotation = quotations[number];
  const std::string text = "Quotation " + std::to_string(number) + ", in \"" +
                           book.chapters[quotation.spans.front().chapter].title +
                           "\": " + TextOf(book, quotation) + "\n";
  const SettledLines settled = earlier.SettledOf(identity);
  const std::string_view speaker = settled.SpeakersOf(book, quotations)[number];
  if (!speaker.empty()) return text + "Settled by hand: " + std::string(speaker) + ".\n";
  return text +
         ExplainAttribution(book, quotations, number, settled.OfQuotations(book, quotations));
}

}  // namespace fullcast
