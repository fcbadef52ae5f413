// AAC, MP3 and Opus into their containers.
#pragma once

#include <string>

#include "encode/audio_writer.h"
#include "encode/codec.h"
#include "encode/output_file.h"

namespace fullcast {

/// Joins the packets of pieces: the first ones of each take the place of the last ones of the piece
/// before it (see EncodedPiece).
class PacketWriter final : public AudioWriter {
 public:
  PacketWriter(Format format, const std::filesystem::path& path, Tags tags,
               const EncoderSettings& settings, const std::vector<std::string>& titles);

  void Write(const EncodedPiece& piece) override;
  void Finish(const std::vector<ChapterMark>& chapters) override;
  [[nodiscard]] std::int64_t samples() const override { return samples_; }

 private:
  void SetUpStream(const EncoderSettings& settings);
  void WriteHeader(const std::vector<std::string>& titles);
  void WritePacket(std::string_view bytes, std::int64_t left_out);

  Format format_;
  Tags tags_;
  libav::PacketGrid grid_;
  libav::OutputFile output_;
  libav::PacketPtr packet_;
  std::vector<std::string> waiting_;  // packets that the next piece's first ones will replace
  std::int64_t next_pts_ = 0;         // at the codec's own rate, below 0 in the priming
  std::int64_t samples_ = 0;
};

}  // namespace fullcast
