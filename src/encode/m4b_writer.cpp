#include "encode/m4b_writer.h"

#include <string_view>

#include "core/file.h"
#include "encode/libav.h"
#include "encode/picture.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostNeroChapters = 255;  // the count of a chpl box is one byte

void SetTag(AVDictionary** dictionary, const char* key, const std::string& value) {
  if (!value.empty()) libav::Check(av_dict_set(dictionary, key, value.c_str(), 0), "tags");
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
  SetTag(&chapter->metadata, "title", mark.title);
}

}  // namespace

class M4bWriter::Impl {
 public:
  Impl(const std::filesystem::path& path, const Tags& tags, const EncoderSettings& settings,
       std::size_t chapter_count)
      : name_(path.string()), file_(path), packet_(av_packet_alloc()) {
    if (!packet_) throw std::bad_alloc();
    const std::string temporary = file_.temporary_path().string();
    AVFormatContext* context = nullptr;
    libav::Check(avformat_alloc_output_context2(&context, nullptr, "ipod", temporary.c_str()),
                 "MPEG-4 muxer");
    output_.reset(context);
    AddAudioStream(settings);
    if (!tags.cover.empty()) AddCoverStream(tags.cover);
    SetTags(tags);
    libav::Check(avio_open(&output_->pb, temporary.c_str(), AVIO_FLAG_WRITE),
                 "cannot write " + name_);
    WriteHeader(chapter_count);
    if (!tags.cover.empty()) WriteCover(tags.cover);
  }

  void Write(const EncodedPiece& piece) {
    const char* bytes = piece.bytes.data();
    for (std::size_t i = 0; i < piece.packet_bytes.size(); ++i) {
      const std::size_t size = piece.packet_bytes[i];
      // The last packet waits: the next piece's first one takes its place.
      if (i + 1 < piece.packet_bytes.size()) {
        WritePacket({bytes, size});
      } else {
        last_packet_.assign(bytes, size);
      }
      bytes += size;
    }
    samples_ += static_cast<std::int64_t>(piece.frames * kAacFrameSamples);
  }

  void Finish(const std::vector<ChapterMark>& chapters) {
    WritePacket(last_packet_);
    for (std::size_t i = 0; i < chapters.size(); ++i) {
      AddChapter(*output_, chapters[i],
                 i + 1 < chapters.size() ? chapters[i + 1].sample : samples_);
    }
    libav::Check(av_write_trailer(output_.get()), "cannot write " + name_);
    avio_flush(output_->pb);
    libav::Check(output_->pb->error, "cannot write " + name_);
    libav::Check(avio_closep(&output_->pb), "cannot write " + name_);
    file_.Commit();
  }

  [[nodiscard]] std::int64_t samples() const { return samples_; }

 private:
  AVStream& AddStream() {
    AVStream* stream = avformat_new_stream(output_.get(), nullptr);
    if (stream == nullptr) throw std::bad_alloc();
    return *stream;
  }

  void AddAudioStream(const EncoderSettings& settings) {
    AVStream& stream = AddStream();
    const libav::CodecPtr encoder = libav::OpenAacEncoder(settings.bit_rate);
    libav::Check(avcodec_parameters_from_context(stream.codecpar, encoder.get()), "AAC encoder");
    stream.codecpar->initial_padding = static_cast<int>(kAacFrameSamples);
    stream.time_base = AVRational{1, kSampleRateHz};
  }

  void AddCoverStream(const std::string& cover) {
    AVStream& stream = AddStream();
    stream.codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
    const libav::Picture picture = libav::ReadPicture(cover);
    stream.codecpar->codec_id = picture.codec;
    stream.codecpar->width = picture.width;
    stream.codecpar->height = picture.height;
    stream.disposition = AV_DISPOSITION_ATTACHED_PIC;
  }

  void SetTags(const Tags& tags) {
    AVDictionary** metadata = &output_->metadata;
    SetTag(metadata, "title", tags.book.title);
    SetTag(metadata, "album", tags.book.title);
    SetTag(metadata, "artist", tags.book.author);
    SetTag(metadata, "album_artist", tags.book.author);
    SetTag(metadata, "composer", tags.book.narrator);  // where players look for the narrator
    SetTag(metadata, "date", tags.book.year);
    SetTag(metadata, "genre", tags.book.genre.empty() ? "Audiobook" : tags.book.genre);
    SetTag(metadata, "description", tags.book.description);
    SetTag(metadata, "synopsis", tags.book.description);
    SetTag(metadata, "grouping", tags.book.series);
    SetTag(metadata, "comment", tags.comment);
    SetTag(metadata, "media_type", "2");  // audiobook
    SetTag(metadata, "gapless_playback", "1");
  }

  void WriteHeader(std::size_t chapter_count) {
    AVDictionary* options = nullptr;
    SetTag(&options, "brand", "M4B ");
    // In samples, or the edit list that hides the priming is rounded to milliseconds.
    SetTag(&options, "movie_timescale", std::to_string(kSampleRateHz));
    SetTag(&options, "movflags",
           chapter_count > kMostNeroChapters ? "faststart+disable_chpl" : "faststart");
    const int code = avformat_write_header(output_.get(), &options);
    av_dict_free(&options);
    libav::Check(code, "cannot write " + name_);
  }

  void WriteCover(const std::string& cover) { WriteBytes(cover, 1, 0, 0); }

  void WritePacket(std::string_view bytes) {
    WriteBytes(bytes, 0, next_pts_, static_cast<std::int64_t>(kAacFrameSamples));
    next_pts_ += static_cast<std::int64_t>(kAacFrameSamples);
  }

  void WriteBytes(std::string_view bytes, int stream, std::int64_t pts, std::int64_t duration) {
    libav::FillPacket(*packet_, bytes);
    packet_->stream_index = stream;
    packet_->pts = packet_->dts = pts;
    packet_->duration = duration;
    packet_->flags = AV_PKT_FLAG_KEY;
    const int code = av_write_frame(output_.get(), packet_.get());
    av_packet_unref(packet_.get());
    libav::Check(code, "cannot write " + name_);
    libav::Check(output_->pb->error, "cannot write " + name_);
  }

  std::string name_;
  AtomicFile file_;
  libav::OutputPtr output_;  // closed before file_ deletes what was not committed
  libav::PacketPtr packet_;
  std::string last_packet_;
  std::int64_t next_pts_ = -static_cast<std::int64_t>(kAacFrameSamples);  // the priming
  std::int64_t samples_ = 0;
};

M4bWriter::M4bWriter(const std::filesystem::path& path, const Tags& tags,
                     const EncoderSettings& settings, std::size_t chapter_count)
    : impl_(std::make_unique<Impl>(path, tags, settings, chapter_count)) {}

M4bWriter::~M4bWriter() = default;

void M4bWriter::Write(const EncodedPiece& piece) { impl_->Write(piece); }

void M4bWriter::Finish(const std::vector<ChapterMark>& chapters) { impl_->Finish(chapters); }

std::int64_t M4bWriter::samples() const { return impl_->samples(); }

}  // namespace fullcast
