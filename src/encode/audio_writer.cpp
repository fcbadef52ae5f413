#include "encode/audio_writer.h"

#include "encode/flac_writer.h"
#include "encode/packet_writer.h"
#include "encode/wav_writer.h"

namespace fullcast {

std::unique_ptr<AudioWriter> MakeWriter(Format format, const std::filesystem::path& path,
                                        const Tags& tags, const EncoderSettings& settings,
                                        const std::vector<std::string>& titles) {
  if (format == Format::kFlac) return std::make_unique<FlacWriter>(path, tags, settings);
  if (format == Format::kWav) return std::make_unique<WavWriter>(path, tags, settings);
  return std::make_unique<PacketWriter>(format, path, tags, settings, titles);
}

}  // namespace fullcast
