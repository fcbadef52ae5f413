#include "encode/encoder.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <iterator>

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

// The same sound with silence around it, that of its lead-in and as much behind it as the decoder
// is late; times a gain.
Samples WithinSilence(const Samples& samples, float gain, const libav::PacketGrid& grid) {
  Samples padded(grid.lead_in * grid.frame);
  padded.reserve(samples.size() + (grid.lead_in + grid.Overlap() + 1) * grid.frame);
  std::transform(samples.begin(), samples.end(), std::back_inserter(padded),
                 [gain](float sample) { return sample * gain; });
  padded.resize(padded.size() + (grid.Overlap() + 1) * grid.frame);
  return padded;
}

void EncodeFrames(const Samples& samples, AVCodecContext& encoder, std::size_t frame_samples,
                  EncodedPiece& piece) {
  const libav::FramePtr frame(av_frame_alloc());
  const libav::PacketPtr packet(av_packet_alloc());
  if (!frame || !packet) throw std::bad_alloc();
  for (std::size_t start = 0; start < samples.size(); start += frame_samples) {
    frame->nb_samples = static_cast<int>(frame_samples);
    frame->format = encoder.sample_fmt;
    frame->sample_rate = encoder.sample_rate;
    libav::Check(av_channel_layout_copy(&frame->ch_layout, &encoder.ch_layout), "encoder");
    libav::Check(av_frame_get_buffer(frame.get(), 0), "encoder");
    std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(start), frame_samples,
                reinterpret_cast<float*>(frame->data[0]));
    frame->pts = static_cast<std::int64_t>(start);
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

EncodedPiece EncodePcm(const Samples& samples, const EncoderSettings& settings) {
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

EncodedPiece Encode(const Samples& samples, const EncoderSettings& settings) {
  if (settings.codec == Codec::kPcm) return EncodePcm(samples, settings);
  const libav::PacketGrid grid = libav::GridOf(settings);
  const std::size_t step = FrameSamples(settings);
  EncodedPiece piece;
  piece.frames = (samples.size() + step - 1) / step;
  piece.samples = piece.frames * step;
  Samples whole = samples;
  whole.resize(piece.samples);
  const libav::CodecPtr encoder = libav::OpenEncoder(settings);
  const float gain = 1 / libav::ScaleOfEncoder(settings);
  EncodeFrames(WithinSilence(Resample(whole, grid.rate_hz), gain, grid), *encoder, grid.frame,
               piece);
  KeepPackets(piece.frames + grid.Overlap(), piece);
  return piece;
}

std::string EncoderVersion() { return std::string("libavcodec ") + av_version_info(); }

}  // namespace fullcast
