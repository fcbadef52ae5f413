#include "produce/piece_key.h"

#include "core/hash.h"
#include "core/json.h"
#include "speech/espeak_synthesizer.h"

namespace fullcast {

namespace {

// Raised whenever fullcast's own code makes other sound, or keeps it in another form.
constexpr int kSoundVersion = 1;

}  // namespace

std::string PieceKey(const Piece& piece, const Profile& profile, const EncoderSettings& encoder) {
  JsonWriter json;
  json.BeginArray().Integer(kSoundVersion).String(EngineVersion()).String(EncoderVersion());
  json.Integer(encoder.bit_rate).Number(profile.loudness_lufs).Number(profile.peak_db);
  for (const Line& line : piece.lines) {
    const Voice& voice = line.utterance.voice;
    json.Integer(static_cast<std::int64_t>(line.segment - piece.lines.front().segment));
    json.String(line.utterance.text);
    json.Integer(static_cast<std::int64_t>(line.pause_samples));
    json.String(voice.engine_voice).String(voice.variant).Integer(voice.pitch);
    json.Integer(voice.pitch_range).Integer(voice.rate_wpm).Number(voice.gain_db);
  }
  return ContentHash(json.EndArray().Text());
}

}  // namespace fullcast
