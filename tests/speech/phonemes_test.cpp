#include "speech/phonemes.h"

#include <gmock/gmock.h>

#include <string>

#include "speech/prepare_text.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const PhonemeTable& English() {
  static const PhonemeTable table = PhonemeTable::OfVoice("gmw/en-US");
  return table;
}

TEST(PhonemeTable, KnowsWhatItsLanguageHas) {
  EXPECT_TRUE(English().Has("3:"));
  EXPECT_TRUE(English().Has("oU"));
  EXPECT_TRUE(English().Has("'"));
  EXPECT_FALSE(English().Has("y"));
  EXPECT_FALSE(English().Has("_^_")) << "would switch the language";
  EXPECT_TRUE(PhonemeTable::OfVoice("roa/fr").Has("y"));
  EXPECT_EQ(English().Match("aI@r"), 3U);
}

TEST(Phonemes, MnemonicsAreCheckedAsTheEngineTakesThem) {
  EXPECT_EQ(CheckMnemonics("b'i:tS@m", English()).mnemonics, "b'i:tS@m");
  EXPECT_EQ(CheckMnemonics("  s'eInt  dZ'0n ", English()).mnemonics, "s'eInt dZ'0n");
  const Phonemes wrong = CheckMnemonics("b'y:x", English());
  EXPECT_EQ(wrong.mnemonics, "");
  EXPECT_THAT(wrong.unknown, ElementsAre("y"));
  EXPECT_EQ(CheckMnemonics("]]h@l", English()).mnemonics, "");
  EXPECT_EQ(CheckMnemonics(std::string(500, 'a'), English()).mnemonics, "");
}

TEST(Phonemes, IpaBecomesTheVoicesPhonemes) {
  const auto heard = [](const char* ipa) {
    std::string mnemonics = PhonemesOfIpa(ipa, English()).mnemonics;
    std::erase(mnemonics, '|');
    return mnemonics;
  };
  EXPECT_EQ(heard("rɪˈpʌblɪkən"), "rI'pVblIk@n");
  EXPECT_EQ(heard("ˈθɜrtiˈwʌn ˈmɪnɪts"), "'T3:ti:'wVn 'mInIts");
  EXPECT_EQ(heard("ˈɑrtʃəˌbɔld"), "'A@tS@,bO:ld");
  EXPECT_EQ(heard("ˈsɑri"), "'sA:ri");
  EXPECT_EQ(heard("ˌeɪlyəˈneɪʃəns"), ",eIlj@'neIS@ns");
  EXPECT_EQ(heard("t͡ʃiːz"), "tSi:z");
}

TEST(Phonemes, WhatHasNoPhonemeIsNamed) {
  const Phonemes found = PhonemesOfIpa("ǃaǂ˥", English());
  EXPECT_EQ(found.mnemonics, "a");
  EXPECT_THAT(found.unknown, ElementsAre("ǃ", "ǂ", "˥"));
  EXPECT_THAT(PhonemesOfIpa("yːœ", PhonemeTable::OfVoice("roa/fr")).unknown, IsEmpty());
}

Speech Say(Utterance utterance) {
  static const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  return synthesizer->Speak(utterance);
}

TEST(Phonemes, AreSpokenInPlaceOfTheWord) {
  Utterance utterance{"Ask Beauchamp, please.", {}};
  utterance.spoken_as = {{{4, 13}, {Notation::kIpa, "ˈbiːtʃəm"}}};
  utterance.only_phonemes = true;
  EXPECT_THAT(Say(utterance).phonemes, testing::HasSubstr("b'i:tS@m"));
  utterance.spoken_as = {{{4, 13}, {Notation::kRespelling, "Beecham"}}};
  EXPECT_THAT(Say(utterance).phonemes, testing::HasSubstr("b'i:tSam"));
  utterance.spoken_as = {{{4, 13}, {Notation::kMnemonics, "yyy"}}};  // can't be said
  EXPECT_THAT(Say(utterance).phonemes, testing::HasSubstr("b'oUtSamp"));
}

TEST(Phonemes, WordMarksPointToTheWrittenWord) {
  Utterance utterance{"Ask Beauchamp now.", {}};
  utterance.spoken_as = {{{4, 13}, {Notation::kMnemonics, "b'i:tS@m"}}};
  const Speech speech = Say(utterance);
  EXPECT_EQ(speech.defect, "");
  std::vector<std::string> words;
  for (const WordMark& word : speech.words) {
    const std::string written = utterance.text.substr(word.text_begin, word.text_length);
    if (words.empty() || words.back() != written) words.push_back(written);
  }
  EXPECT_THAT(words, ElementsAre("Ask", "Beauchamp", "now"));
}

TEST(Phonemes, ManyOfThemDoNoHarm) {
  std::string ipa;
  for (int i = 0; i < 150; ++i) ipa += "bə";
  Utterance utterance;
  for (int i = 0; i < 4; ++i) {
    utterance.spoken_as.push_back(
        {{utterance.text.size(), utterance.text.size() + 1}, {Notation::kIpa, ipa}});
    utterance.text += "xy";
  }
  EXPECT_EQ(Say(utterance).defect.find("crashed"), std::string::npos);
}

}  // namespace
}  // namespace fullcast
