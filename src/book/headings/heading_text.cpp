#include "book/headings/heading_text.h"

#include "book/headings/capitals.h"
#include "book/headings/numerals.h"
#include "core/language.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

// "the First" for "THE FIRST".
std::string CalmNumeral(const Heading& heading) {
  if (!heading.in_words) return heading.numeral;
  std::string calm = CalmCapitals(heading.numeral);
  return calm.starts_with("The ") ? "the " + calm.substr(4) : calm;
}

// Trailing full stop of a title: it is added where it is needed.
std::string_view WithoutStop(std::string_view text) {
  if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
  return text;
}

// Word and number in the order of the book.
std::string Joined(const Heading& heading, const std::string& word, const std::string& number) {
  if (heading.number == 0) return word;
  return heading.number_first ? number + ' ' + word : word + ' ' + number;
}

std::string SpokenInEnglish(const Heading& heading, bool section) {
  const bool ordinal = heading.in_words || heading.number_first;
  const std::string number = ordinal ? CalmNumeral(heading) : NumberInWords(heading.number);
  if (heading.kind == HeadingKind::kNumber) return section ? number : "Chapter " + number;
  std::string word = CalmCapitals(heading.word);
  const std::string lower = Lowercase(word);
  if (lower.starts_with("vol")) word = "Volume";
  if (lower == "ch." || lower == "chap." || lower == "chap") word = "Chapter";
  if (lower == "bk.") word = "Book";
  return Joined(heading, word, number);
}

// The voice reads digits in its language, Roman numerals as letters.
std::string SpokenElsewhere(const Heading& heading) {
  std::string number = std::to_string(heading.number);
  if (heading.in_words) number = CalmNumeral(heading);
  if (heading.number_first && !heading.in_words && heading.numeral.ends_with('.')) number += '.';
  return heading.kind == HeadingKind::kNumber ? number
                                              : Joined(heading, CalmCapitals(heading.word), number);
}

std::string WithTitle(std::string label, const Heading& heading) {
  if (heading.title.empty()) return label;
  if (label.empty()) return CalmCapitals(heading.title);
  return label + (heading.colon ? ": " : ". ") + CalmCapitals(heading.title);
}

}  // namespace

std::string TitleOf(const Heading& heading) {
  Heading calm = heading;
  calm.title = WithoutStop(calm.title);
  switch (heading.kind) {
    case HeadingKind::kNumber:
      return WithTitle(heading.title.empty() && !heading.in_words ? std::to_string(heading.number)
                                                                  : CalmCapitals(heading.numeral),
                       calm);
    case HeadingKind::kUntitled:
      return WithTitle("", calm);
    default: {
      std::string label = CalmCapitals(WithoutStop(heading.word));
      if (heading.number > 0) {
        label = Joined(heading, CalmCapitals(heading.word), CalmNumeral(heading));
      }
      return WithTitle(label, calm);
    }
  }
}

std::string SpokenHeading(const Heading& heading, bool section, std::string_view language) {
  const bool english = language.empty() || PrimaryLanguage(language) == "en";
  std::string spoken;
  if (heading.kind != HeadingKind::kUntitled) {
    spoken = english ? SpokenInEnglish(heading, section) : SpokenElsewhere(heading);
  }
  if (heading.title.empty()) return spoken;
  if (!spoken.empty()) spoken += ". ";
  spoken += CalmCapitals(heading.title);
  const bool ended = std::string_view(".!?\"").find(spoken.back()) != std::string_view::npos;
  return ended ? spoken : spoken + ".";
}

}  // namespace fullcast
