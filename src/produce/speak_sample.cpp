#include "produce/speak_sample.h"

#include "audio/mixer.h"
#include "audio/profile.h"
#include "audio/trim.h"
#include "audio/wav_file.h"
#include "core/error.h"
#include "produce/piece_renderer.h"
#include "speech/engine_voices.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

void SpeakSample(const Utterance& utterance, const std::filesystem::path& path) {
  CheckVoice(utterance.voice);
  Speech speech = MakeSynthesizer()->Speak(utterance);
  if (!speech.defect.empty()) throw Error("this text can't be spoken: " + speech.defect);
  TrimSilence(speech.samples);
  const Profile profile;
  Mixer mixer;
  mixer.AddSpeech(speech.samples, GainDb(utterance.voice, profile));
  WriteWav(path, mixer.Finish(profile.peak_db, {}), WavFormat::kInt16);
}

}  // namespace fullcast
