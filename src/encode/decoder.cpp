#include "encode/decoder.h"

#include <cassert>
#include <cerrno>
#include <cstring>

#include "encode/codec.h"

namespace fullcast {

namespace {

// Takes all sound that the decoder has ready: one channel, interleaved or not.
void DrainFrames(AVCodecContext& decoder, AVFrame& frame, Samples& samples) {
  for (;;) {
    const int code = avcodec_receive_frame(&decoder, &frame);
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    libav::Check(code, "decoder");
    assert(frame.format == AV_SAMPLE_FMT_FLTP || frame.format == AV_SAMPLE_FMT_FLT);
    const auto* const first = reinterpret_cast<const float*>(frame.data[0]);
    samples.insert(samples.end(), first, first + frame.nb_samples);
    av_frame_unref(&frame);
  }
}

// Copies the bytes into a packet of libav's own, padded as its decoders want it.
void FillPacket(AVPacket& packet, const char* bytes, std::size_t size) {
  libav::Check(av_new_packet(&packet, static_cast<int>(size)), "decoder");
  std::memcpy(packet.data, bytes, size);
}

}  // namespace

int DecodedRateHz(const EncoderSettings& settings) { return libav::GridOf(settings).rate_hz; }

Samples Decode(const EncodedPiece& piece, const EncoderSettings& settings) {
  const libav::CodecPtr decoder = libav::OpenDecoder(settings);
  const libav::FramePtr frame(av_frame_alloc());
  const libav::PacketPtr packet(av_packet_alloc());
  if (!frame || !packet) throw std::bad_alloc();
  const libav::PacketGrid grid = libav::GridOf(settings);
  Samples samples;
  samples.reserve(piece.packet_bytes.size() * grid.frame);
  const char* bytes = piece.bytes.data();
  for (const std::uint32_t size : piece.packet_bytes) {
    FillPacket(*packet, bytes, size);
    bytes += size;
    libav::Check(avcodec_send_packet(decoder.get(), packet.get()), "decoder");
    av_packet_unref(packet.get());
    DrainFrames(*decoder, *frame, samples);
  }
  libav::Check(avcodec_send_packet(decoder.get(), nullptr), "decoder");
  DrainFrames(*decoder, *frame, samples);
  return samples;
}

}  // namespace fullcast
