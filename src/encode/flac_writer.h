// PCM to FLAC.
#pragma once

#include "encode/audio_writer.h"
#include "encode/output_file.h"

namespace fullcast {

/// Compresses pieces as they come (at over a thousand times real time, so that nothing is gained by
/// compressing them apart); the header has their number of samples and their MD5.
class FlacWriter final : public AudioWriter {
 public:
  FlacWriter(const std::filesystem::path& path, Tags tags, const EncoderSettings& settings);

  void Write(const EncodedPiece& piece) override;
  void Finish(const std::vector<ChapterMark>& chapters) override;
  [[nodiscard]] std::int64_t samples() const override { return samples_; }

 private:
  void EncodeFrame(std::string_view pcm);
  void WritePackets();

  Tags tags_;
  libav::OutputFile output_;
  libav::CodecPtr encoder_;
  libav::FramePtr frame_;
  libav::PacketPtr packet_;
  std::string waiting_;  // less than a frame
  std::int64_t next_pts_ = 0;
  std::int64_t samples_ = 0;
};

}  // namespace fullcast
