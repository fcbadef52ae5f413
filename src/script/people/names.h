// Names in a text: which capitalised words are names of persons, wherever they stand.
#pragma once

#include <vector>

#include "script/language/lexicon.h"
#include "script/people/tokens.h"

namespace fullcast {

/// A name in one of its forms ("Mr. Bennet", "Lizzy", "the Gryphon") with the evidence that it is
/// a person's.
struct NameForm {
  std::vector<int> words;  ///< lower case, without a leading "the"
  int count = 0;
  int with_the = 0;     ///< "the Gryphon"
  int as_speaker = 0;   ///< beside a verb of speech beside a quotation
  int as_vocative = 0;  ///< set off by commas in a quotation
  int as_place = 0;     ///< behind a preposition of place
  int possessive = 0;
  int as_elder = 0;    ///< "old Mr. Emerson"
  int as_younger = 0;  ///< "young Mr. Emerson"
  int in_narration = 0;
  bool plural = false;  ///< "the Bennets"
  bool person = false;
};

/// Tokens [begin, end) are a name of the form.
struct NameMention {
  int begin = 0;
  int end = 0;
  int form = 0;
  bool vocative = false;
  bool speaker = false;  ///< beside a verb of speech beside a quotation
};

struct Names {
  std::vector<NameForm> forms;
  std::vector<NameMention> mentions;  ///< in reading order, of persons and others
};

/// Finds all names and judges which are persons'. Deterministic and linear.
Names FindNames(const Text& text, const Lexicon& lexicon);

/// The classes of every word of a vocabulary, by word number.
std::vector<std::uint32_t> ClassesOf(const Vocabulary& vocabulary, const Lexicon& lexicon);

}  // namespace fullcast
