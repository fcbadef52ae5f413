#include "encode/encoder.h"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "encode/codec.h"
#include "encode/resample.h"

namespace fullcast {

namespace {

// Takes all packets that the encoder has ready.
void DrainPackets(AVCodecContext& encoder, AVPacket& packet, EncodedPiece& piece) {
  for (;;) {
    const int code = avcodec_receive_packet(&encoder, &packet);
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    libav::Check(code, "encoder");
    piece.packet_bytes.push_back(static_cast<std::uint32_t>(packet.size));
    piece.bytes.append(reinterpret_cast<const char*>(packet.data),
                       static_cast<std::size_t>(packet.size));
    av_packet_unref(&packet);
  }
}

// The samples of a frame, times a gain; silence where there are none.
void FillFrame(std::span<const float> samples, float gain, float* frame,
               std::size_t frame_samples) {
  float* const end = std::transform(samples.begin(), samples.end(), frame,
                                    [gain](float sample) { return sample * gain; });
  std::fill(end, frame + frame_samples, 0.0F);
}

// Encodes the sound, at the grid's rate, with silence around it: that of its lead-in, what fills
// its last frame, and as much behind it as the decoder is late.
void EncodeFrames(std::span<const float> samples, float gain, const libav::PacketGrid& grid,
                  AVCodecContext& encoder, EncodedPiece& piece) {
  const libav::FramePtr frame(av_frame_alloc());
  const libav::PacketPtr packet(av_packet_alloc());
  if (!frame || !packet) throw std::bad_alloc();
  const std::size_t frames = grid.lead_in + piece.frames + grid.Overlap() + 1;
  for (std::size_t number = 0; number < frames; ++number) {
    const std::size_t begin = number < grid.lead_in
                                  ? samples.size()
                                  : std::min((number - grid.lead_in) * grid.frame, samples.size());
    frame->nb_samples = static_cast<int>(grid.frame);
    frame->format = encoder.sample_fmt;
    frame->sample_rate = encoder.sample_rate;
    libav::Check(av_channel_layout_copy(&frame->ch_layout, &encoder.ch_layout), "encoder");
    libav::Check(av_frame_get_buffer(frame.get(), 0), "encoder");
    FillFrame(samples.subspan(begin, std::min(grid.frame, samples.size() - begin)), gain,
              reinterpret_cast<float*>(frame->data[0]), grid.frame);
    frame->pts = static_cast<std::int64_t>(number * grid.frame);
    libav::Check(avcodec_send_frame(&encoder, frame.get()), "encoder");
    av_frame_unref(frame.get());
    DrainPackets(encoder, *packet, piece);
  }
  libav::Check(avcodec_send_frame(&encoder, nullptr), "encoder");
  DrainPackets(encoder, *packet, piece);
}

// Drops the packets that hold nothing of the piece any more.
void KeepPackets(std::size_t count, EncodedPiece& piece) {
  if (piece.packet_bytes.size() < count) {
    throw Error("the encoder gave " + std::to_string(piece.packet_bytes.size()) +
                " packets where " + std::to_string(count) + " were expected");
  }
  while (piece.packet_bytes.size() > count) {
    piece.bytes.resize(piece.bytes.size() - piece.packet_bytes.back());
    piece.packet_bytes.pop_back();
  }
}

EncodedPiece EncodePcm(std::span<const float> samples, const EncoderSettings& settings) {
  constexpr float kFullScale = 32768.0F;
  EncodedPiece piece;
  piece.samples = samples.size();
  for (const float sample : Resample(samples, settings.sample_rate_hz)) {
    const long value = std::clamp(std::lrint(sample * kFullScale), -32768L, 32767L);
    piece.bytes += static_cast<char>(value & 0xFF);
    piece.bytes += static_cast<char>((value >> 8) & 0xFF);
  }
  piece.packet_bytes.push_back(static_cast<std::uint32_t>(piece.bytes.size()));
  piece.frames = 1;
  return piece;
}

}  // namespace

std::string_view NameOf(Codec codec) {
  switch (codec) {
    case Codec::kAac:
      return "aac";
    case Codec::kMp3:
      return "mp3";
    case Codec::kOpus:
      return "opus";
    case Codec::kPcm:
      break;
  }
  return "pcm";
}

std::size_t FrameSamples(const EncoderSettings& settings) {
  return settings.codec == Codec::kPcm ? 1 : libav::GridOf(settings).FrameAtSource();
}

EncodedPiece Encode(std::span<const float> samples, const EncoderSettings& settings) {
  if (settings.codec == Codec::kPcm) return EncodePcm(samples, settings);
  const libav::PacketGrid grid = libav::GridOf(settings);
  const std::size_t step = FrameSamples(settings);
  EncodedPiece piece;
  piece.frames = (samples.size() + step - 1) / step;
  piece.samples = piece.frames * step;
  Samples resampled;
  if (grid.rate_hz != kSampleRateHz) {
    Samples whole(samples.begin(), samples.end());
    whole.resize(piece.samples);
    resampled = Resample(whole, grid.rate_hz);
    samples = resampled;
  }
  const libav::CodecPtr encoder = libav::OpenEncoder(settings);
  EncodeFrames(samples, 1 / libav::ScaleOfEncoder(settings), grid, *encoder, piece);
  KeepPackets(piece.frames + grid.Overlap(), piece);
  return piece;
}

// AAC at a constant quality and MP3 lift them by less than a limiter keeps in hand.
double UsualLiftDb(const EncoderSettings& settings) {
  constexpr double kAacLibraryDb = 0.4;
  constexpr double kOpusDb = 0.42;  // at this bit rate
  constexpr double kQuickOpusDb = 0.58;
  constexpr double kOpusBitRate = 48'000;
  constexpr double kHalvingBitRate = 16'000;  // so much more halves it
  if (settings.codec == Codec::kAac) return settings.search == Search::kLibrary ? kAacLibraryDb : 0;
  if (settings.codec != Codec::kOpus) return 0;
  return (settings.search == Search::kQuick ? kQuickOpusDb : kOpusDb) *
         std::exp2((kOpusBitRate - settings.bit_rate) / kHalvingBitRate);
}

std::string EncoderVersion() { return std::string("libavcodec ") + av_version_info(); }

}  // namespace fullcast
