// How words are to be pronounced, as users and books write it down. Files: voices/README.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace fullcast {

/// How a pronunciation is written.
enum class Notation {
  kRespelling,  ///< ordinary letters, read as if they stood in the text
  kMnemonics,   ///< eSpeak NG's phoneme mnemonics, as between its [[ and ]]
  kIpa,         ///< the International Phonetic Alphabet
};

/// What to say for a word.
struct SayAs {
  Notation notation = Notation::kRespelling;
  std::string spoken;

  bool operator==(const SayAs&) const = default;
};

/// One word, or a phrase of words with single spaces between them, as it stands in books.
struct LexiconEntry {
  std::string written;
  SayAs say_as;
  std::string language;  ///< BCP 47: only in passages of this language; empty: in all
  Place place;           ///< where the entry stands, for complaints
};

/// Of two entries for the same word the later one counts.
using PronunciationLexicon = std::vector<LexiconEntry>;

/// A lexicon, and what its file holds that can't be used, for the user.
struct ParsedLexicon {
  PronunciationLexicon entries;
  std::vector<std::string> warnings;
};

/// The plain format, an entry a line:
///     Cholmondeley = Chumley            respelling
///     Siobhan      = [[SI2v'O:n]]       eSpeak NG's mnemonics
///     Beauchamp    = /ˈbiːtʃəm/         IPA
///     [fr]                              from here on for passages of this language; [*]: for all
/// "#" at the beginning of a line or behind white space begins a comment. Throws Error with file,
/// line and column. `file` is used in messages only.
ParsedLexicon ParsePlainLexicon(std::string_view text, const std::string& file);

/// The W3C's Pronunciation Lexicon Specification 1.0. Of a lexeme's pronunciations (IPA phonemes
/// and aliases) the first preferred one counts, else the first. Throws Error with file, line and
/// column where the file is no such lexicon; an unknown alphabet and an incomplete lexeme are
/// warnings.
ParsedLexicon ParsePls(std::string_view text, const std::string& file);

/// Either of the two: XML is told by its first character "<".
ParsedLexicon ParseLexicon(std::string_view text, const std::string& file);

}  // namespace fullcast
