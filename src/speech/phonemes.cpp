#include "speech/phonemes.h"

#include <algorithm>

#include "core/utf8.h"
#include "speech/ipa_sounds.h"

namespace fullcast {

namespace {

// The engine's buffer for the phonemes of one word holds 200.
constexpr std::size_t kMostPhonemesInWord = 80;

bool IsEnglish(const PhonemeTable& table) { return table.Has("3:") && table.Has("I2"); }

// What says nothing of the sound, or too little to matter: ties, syllable breaks, brackets, fine
// diacritics. The tilde of nasal vowels and the stroke of syllabic consonants stay.
bool IsFineMark(char32_t c) {
  constexpr std::u32string_view kMarks = U".()[]/ˑ‿͜͡ʰʱʲʷˠˤˀʼ̚‖|’";
  const bool combining = c >= 0x300 && c < 0x370 && c != 0x303 && c != 0x329;
  return combining || kMarks.find(c) != kMarks.npos;
}

std::string SimplifyIpa(std::string_view ipa) {
  std::string simple;
  for (std::size_t position = 0; position < ipa.size();) {
    const char32_t c = NextCodePoint(ipa, position);
    if (IsSpace(c) || c == '-' || c == U'–') {
      simple += ' ';
    } else if (c == ':') {
      simple += "ː";
    } else if (c == 'g') {
      simple += "ɡ";
    } else if (c == U'ɹ' || c == U'ɻ') {
      simple += 'r';
    } else if (c == U'\'' || c == U'ʹ') {
      simple += "ˈ";
    } else if (c == U',') {
      simple += "ˌ";
    } else if (!IsFineMark(c)) {
      AppendUtf8(simple, c);
    }
  }
  return simple;
}

// Whether a vowel follows, stress marks left aside.
bool VowelAt(std::string_view ipa, std::size_t position) {
  while (position < ipa.size()) {
    const char32_t c = NextCodePoint(ipa, position);
    if (c != U'ˈ' && c != U'ˌ') return IsIpaVowel(c);
  }
  return false;
}

bool HasAll(std::string_view candidate, const PhonemeTable& table) {
  while (!candidate.empty()) {
    const std::size_t bar = std::min(candidate.find('|'), candidate.size());
    if (!table.Has(candidate.substr(0, bar))) return false;
    candidate.remove_prefix(std::min(bar + 1, candidate.size()));
  }
  return true;
}

std::string_view FirstKnown(std::string_view candidates, const PhonemeTable& table) {
  while (!candidates.empty()) {
    const std::size_t space = std::min(candidates.find(' '), candidates.size());
    const std::string_view candidate = candidates.substr(0, space);
    if (HasAll(candidate, table)) return candidate;
    candidates.remove_prefix(std::min(space + 1, candidates.size()));
  }
  return {};
}

// Collects the phonemes of the IPA.
class IpaReader {
 public:
  IpaReader(std::string_view ipa, const PhonemeTable& table)
      : ipa_(SimplifyIpa(ipa)), table_(table), english_(IsEnglish(table)) {}

  Phonemes Read() {
    for (std::size_t position = 0; position < ipa_.size();) position = ReadSound(position);
    while (found_.mnemonics.ends_with(' ')) found_.mnemonics.pop_back();
    return std::move(found_);
  }

 private:
  std::size_t ReadSound(std::size_t position) {
    std::size_t next = position;
    const char32_t c = NextCodePoint(ipa_, next);
    if (c == ' ') {
      EndWord();
      return next;
    }
    if (c == U'ˈ' || c == U'ˌ') {
      Add(c == U'ˈ' ? "'" : ",");
      return next;
    }
    const std::string_view rest = std::string_view(ipa_).substr(position);
    const IpaSound* sound = LongestIpaSound(rest);
    if (sound != nullptr && sound->rhotic && VowelAt(ipa_, position + sound->ipa.size())) {
      sound = LongestIpaSound(rest.substr(0, sound->ipa.size() - 1));
    }
    const std::string_view mnemonics = sound == nullptr ? "" : MnemonicsOf(*sound, position);
    if (mnemonics.empty()) {
      const std::size_t length = sound == nullptr ? next - position : sound->ipa.size();
      AddUnknown(std::string(rest.substr(0, length)));
      return position + length;
    }
    Add(mnemonics);
    return position + sound->ipa.size();
  }

  [[nodiscard]] std::string_view MnemonicsOf(const IpaSound& sound, std::size_t position) const {
    const std::size_t end = position + sound.ipa.size();
    if (english_) {
      // American dictionaries write y for j, and i for the end of "happy".
      if (sound.ipa == "y" && VowelAt(ipa_, end)) return "j";
      if (sound.ipa == "i" && (end == ipa_.size() || ipa_[end] == ' ')) return "i";
    }
    const bool as_english = english_ || sound.others.empty();
    return FirstKnown(as_english ? sound.english : sound.others, table_);
  }

  // A bar parts what the engine could take for one longer mnemonic.
  void Add(std::string_view mnemonics) {
    if (++in_word_ > kMostPhonemesInWord) EndWord();
    if (in_word_ > 1 && !found_.mnemonics.ends_with('\'') && !found_.mnemonics.ends_with(',')) {
      found_.mnemonics += '|';
    }
    found_.mnemonics += mnemonics;
  }

  void EndWord() {
    if (!found_.mnemonics.empty() && !found_.mnemonics.ends_with(' ')) found_.mnemonics += ' ';
    in_word_ = 0;
  }

  void AddUnknown(std::string sound) {
    if (std::find(found_.unknown.begin(), found_.unknown.end(), sound) == found_.unknown.end()) {
      found_.unknown.push_back(std::move(sound));
    }
  }

  std::string ipa_;
  const PhonemeTable& table_;
  bool english_;
  std::size_t in_word_ = 0;
  Phonemes found_;
};

}  // namespace

Phonemes CheckMnemonics(std::string_view mnemonics, const PhonemeTable& table) {
  Phonemes checked;
  std::size_t in_word = 0;
  for (std::size_t i = 0; i < mnemonics.size();) {
    const std::string_view rest = mnemonics.substr(i);
    const char c = rest.front();
    if (c == ' ') {
      if (in_word > 0) checked.mnemonics += ' ';
      in_word = 0;
      ++i;
      continue;
    }
    const bool bar = c == '|' && !rest.starts_with("||");
    const std::size_t length = bar ? 1 : table.Match(rest);
    if (length == 0 || ++in_word > kMostPhonemesInWord) {
      std::size_t end = 0;
      NextCodePoint(rest, end);
      return {"", {std::string(length == 0 ? rest.substr(0, end) : rest)}};
    }
    checked.mnemonics += rest.substr(0, length);
    i += length;
  }
  while (checked.mnemonics.ends_with(' ')) checked.mnemonics.pop_back();
  return checked;
}

Phonemes PhonemesOfIpa(std::string_view ipa, const PhonemeTable& table) {
  return IpaReader(ipa, table).Read();
}

Phonemes PhonemesOf(const SayAs& say_as, const PhonemeTable& table) {
  switch (say_as.notation) {
    case Notation::kMnemonics:
      return CheckMnemonics(say_as.spoken, table);
    case Notation::kIpa:
      return PhonemesOfIpa(say_as.spoken, table);
    default:
      return {};
  }
}

}  // namespace fullcast
