#include "produce/casting/speak_sample.h"

#include "audio/clean_speech.h"
#include "audio/mixer.h"
#include "audio/wav_file.h"
#include "core/error.h"
#include "produce/pieces/piece_renderer.h"
#include "speech/engine_voices.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

void SpeakSample(const Utterance& utterance, const Profile& profile,
                 const std::filesystem::path& path) {
  CheckVoice(utterance.voice);
  Speech speech = MakeSynthesizer()->Speak(utterance);
  if (!speech.defect.empty()) throw Error("this text can't be spoken: " + speech.defect);
  CleanSpeech(speech.samples, profile);
  Mixer mixer;
  mixer.AddSpeech(speech.samples, GainDb(utterance.voice, profile));
  WriteWav(path, mixer.Finish(profile, {}), WavFormat::kInt16);
}

}  // namespace fullcast
