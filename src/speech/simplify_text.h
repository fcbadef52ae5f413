// The first steps of a text to the engine: nothing in it that could command the engine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "speech/spoken_text.h"
#include "speech/utterance.h"

namespace fullcast {

/// A text, and the phonemes that stand in it as characters (see kFirstPhonemes).
struct SimplifiedText {
  SpokenText text;
  std::vector<std::string> phonemes;
};

/// Puts respellings and mnemonics in their places (IPA is to be turned into mnemonics before) and
/// rewrites characters one by one: invisible and control characters and the marks * and _ go, #
/// too; brackets become round, so that no text is taken for phonemes; quotation marks, apostrophes,
/// white space and digits of all scripts become those of ASCII.
SimplifiedText SimplifyText(std::string_view text, const std::vector<SpokenAs>& spoken_as);

/// Leaves apostrophes inside words only: at a word's edge they would cost a pause. A quotation mark
/// that parts two words leaves a space.
SpokenText DropQuotes(const SpokenText& chars);

}  // namespace fullcast
