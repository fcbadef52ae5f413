#include "speech/plausible_length.h"

#include "core/pcm.h"
#include "core/utf8.h"

namespace fullcast {
namespace {

constexpr double kReferenceRateWpm = 175;

// A sixth of what a letter of running English takes; "strengths" still takes five times as much.
constexpr double kLeastMsPerLetter = 11;

// Running English takes 65 ms.
constexpr double kUsualMsPerCharacter = 90;

// A CJK character in an English voice is read out as some 650 ms of words, a digit of a long number
// as 600 ms; the constant part is for a few of them.
constexpr double kMostMsPerCharacter = 500;
constexpr double kMostMsAtAll = 5000;

bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

bool IsPunctuation(char32_t c) {
  constexpr std::u32string_view kMarks = U"!\"'(),-./:;?[\\]{}`*_¡«»¿·¶、。〃〈〉《》「」『』【】";
  const bool general_punctuation = c >= 0x2010 && c <= 0x205E && c != 0x2030;
  return general_punctuation || kMarks.find(c) != kMarks.npos;
}

}  // namespace

PlausibleLength PlausibleLengthOf(std::string_view text, int rate_wpm) {
  double characters = 0;
  double letters = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    characters += 1;
    if (IsWordCharacter(c)) letters += 1;
  }
  const double scale = kReferenceRateWpm / rate_wpm;
  return {SamplesIn(letters * kLeastMsPerLetter * scale),
          SamplesIn(characters * kUsualMsPerCharacter * scale),
          SamplesIn(kMostMsAtAll + characters * kMostMsPerCharacter * scale)};
}

bool HasAnythingToSpeak(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (!IsSpace(c) && !IsPunctuation(c)) return true;
  }
  return false;
}

}  // namespace fullcast
