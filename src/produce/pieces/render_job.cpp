#include "produce/pieces/render_job.h"

#include <memory>
#include <optional>
#include <utility>

#include "core/bytes.h"
#include "core/hash.h"
#include "speech/espeak_engine.h"
#include "speech/utterance_bytes.h"

namespace fullcast {

namespace {

// Raised whenever fullcast's own code makes other sound, or keeps it in another form.
constexpr int kSoundVersion = 17;

void Put(ByteWriter& writer, const std::optional<double>& level_db) {
  writer.Put(level_db.has_value()).Put(level_db.value_or(0));
}

std::optional<double> GetLevel(ByteReader& reader) {
  const bool is_there = reader.Get<bool>();
  const auto level_db = reader.Get<double>();
  return is_there ? std::optional(level_db) : std::nullopt;
}

// Pauses and sample rate are in the piece and in the encoder's settings.
void Put(ByteWriter& writer, const Profile& profile) {
  Put(writer, profile.loudness_lufs);
  Put(writer, profile.room_tone_db);
  writer.Put(profile.peak_db).Put(profile.makeup_db).Put(profile.high_pass_hz);
}

Profile GetProfile(ByteReader& reader) {
  Profile profile;
  profile.loudness_lufs = GetLevel(reader);
  profile.room_tone_db = GetLevel(reader);
  profile.peak_db = reader.Get<double>();
  profile.makeup_db = reader.Get<double>();
  profile.high_pass_hz = reader.Get<double>();
  return profile;
}

void Put(ByteWriter& writer, const Line& line, std::size_t first_segment) {
  writer.Put(line.segment - first_segment);
  Put(writer, line.utterance);
  writer.Put(line.pause_samples).PutAll(line.sound ? *line.sound : Samples());
}

Line GetLine(ByteReader& reader) {
  Line line;
  line.segment = reader.Get<std::size_t>();
  line.utterance = GetUtterance(reader);
  line.pause_samples = reader.Get<std::size_t>();
  Samples sound = reader.GetAll<float>();
  if (!sound.empty()) line.sound = std::make_shared<const Samples>(std::move(sound));
  return line;
}

}  // namespace

std::string Serialize(const RenderJob& job) {
  ByteWriter writer;
  Put(writer, job.profile);
  writer.Put(job.encoders.size());
  for (const EncoderSettings& encoder : job.encoders) {
    writer.Put(encoder.codec).Put(encoder.bit_rate).Put(encoder.sample_rate_hz);
    writer.Put(encoder.quality).Put(encoder.search);
  }
  writer.Put(job.piece.lines.size());
  for (const Line& line : job.piece.lines) Put(writer, line, job.piece.lines.front().segment);
  return writer.Take();
}

RenderJob DeserializeRenderJob(std::string_view bytes) {
  ByteReader reader(bytes);
  RenderJob job;
  job.profile = GetProfile(reader);
  const std::size_t encoders = reader.GetCount(1);
  for (std::size_t i = 0; i < encoders; ++i) {
    EncoderSettings encoder;
    encoder.codec = reader.Get<Codec>();
    encoder.bit_rate = reader.Get<int>();
    encoder.sample_rate_hz = reader.Get<int>();
    encoder.quality = reader.Get<int>();
    encoder.search = reader.Get<Search>();
    job.encoders.push_back(encoder);
  }
  const std::size_t lines = reader.GetCount(1);
  for (std::size_t i = 0; i < lines; ++i) job.piece.lines.push_back(GetLine(reader));
  reader.ExpectEnd();
  return job;
}

std::string SoundVersions() {
  return std::to_string(kSoundVersion) + ", " + EngineVersion() + ", " + EncoderVersion();
}

std::string PieceKey(std::string_view job, std::string_view sound_versions) {
  ByteWriter writer;
  writer.PutText(sound_versions).PutText(job);
  return ContentHash(writer.Take());
}

}  // namespace fullcast
