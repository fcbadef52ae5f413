// Which phonemes of eSpeak NG come near a sound of the IPA.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace fullcast {

/// A sound, and what it may become: candidates from the nearest on, apart by spaces; a candidate
/// may be several mnemonics, apart by "|". The first one that a voice has is taken.
struct IpaSound {
  std::string_view ipa;
  std::string_view english;  ///< for voices whose phonemes are those of English
  std::string_view others;   ///< for all other voices; empty: as in English
  bool rhotic = false;       ///< ends in an r that belongs to the vowel, unless a vowel follows
};

/// The longest sound that the text begins with. Ties, syllable marks and fine diacritics are to be
/// removed before, and ɹ be written r, g be written ɡ.
const IpaSound* LongestIpaSound(std::string_view text);

/// Whether a code point is a vowel of the IPA.
[[nodiscard]] bool IsIpaVowel(char32_t c);

}  // namespace fullcast
