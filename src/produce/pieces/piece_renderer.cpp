#include "produce/pieces/piece_renderer.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "audio/clean_speech.h"
#include "audio/limiter.h"
#include "audio/mixer.h"
#include "audio/trim.h"
#include "audio/true_peak.h"
#include "audio/whisper.h"
#include "encode/decoder.h"

namespace fullcast {

namespace {

// The engine marks a word before the pause that precedes it, and its first phoneme behind. Where
// there is no pause the mark is right: a vowel that glides on from the word before is said to begin
// when the glide is over.
std::size_t WordBegin(const SoundFinder& sound, std::size_t mark, std::size_t first_phoneme) {
  return sound.HasSilence(mark, first_phoneme) ? first_phoneme : mark;
}

// The words of the next line, which begins at `start`; `cut` samples before it were trimmed.
void AddWords(const Speech& speech, std::size_t cut, std::size_t start, MixedPiece& mixed) {
  const auto line = static_cast<std::uint32_t>(mixed.lines.size());
  const SoundFinder sound(speech.samples);
  const auto trimmed = [&](std::size_t sample) {
    return std::min(sample - std::min(sample, cut), speech.samples.size());
  };
  std::size_t least = 0;  // words are heard in the order they are written in
  for (const WordMark& word : speech.words) {
    least = std::max(least, WordBegin(sound, trimmed(word.sample), trimmed(word.first_phoneme)));
    mixed.words.push_back({line, static_cast<std::uint32_t>(word.text_begin),
                           static_cast<std::uint32_t>(word.text_length),
                           static_cast<std::uint32_t>(start + least)});
  }
}

// The gain of the voice, less for a line that would jump out.
double LineGainDb(const Samples& speech, const Voice& voice, const Profile& profile) {
  const double gain_db = GainDb(voice, profile);
  const std::optional<double> lufs = LineLufs(speech);
  if (!lufs || !profile.loudness_lufs) return gain_db;
  const double target = *profile.loudness_lufs + profile.makeup_db;
  return gain_db - HeldBackDb(*lufs + gain_db - target);
}

// About as long as the piece will be, rather more.
std::size_t ExpectedSamples(const Piece& piece) {
  constexpr double kMsPerByte = 80;  // of English text at 150 words a minute
  std::size_t samples = kJointSamples;
  for (const Line& line : piece.lines) {
    samples += line.pause_samples + (line.sound ? line.sound->size() : 0) +
               SamplesIn(kMsPerByte * static_cast<double>(line.utterance.text.size()));
  }
  return samples;
}

// The lines of a piece, spoken, cleaned, levelled and put in a row; their timings, words and
// defects go into `mixed`.
Mixer MixLines(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
               MixedPiece& mixed) {
  Mixer mixer;
  mixer.Expect(ExpectedSamples(piece));
  const std::size_t first = piece.lines.front().segment;
  for (const Line& line : piece.lines) {
    LineTiming timing;
    timing.segment = line.segment - first;
    timing.start_samples = mixer.position();
    timing.pause_samples = line.pause_samples;
    if (line.sound) {
      mixer.AddSpeech(*line.sound,
                      profile.loudness_lufs.value_or(kCalibratedLufs) - kCalibratedLufs);
      timing.pause_samples += line.sound->size();
    } else {
      Speech speech = synthesizer.Speak(line.utterance);
      if (!speech.defect.empty()) {
        mixed.defects.push_back({0, timing.segment, speech.defect, speech.may_pass});
      }
      if (speech.defect.empty()) Whisper(speech.samples, line.utterance.voice.whisper);
      // What stands for text that can't be spoken is silence, and stays as long as it is.
      const std::size_t cut = speech.defect.empty() ? CleanSpeech(speech.samples, profile) : 0;
      AddWords(speech, cut, timing.start_samples, mixed);
      mixer.AddSpeech(speech.samples, LineGainDb(speech.samples, line.utterance.voice, profile));
      timing.speech_samples = speech.samples.size();
    }
    mixed.lines.push_back(timing);
    mixer.AddSilence(line.pause_samples);
  }
  mixed.lines.back().pause_samples += mixer.EndInSilence(kJointSamples);
  return mixer;
}

// What was mixed, with silence behind it that fills any encoder's last frame.
class Master {
 public:
  Master(Mixer mixer, const Profile& profile, const std::vector<EncoderSettings>& encoders)
      : length_(mixer.position()) {
    std::size_t longest_frame = 1;
    for (const EncoderSettings& encoder : encoders) {
      longest_frame = std::max(longest_frame, FrameSamples(encoder));
    }
    mixer.AddSilence(longest_frame);
    samples_ = mixer.Take(profile, {1, 0});
  }

  [[nodiscard]] Samples Below(double ceiling_db) const { return Limited(samples_, ceiling_db); }

  // Samples of the sound alone.
  [[nodiscard]] std::size_t length() const { return length_; }

  // Packets of the first whole frames that hold it.
  [[nodiscard]] EncodedPiece Encoded(const Samples& below, const EncoderSettings& encoder) const {
    const std::size_t frame = FrameSamples(encoder);
    const std::size_t samples = (length_ + frame - 1) / frame * frame;
    return Encode(std::span(below).first(samples), encoder);
  }

 private:
  Samples samples_;
  std::size_t length_;
};

// Encodes the sound so that what is decoded keeps the ceiling: a codec's errors make peaks of their
// own, the higher the lower its bit rate. `below`: the master below the profile's own ceiling. Of
// the sound no more is held at a time than the master and what is encoded or decoded of it.
EncodedPiece EncodeBelowCeiling(const Master& master, Samples below, const Profile& profile,
                                const EncoderSettings& encoder) {
  constexpr int kMostRounds = 5;
  constexpr double kBelowCeilingDb = 0.1;  // the next round's errors are others
  const auto encode_below = [&](double ceiling_db) {
    if (ceiling_db != profile.peak_db) below = master.Below(ceiling_db);
    EncodedPiece encoded = master.Encoded(below, encoder);
    below = Samples();  // {} would keep the memory
    return encoded;
  };
  // Each round costs as much as the first: begun where most pieces need no second one.
  double lowered_db = profile.peak_db - UsualLiftDb(encoder);
  EncodedPiece encoded = encode_below(lowered_db);
  if (encoder.codec == Codec::kPcm) return encoded;
  for (int round = 1; round < kMostRounds; ++round) {
    const double excess_db =
        TruePeakDb(Decode(encoded, encoder), DecodedRateHz(encoder)) - profile.peak_db;
    if (excess_db <= 0) break;
    lowered_db -= excess_db + kBelowCeilingDb;
    encoded = encode_below(lowered_db);
  }
  return encoded;
}

}  // namespace

double GainDb(const Voice& voice, const Profile& profile) {
  if (!profile.loudness_lufs) return 0;
  return voice.gain_db + *profile.loudness_lufs - kCalibratedLufs + profile.makeup_db;
}

double HeldBackDb(double above_lu) {
  constexpr double kLetBeLu = 1.5;
  constexpr double kShare = 2.0 / 3.0;
  return kShare * std::max(0.0, above_lu - kLetBeLu);
}

MixedPiece MixPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                    std::size_t frame_samples) {
  MixedPiece mixed;
  Mixer mixer = MixLines(piece, synthesizer, profile, mixed);
  mixed.samples = mixer.Finish(profile, {frame_samples, kJointSamples});
  return mixed;
}

RenderedPiece RenderPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                          const std::vector<EncoderSettings>& encoders) {
  MixedPiece mixed;
  const Master master(MixLines(piece, synthesizer, profile, mixed), profile, encoders);
  Samples samples = master.Below(profile.peak_db);
  RenderedPiece rendered;
  // Of the sound ahead of any encoder, so that it does not depend on which ones were asked for.
  rendered.loudness = MeasureLoudness(std::span(samples).first(master.length()));
  for (const EncoderSettings& encoder : std::span(encoders).first(encoders.size() - 1)) {
    rendered.audio.push_back(EncodeBelowCeiling(master, samples, profile, encoder));
  }
  rendered.audio.push_back(
      EncodeBelowCeiling(master, std::move(samples), profile, encoders.back()));
  rendered.lines = std::move(mixed.lines);
  rendered.words = std::move(mixed.words);
  rendered.defects = std::move(mixed.defects);
  return rendered;
}

}  // namespace fullcast
