// What the engine is given to speak for a text as it stands in a book.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "speech/stress.h"
#include "speech/utterance.h"

namespace fullcast {

/// Text for the engine, and where each of its characters comes from.
struct PreparedText {
  std::string text;  ///< valid UTF-8 without control characters
  std::vector<Span>
      origins;  ///< for each code point of `text` the bytes of the original; ascending
  bool has_phonemes = false;  ///< "[[...]]" in it are phonemes
};

/// Rewrites what eSpeak NG reads badly or what could command it, step by step:
/// - simplify_text.h: characters, quotation marks, and what is to be said in place of the text
///   (`spoken_as`: respellings and mnemonics that were checked);
/// - english/reading.h: abbreviations, numbers, initials, old spellings, where the language is
///   English; in others eSpeak NG's own reading stands;
/// - dashes.h: dashes between words;
/// - long runs of one character are shortened, words beyond all measure parted;
/// - the engine's commands of stress are put around whole words.
PreparedText PrepareText(std::string_view text, const std::vector<SpokenAs>& spoken_as = {},
                         std::string_view language = {}, const StressedWords& stressed = {});

}  // namespace fullcast
