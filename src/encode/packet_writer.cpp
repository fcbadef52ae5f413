#include "encode/packet_writer.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "encode/picture.h"

extern "C" {
#include <libavutil/intreadwrite.h>
}

namespace fullcast {

namespace {

const char* MuxerName(Format format) {
  switch (format) {
    case Format::kMp3:
      return "mp3";
    case Format::kOpus:
      return "opus";
    default:
      return "ipod";
  }
}

bool IsMpeg4(Format format) { return format == Format::kM4b || format == Format::kM4a; }

// A chpl box counts chapters, and the bytes of a title, in one byte.
bool FitNeroList(const std::vector<std::string>& titles) {
  constexpr std::size_t kMost = 255;
  return titles.size() <= kMost &&
         std::all_of(titles.begin(), titles.end(),
                     [](const std::string& title) { return title.size() <= kMost; });
}

void SetOption(AVDictionary** options, const char* key, const std::string& value) {
  libav::Check(av_dict_set(options, key, value.c_str(), 0), "muxer option");
}

// The chapter's memory belongs to the context, which frees it with av_freep.
void AddChapter(AVFormatContext& context, const ChapterMark& mark, std::int64_t end) {
  auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
  if (chapter == nullptr) throw std::bad_alloc();
  int count = static_cast<int>(context.nb_chapters);
  av_dynarray_add(&context.chapters, &count, chapter);
  context.nb_chapters = static_cast<unsigned>(count);
  chapter->id = count;
  chapter->time_base = AVRational{1, kSampleRateHz};
  chapter->start = mark.sample;
  chapter->end = end;
  SetOption(&chapter->metadata, "title", mark.title);
}

}  // namespace

PacketWriter::PacketWriter(Format format, const std::filesystem::path& path, Tags tags,
                           const EncoderSettings& settings, const std::vector<std::string>& titles)
    : format_(format),
      tags_(std::move(tags)),
      grid_(libav::GridOf(settings)),
      output_(path, MuxerName(format)),
      packet_(av_packet_alloc()),
      next_pts_(-static_cast<std::int64_t>(grid_.priming)) {
  if (!packet_) throw std::bad_alloc();
  if (!tags_.cover.empty()) libav::ReadPicture(tags_.cover);
  SetUpStream(settings);
  WriteHeader(titles);
}

void PacketWriter::SetUpStream(const EncoderSettings& settings) {
  AVStream& stream = output_.stream();
  const libav::CodecPtr encoder = libav::OpenEncoder(settings);
  libav::Check(avcodec_parameters_from_context(stream.codecpar, encoder.get()), "encoder");
  stream.codecpar->initial_padding = static_cast<int>(grid_.priming);
  stream.time_base = AVRational{1, grid_.rate_hz};
  if (settings.codec == Codec::kOpus) {
    constexpr int kPreSkipOffset = 10;  // in the identification header, RFC 7845
    AV_WL16(stream.codecpar->extradata + kPreSkipOffset, static_cast<std::uint16_t>(grid_.priming));
  }
}

// Leaves room ahead of the sound for what WriteTags() puts there, which would else move all of it.
void PacketWriter::WriteHeader(const std::vector<std::string>& titles) {
  AVDictionary* options = nullptr;
  const std::size_t tag_bytes = MostTagBytes(tags_, titles);
  if (IsMpeg4(format_)) {
    // Makes the muxer put a list of tags where they belong, behind the tracks.
    SetOption(&output_.context().metadata, "title", std::string(tag_bytes, ' '));
    SetOption(&options, "brand", format_ == Format::kM4b ? "M4B " : "M4A ");
    // In samples, or the edit list that hides the priming is rounded to milliseconds.
    SetOption(&options, "movie_timescale", std::to_string(grid_.rate_hz));
    SetOption(&options, "movflags", FitNeroList(titles) ? "faststart" : "faststart+disable_chpl");
  } else if (format_ == Format::kMp3) {
    output_.context().metadata_header_padding = static_cast<int>(tag_bytes);
    SetOption(&options, "id3v2_version", "4");
  }
  output_.Begin(options);
}

void PacketWriter::Write(const EncodedPiece& piece) {
  waiting_.clear();
  const char* bytes = piece.bytes.data();
  for (std::size_t i = 0; i < piece.packet_bytes.size(); ++i) {
    const std::string_view packet(bytes, piece.packet_bytes[i]);
    if (i < piece.frames) {
      WritePacket(packet, 0);
    } else {
      waiting_.emplace_back(packet);
    }
    bytes += packet.size();
  }
  samples_ += static_cast<std::int64_t>(piece.samples);
}

void PacketWriter::Finish(const std::vector<ChapterMark>& chapters) {
  const auto end = static_cast<std::int64_t>(grid_.frame * waiting_.size()) + next_pts_;
  const std::int64_t sound_end = samples_ * grid_.rate_hz / kSampleRateHz;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    WritePacket(waiting_[i], i + 1 < waiting_.size() ? 0 : end - sound_end);
  }
  if (IsMpeg4(format_)) {
    for (std::size_t i = 0; i < chapters.size(); ++i) {
      AddChapter(output_.context(), chapters[i],
                 i + 1 < chapters.size() ? chapters[i + 1].sample : samples_);
    }
  }
  output_.End();
  WriteTags(output_.temporary_path(), format_, tags_, chapters, samples_);
  output_.Commit();
}

// `left_out`: samples at the end of the packet that are not to be heard.
void PacketWriter::WritePacket(std::string_view bytes, std::int64_t left_out) {
  const auto frame = static_cast<std::int64_t>(grid_.frame);
  libav::FillPacket(*packet_, bytes);
  packet_->pts = packet_->dts = next_pts_;
  packet_->duration = frame - left_out;
  packet_->flags = AV_PKT_FLAG_KEY;
  next_pts_ += frame;
  if (left_out > 0 && format_ == Format::kMp3) {
    constexpr std::size_t kSkipBytes = 10;
    constexpr int kEndOffset = 4;
    std::uint8_t* skip =
        av_packet_new_side_data(packet_.get(), AV_PKT_DATA_SKIP_SAMPLES, kSkipBytes);
    if (skip == nullptr) throw std::bad_alloc();
    std::memset(skip, 0, kSkipBytes);
    AV_WL32(skip, static_cast<std::uint32_t>(grid_.priming));
    AV_WL32(skip + kEndOffset, static_cast<std::uint32_t>(left_out));
  }
  output_.Write(*packet_);
}

}  // namespace fullcast
