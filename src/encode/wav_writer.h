// PCM to WAV.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/file.h"
#include "encode/audio_writer.h"

namespace fullcast {

/// Writes RIFF/WAVE by hand, since no library at hand keeps both cue points and their labels beyond
/// 4 GB, where the file becomes RF64 (EBU Tech 3306): the room for its `ds64` chunk is kept free at
/// the front. Tags are a LIST of type INFO.
class WavWriter final : public AudioWriter {
 public:
  WavWriter(const std::filesystem::path& path, Tags tags, const EncoderSettings& settings);

  void Write(const EncodedPiece& piece) override;
  void Finish(const std::vector<ChapterMark>& chapters) override;
  [[nodiscard]] std::int64_t samples() const override { return samples_; }

 private:
  AtomicFile file_;
  Tags tags_;
  int rate_hz_;
  std::uint64_t data_bytes_ = 0;
  std::int64_t samples_ = 0;
};

/// Whether a cue point, which counts in 32 bits, can tell this sample (at kSampleRateHz) of a file
/// with this rate.
bool IsCuePosition(std::int64_t sample, int rate_hz);

/// Cue points and their labels. Chapters behind the last IsCuePosition() are left out.
std::string CueChunks(const std::vector<ChapterMark>& chapters, int rate_hz);

/// The front of a WAV file of 16 bits mono, up to its samples: RIFF, or RF64 where a size is above
/// 32 bits. `behind_bytes` stand behind the samples.
std::string WavHeader(int rate_hz, std::uint64_t data_bytes, std::uint64_t behind_bytes);

}  // namespace fullcast
