#include "encode/aac_encoder.h"

#include <algorithm>
#include <cassert>
#include <cerrno>

#include "encode/libav.h"

namespace fullcast {

namespace {

// Takes all packets that the encoder has ready.
void DrainPackets(AVCodecContext& encoder, AVPacket& packet, EncodedPiece& piece) {
  for (;;) {
    const int code = avcodec_receive_packet(&encoder, &packet);
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    libav::Check(code, "AAC encoder");
    piece.packet_bytes.push_back(static_cast<std::uint32_t>(packet.size));
    piece.bytes.append(reinterpret_cast<const char*>(packet.data),
                       static_cast<std::size_t>(packet.size));
    av_packet_unref(&packet);
  }
}

}  // namespace

EncodedPiece EncodeAac(const Samples& samples, const EncoderSettings& settings) {
  assert(!samples.empty() && samples.size() % kAacFrameSamples == 0);
  const libav::CodecPtr encoder = libav::OpenAacEncoder(settings.bit_rate);
  const libav::FramePtr frame(av_frame_alloc());
  const libav::PacketPtr packet(av_packet_alloc());
  if (!frame || !packet) throw std::bad_alloc();
  EncodedPiece piece;
  piece.frames = samples.size() / kAacFrameSamples;
  piece.packet_bytes.reserve(piece.frames + 1);
  for (std::size_t start = 0; start < samples.size(); start += kAacFrameSamples) {
    frame->nb_samples = static_cast<int>(kAacFrameSamples);
    frame->format = encoder->sample_fmt;
    frame->sample_rate = encoder->sample_rate;
    libav::Check(av_channel_layout_copy(&frame->ch_layout, &encoder->ch_layout), "AAC encoder");
    libav::Check(av_frame_get_buffer(frame.get(), 0), "AAC encoder");
    std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(start), kAacFrameSamples,
                reinterpret_cast<float*>(frame->data[0]));
    frame->pts = static_cast<std::int64_t>(start);
    libav::Check(avcodec_send_frame(encoder.get(), frame.get()), "AAC encoder");
    av_frame_unref(frame.get());
    DrainPackets(*encoder, *packet, piece);
  }
  libav::Check(avcodec_send_frame(encoder.get(), nullptr), "AAC encoder");
  DrainPackets(*encoder, *packet, piece);
  if (piece.packet_bytes.size() != piece.frames + 1) {
    throw Error("the AAC encoder gave " + std::to_string(piece.packet_bytes.size()) +
                " packets for " + std::to_string(piece.frames) + " frames");
  }
  return piece;
}

std::string EncoderVersion() { return std::string("libavcodec ") + av_version_info(); }

}  // namespace fullcast
