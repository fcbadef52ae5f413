// Phonemes that a voice can say, out of what lexicons and books ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/pronunciation_lexicon.h"
#include "speech/phoneme_table.h"

namespace fullcast {

/// Mnemonics that are safe to give to the engine, words apart by spaces.
struct Phonemes {
  std::string mnemonics;             ///< empty: nothing that can be said
  std::vector<std::string> unknown;  ///< what has no phoneme in this voice, as it was written
};

/// Mnemonics as a person wrote them. A single unknown one makes all of them useless, since the
/// engine would swallow the rest of the word.
Phonemes CheckMnemonics(std::string_view mnemonics, const PhonemeTable& table);

/// The nearest phonemes of the voice for each sound of the IPA. Sounds that no phoneme comes near
/// are left out.
Phonemes PhonemesOfIpa(std::string_view ipa, const PhonemeTable& table);

/// Of a pronunciation in either notation. A respelling has none.
Phonemes PhonemesOf(const SayAs& say_as, const PhonemeTable& table);

}  // namespace fullcast
