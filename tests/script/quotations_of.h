// Quotations as tests read them.
#pragma once

#include <string>
#include <vector>

#include "book_of.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// Each quotation as its words, " | " between spans, "?" behind what is doubtful; what is no
/// speech behind its kind: "title: Emma".
inline std::vector<std::string> QuotationsOf(const std::vector<std::string>& paragraphs,
                                             const std::string& language = "en") {
  const Book book = BookOf(paragraphs, language);
  std::vector<std::string> result;
  for (const Quotation& quotation : FindQuotations(book)) {
    std::string line;
    switch (quotation.kind) {
      case QuoteKind::kSpeech:
        break;
      case QuoteKind::kThought:
        line = "thought: ";
        break;
      case QuoteKind::kLetter:
        line = "letter: ";
        break;
      case QuoteKind::kSong:
        line = "song: ";
        break;
      case QuoteKind::kTitle:
        line = "title: ";
        break;
      case QuoteKind::kScare:
        line = "scare: ";
        break;
    }
    const char* separator = "";
    for (const QuoteSpan& span : quotation.spans) {
      line += separator + std::string(InnerText(book, span));
      separator = " | ";
    }
    result.push_back(line + (quotation.doubtful ? "?" : ""));
  }
  return result;
}

}  // namespace fullcast
