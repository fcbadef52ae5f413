#include "encode/flac_writer.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "encode/codec.h"
#include "encode/picture.h"

namespace fullcast {

namespace {

constexpr std::size_t kSampleBytes = 2;

}  // namespace

FlacWriter::FlacWriter(const std::filesystem::path& path, Tags tags,
                       const EncoderSettings& settings)
    : tags_(std::move(tags)),
      output_(path, "flac"),
      encoder_(libav::OpenEncoder(settings)),
      frame_(av_frame_alloc()),
      packet_(av_packet_alloc()) {
  if (!frame_ || !packet_) throw std::bad_alloc();
  if (!tags_.cover.empty()) libav::ReadPicture(tags_.cover);
  AVStream& stream = output_.stream();
  libav::Check(avcodec_parameters_from_context(stream.codecpar, encoder_.get()), "FLAC encoder");
  stream.time_base = encoder_->time_base;
  output_.Begin(nullptr);
}

void FlacWriter::Write(const EncodedPiece& piece) {
  waiting_ += piece.bytes;
  const std::size_t frame_bytes = static_cast<std::size_t>(encoder_->frame_size) * kSampleBytes;
  std::size_t begin = 0;
  for (; waiting_.size() - begin >= frame_bytes; begin += frame_bytes) {
    EncodeFrame(std::string_view(waiting_).substr(begin, frame_bytes));
  }
  waiting_.erase(0, begin);
  samples_ += static_cast<std::int64_t>(piece.samples);
}

void FlacWriter::Finish(const std::vector<ChapterMark>& chapters) {
  if (!waiting_.empty()) EncodeFrame(waiting_);
  libav::Check(avcodec_send_frame(encoder_.get(), nullptr), "FLAC encoder");
  WritePackets();
  output_.End();
  WriteTags(output_.temporary_path(), Format::kFlac, tags_, chapters, samples_);
  output_.Commit();
}

void FlacWriter::EncodeFrame(std::string_view pcm) {
  frame_->nb_samples = static_cast<int>(pcm.size() / kSampleBytes);
  frame_->format = encoder_->sample_fmt;
  frame_->sample_rate = encoder_->sample_rate;
  libav::Check(av_channel_layout_copy(&frame_->ch_layout, &encoder_->ch_layout), "FLAC encoder");
  libav::Check(av_frame_get_buffer(frame_.get(), 0), "FLAC encoder");
  std::memcpy(frame_->data[0], pcm.data(), pcm.size());
  frame_->pts = next_pts_;
  next_pts_ += frame_->nb_samples;
  libav::Check(avcodec_send_frame(encoder_.get(), frame_.get()), "FLAC encoder");
  av_frame_unref(frame_.get());
  WritePackets();
}

void FlacWriter::WritePackets() {
  for (;;) {
    const int code = avcodec_receive_packet(encoder_.get(), packet_.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    libav::Check(code, "FLAC encoder");
    output_.Write(*packet_);
  }
}

}  // namespace fullcast
