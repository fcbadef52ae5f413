#include "audio/clean_speech.h"

#include "audio/high_pass.h"
#include "audio/trim.h"

namespace fullcast {

std::size_t CleanSpeech(Samples& samples, const Profile& profile) {
  if (profile.high_pass_hz > 0) HighPass(profile.high_pass_hz).Process(samples);
  return TrimSilence(samples);
}

}  // namespace fullcast
