// Sounds that are no words: eSpeak NG would spell them.
#include <string>

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

struct Interjection {
  std::string_view letters;   ///< in lower case, without repetitions and hyphens
  std::string_view phonemes;  ///< mnemonics that all English voices have
};

constexpr Interjection kInterjections[] = {
    {"hm", "h@m:"}, {"m", "m:"},     {"mhm", "m:h@m"}, {"hmph", "h@mf"}, {"sh", "S:"},
    {"hsh", "hS:"}, {"pst", "ps:t"}, {"br", "br3:"},   {"gr", "gr3:"},   {"pf", "pf:"},
    {"z", "z:"},    {"s", "s:"},     {"tch", "tS@"}};

constexpr std::size_t kLongest = 20;

// The letters with what draws them out: "H'm", "Br-r-r", "M--m--m".
struct Sound {
  std::string letters;      ///< each run of a letter as one
  std::size_t written = 0;  ///< letters in the text
  std::size_t length = 0;
  bool capitals = true;
  bool parted = false;  ///< by an apostrophe or hyphens
};

Sound SoundAt(const TextView& text, std::size_t at) {
  Sound sound;
  std::size_t i = at;
  while (sound.written < kLongest) {
    const std::string letters = text.LettersAt(i);
    if (letters.empty()) break;
    for (const char letter : letters) {
      const auto lower = static_cast<char>(ToLower(static_cast<unsigned char>(letter)));
      sound.capitals = sound.capitals && lower != letter;
      if (sound.letters.empty() || sound.letters.back() != lower) sound.letters += lower;
    }
    sound.parted = sound.parted || i > at;
    sound.written += letters.size();
    i += letters.size();
    sound.length = i - at;
    while (text.At(i) == '-' && i - at < 2 * kLongest) ++i;
    if (text.At(i) == '\'') ++i;
  }
  return sound;
}

}  // namespace

std::optional<Rewrite> ReadInterjection(const TextView& text, std::size_t at) {
  constexpr std::size_t kLeastLetters = 2;
  const Sound sound = SoundAt(text, at);
  const bool cut = IsWordPart(text.At(at + sound.length)) || text.At(at + sound.length) == '-' ||
                   text.Before(at) == '\'' || text.Before(at) == '-';
  if (sound.written < kLeastLetters || cut) return std::nullopt;
  // "HM" and "SS" are initials, "5 mm" is a measure.
  const bool short_word = sound.written == kLeastLetters && !sound.parted;
  const bool doubled = sound.letters.size() == 1 && sound.letters != "m";
  if (short_word && (sound.capitals || doubled)) return std::nullopt;
  if (text.Before(at) == ' ' && IsDigit(text.Before(at - 1))) return std::nullopt;
  for (const Interjection& interjection : kInterjections) {
    if (sound.letters != interjection.letters) continue;
    return Rewrite{sound.length, std::string(interjection.phonemes), true};
  }
  return std::nullopt;
}

}  // namespace fullcast::english
