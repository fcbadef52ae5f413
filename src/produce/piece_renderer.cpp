#include "produce/piece_renderer.h"

#include <algorithm>
#include <cstdint>

#include "audio/mixer.h"
#include "audio/trim.h"

namespace fullcast {

namespace {

// The engine's mark stands before the pause that precedes a word, and may stand in the last
// milliseconds of the word before it.
std::size_t WordBegin(const SoundFinder& sound, std::size_t mark, std::size_t end) {
  const std::size_t settled = std::min(mark + SamplesIn(10), end);
  const std::size_t after_pause = sound.FirstIn(settled, end);
  return after_pause > settled ? after_pause : sound.FirstIn(mark, end);
}

// The words of the next line, which begins at `start`; `cut` samples before it were trimmed.
void AddWords(const Speech& speech, std::size_t cut, std::size_t start, RenderedPiece& rendered) {
  const auto line = static_cast<std::uint32_t>(rendered.lines.size());
  const SoundFinder sound(speech.samples);
  std::size_t least = 0;  // words are heard in the order they are written in
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    const WordMark& word = speech.words[i];
    const std::size_t next =
        i + 1 < speech.words.size() ? speech.words[i + 1].sample : speech.samples.size() + cut;
    const std::size_t begin = word.sample - std::min(word.sample, cut);
    const std::size_t end = std::min(next - std::min(next, cut), speech.samples.size());
    least = std::max(least, WordBegin(sound, std::min(begin, end), end));
    rendered.words.push_back({line, static_cast<std::uint32_t>(word.text_begin),
                              static_cast<std::uint32_t>(word.text_length),
                              static_cast<std::uint32_t>(start + least)});
  }
}

}  // namespace

double GainDb(const Voice& voice, const Profile& profile) {
  constexpr double kCalibratedLufs = -18;
  return voice.gain_db + profile.loudness_lufs - kCalibratedLufs;
}

RenderedPiece RenderPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                          const std::vector<EncoderSettings>& encoders) {
  RenderedPiece rendered;
  Mixer mixer;
  const std::size_t first = piece.lines.front().segment;
  for (const Line& line : piece.lines) {
    Speech speech = synthesizer.Speak(line.utterance);
    if (!speech.defect.empty())
      rendered.defects.push_back({0, line.segment - first, speech.defect});
    // What stands for text that can't be spoken is silence, and stays as long as it is.
    const std::size_t cut = speech.defect.empty() ? TrimSilence(speech.samples) : 0;
    const std::size_t start = mixer.position();
    AddWords(speech, cut, start, rendered);
    mixer.AddSpeech(speech.samples, GainDb(line.utterance.voice, profile));
    rendered.lines.push_back(
        {line.segment - first, start, speech.samples.size(), line.pause_samples});
    mixer.AddSilence(line.pause_samples);
  }
  const std::size_t planned = mixer.position();
  const Samples samples = mixer.Finish(profile.peak_db, {1, kJointSamples});
  rendered.lines.back().pause_samples += samples.size() - planned;
  rendered.loudness = MeasureLoudness(samples);
  for (const EncoderSettings& encoder : encoders)
    rendered.audio.push_back(Encode(samples, encoder));
  return rendered;
}

}  // namespace fullcast
