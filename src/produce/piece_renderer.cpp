#include "produce/piece_renderer.h"

#include <utility>

#include "audio/mixer.h"
#include "audio/trim.h"

namespace fullcast {

double GainDb(const Voice& voice, const Profile& profile) {
  constexpr double kCalibratedLufs = -18;
  return voice.gain_db + profile.loudness_lufs - kCalibratedLufs;
}

RenderedPiece RenderPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                          const EncoderSettings& encoder) {
  RenderedPiece rendered;
  Mixer mixer;
  const std::size_t first = piece.lines.front().segment;
  for (const Line& line : piece.lines) {
    Speech speech = synthesizer.Speak(line.utterance);
    if (!speech.defect.empty())
      rendered.defects.push_back({0, line.segment - first, speech.defect});
    // What stands for text that can't be spoken is silence, and stays as long as it is.
    if (speech.defect.empty()) TrimSilence(speech.samples);
    const std::size_t start = mixer.position();
    mixer.AddSpeech(speech.samples, GainDb(line.utterance.voice, profile));
    rendered.lines.push_back(
        {line.segment - first, start, speech.samples.size(), line.pause_samples});
    mixer.AddSilence(line.pause_samples);
  }
  const std::size_t planned = mixer.position();
  const Samples samples = mixer.Finish(profile.peak_db, {1, kJointSamples});
  rendered.loudness = MeasureLoudness(samples);
  rendered.audio = Encode(samples, encoder);
  rendered.lines.back().pause_samples += rendered.audio.samples - planned;
  return rendered;
}

}  // namespace fullcast
