// The words that headings begin with or count, in the languages that books are read in.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "book/headings/heading.h"
#include "book/headings/numerals.h"

namespace fullcast {

struct HeadingWord {
  HeadingKind kind = HeadingKind::kChapter;
  std::size_t length = 0;  ///< in bytes
  bool english = false;    ///< of no other language
};

/// "CHAPTER", "Kapitel", "Часть" at the beginning of a text, in any case: the word of a chapter or
/// of a part.
std::optional<HeadingWord> ReadCountedWord(std::string_view text);

/// "Preface", "Nachwort": a word that is a heading alone.
/// `english` says nothing here.
std::optional<HeadingWord> ReadNamedWord(std::string_view text);

/// A number that stands in another language's words ("Erstes", "premier", "двадцать первая"), up to
/// 99, or in Arabic digits of the East. Only beside a heading's word is it sure to be one.
std::optional<Numeral> ReadForeignNumeral(std::string_view text);

}  // namespace fullcast
