#include "speech/stress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fullcast {
namespace {

// At full stress. 75 units of the engine's pitch are an octave; of its volume, where 60 is the
// usual one, 24 are 3 dB.
constexpr double kPitch = 32;
constexpr double kVolume = 24;
constexpr double kRateShare = 0.2;

constexpr int kMostPitch = 99;
constexpr int kLeastRateWpm = 80;

int Share(double of, double stress) { return static_cast<int>(std::lround(of * stress)); }

// "Embedded commands" of eSpeak NG: control A, a signed number, and a letter for what it changes.
std::string Commands(char sign, int pitch, int volume, char rate_sign, int rate_wpm) {
  return fmt::format("\x01{0}{1}P\x01{0}{2}A\x01{3}{4}S", sign, pitch, volume, rate_sign, rate_wpm);
}

}  // namespace

StressedWords StressOf(const Utterance& utterance) {
  if (utterance.stressed.empty() || utterance.stress <= 0) return {};
  const Voice& voice = utterance.voice;
  const int pitch = std::min(Share(kPitch, utterance.stress), kMostPitch - voice.pitch);
  const int volume = Share(kVolume, utterance.stress);
  const int rate_wpm = std::clamp(Share(kRateShare * voice.rate_wpm, utterance.stress), 0,
                                  voice.rate_wpm - kLeastRateWpm);
  return {utterance.stressed, Commands('+', pitch, volume, '-', rate_wpm),
          Commands('-', pitch, volume, '+', rate_wpm)};
}

}  // namespace fullcast
