// The proper names of a book, to be checked before it is rendered.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/cast.h"
#include "core/script.h"
#include "produce/pieces/speaking_style.h"
#include "speech/synthesizer.h"

namespace fullcast {

struct ProperName {
  std::string name;
  std::size_t count = 0;
  std::size_t chapter = 0;  ///< index of the first chapter it stands in
  std::string first_use;    ///< a few words around it there
  std::string phonemes;     ///< as the narrator says it now: eSpeak NG's mnemonics
  std::string lexicon;      ///< what the lexicon says of it; empty: nothing
};

/// Words with a capital inside sentences that the book never writes small, titles ("Mr") left
/// aside, the most frequent first.
std::vector<ProperName> FindProperNames(const Script& script);

/// Sets phonemes and lexicon.
void PronounceNames(std::vector<ProperName>& names, const Voice& voice, const std::string& language,
                    const PronunciationLexicon& lexicon, Synthesizer& synthesizer);

/// Speaks the names one after the other into a WAV file.
void SpeakNames(const std::vector<ProperName>& names, const Voice& voice,
                const std::string& language, const PronunciationLexicon& lexicon,
                Synthesizer& synthesizer, const std::filesystem::path& path);

}  // namespace fullcast
