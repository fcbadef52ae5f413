#include "encode/audio_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <utility>

#include "core/interrupt.h"
#include "core/utf8.h"
#include "encode/libav.h"
#include "encode/picture.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

namespace fullcast {

namespace fs = std::filesystem;

namespace {

constexpr int kMostChannels = 8;
constexpr int kLeastRateHz = 1000;  // libebur128, too, measures none below 16 and above 2.8 MHz
constexpr int kMostRateHz = 768'000;

struct FreeResampler {
  void operator()(SwrContext* context) const { swr_free(&context); }
};

libav::InputPtr OpenInput(const fs::path& path) {
  libav::Silence();
  AVDictionary* options = nullptr;
  av_dict_set(&options, "protocol_whitelist", "file", 0);
  av_dict_set(&options, "format_whitelist",
              "mov,mp4,m4a,3gp,3g2,mj2,mp3,ogg,flac,wav,aac,aiff,w64,caf,matroska,webm,asf", 0);
  AVFormatContext* context = nullptr;
  const int code =
      avformat_open_input(&context, ("file:" + path.string()).c_str(), nullptr, &options);
  av_dict_free(&options);
  libav::Check(code, path.string() + " is no audio file that can be read");
  libav::InputPtr input(context);
  libav::Check(avformat_find_stream_info(context, nullptr), path.string());
  return input;
}

std::string ContainerName(const AVInputFormat& format) {
  const std::string name = format.name;
  return name.starts_with("mov,") ? "mp4" : name;
}

void AddTags(const AVDictionary* tags, std::map<std::string, std::string>& to) {
  const AVDictionaryEntry* tag = nullptr;
  while ((tag = av_dict_get(tags, "", tag, AV_DICT_IGNORE_SUFFIX)) != nullptr) {
    to.emplace(Lowercase(tag->key), tag->value);
  }
}

std::vector<FileChapter> ReadChapters(const AVFormatContext& context) {
  std::vector<FileChapter> chapters;
  for (unsigned i = 0; i < context.nb_chapters; ++i) {
    const AVChapter& chapter = *context.chapters[i];
    const AVDictionaryEntry* title = av_dict_get(chapter.metadata, "title", nullptr, 0);
    const double tick = av_q2d(chapter.time_base);
    chapters.push_back({title == nullptr ? "" : title->value,
                        static_cast<double>(chapter.start) * tick,
                        static_cast<double>(chapter.end) * tick});
  }
  return chapters;
}

void ReadCover(const AVFormatContext& context, AudioFileInfo& info) {
  for (unsigned i = 0; i < context.nb_streams; ++i) {
    const AVStream& stream = *context.streams[i];
    if ((stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) continue;
    info.cover = DescribeCover({reinterpret_cast<const char*>(stream.attached_pic.data),
                                static_cast<std::size_t>(stream.attached_pic.size)});
    return;
  }
}

// Ends that a table of beginnings does not tell.
void SetEnds(std::vector<FileChapter>& chapters, double duration_seconds) {
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    chapters[i].end_seconds =
        i + 1 < chapters.size() ? chapters[i + 1].begin_seconds : duration_seconds;
  }
}

void ReadLayout(const fs::path& path, AudioFileInfo& info) {
  if (info.container == "mp4") {
    info.mp4 = ReadMp4Layout(path);
    info.missing_bytes = info.mp4->missing_bytes;
  } else if (info.container == "wav") {
    WavLayout wav = ReadWavLayout(path, info.rate_hz);
    SetEnds(wav.chapters, info.duration_seconds);
    info.chapters = std::move(wav.chapters);
    info.missing_bytes = wav.missing_bytes;
  } else if (info.container == "ogg") {
    info.ends = HasOggEnd(path);
  }
}

}  // namespace

Cover DescribeCover(std::string bytes) {
  Cover cover;
  cover.bytes = std::move(bytes);
  try {
    const libav::Picture picture = libav::ReadPicture(cover.bytes);
    cover.kind = picture.codec == AV_CODEC_ID_PNG ? "png" : "jpeg";
    cover.width = picture.width;
    cover.height = picture.height;
  } catch (const Error&) {
    cover.kind.clear();
  }
  return cover;
}

struct AudioFile::State {
  libav::InputPtr input;
  AVStream* stream = nullptr;
  libav::CodecPtr decoder;
  libav::PacketPtr packet{av_packet_alloc()};
  libav::FramePtr frame{av_frame_alloc()};
  std::unique_ptr<SwrContext, FreeResampler> to_float;
  std::vector<float> samples;

  // False: there is no more sound.
  bool ReadPacket() const {
    for (;;) {
      ThrowIfInterrupted();
      av_packet_unref(packet.get());
      if (av_read_frame(input.get(), packet.get()) < 0) return false;
      if (packet->stream_index == stream->index) return true;
    }
  }

  void OpenDecoder(const AVCodec& codec) {
    decoder.reset(avcodec_alloc_context3(&codec));
    if (!decoder || !packet || !frame) throw std::bad_alloc();
    libav::Check(avcodec_parameters_to_context(decoder.get(), stream->codecpar), "decoder");
    decoder->pkt_timebase = stream->time_base;
    libav::Check(avcodec_open2(decoder.get(), &codec, nullptr), "decoder");
  }

  // The frame's samples, interleaved. False if they are not of the file's format.
  bool Convert(const AudioFileInfo& info) {
    if (frame->sample_rate != info.rate_hz || frame->ch_layout.nb_channels != info.channels) {
      return false;
    }
    if (!to_float) {
      SwrContext* made = nullptr;
      libav::Check(swr_alloc_set_opts2(
                       &made, &frame->ch_layout, AV_SAMPLE_FMT_FLT, info.rate_hz, &frame->ch_layout,
                       static_cast<AVSampleFormat>(frame->format), info.rate_hz, 0, nullptr),
                   "decoder");
      to_float.reset(made);
      libav::Check(swr_init(made), "decoder");
    }
    samples.resize(static_cast<std::size_t>(frame->nb_samples) *
                   static_cast<std::size_t>(info.channels));
    auto* out = reinterpret_cast<std::uint8_t*>(samples.data());
    std::array<const std::uint8_t*, kMostChannels> planes{};
    const bool planar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame->format)) != 0;
    std::copy_n(frame->extended_data, planar ? info.channels : 1, planes.begin());
    const int converted =
        swr_convert(to_float.get(), &out, frame->nb_samples, planes.data(), frame->nb_samples);
    // A file of floats may hold what is no number.
    for (float& sample : samples) sample = std::isfinite(sample) ? sample : 1.0F;
    return converted == frame->nb_samples;
  }
};

AudioFile::AudioFile(const fs::path& path) : state_(std::make_unique<State>()) {
  state_->input = OpenInput(path);
  AVFormatContext& context = *state_->input;
  const AVCodec* codec = nullptr;
  const int index = av_find_best_stream(&context, AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0);
  if (index < 0 || codec == nullptr) throw Error(path.string() + " has no sound that can be read");
  state_->stream = context.streams[index];
  const AVCodecParameters& sound = *state_->stream->codecpar;
  info_.container = ContainerName(*context.iformat);
  info_.codec = avcodec_get_name(sound.codec_id);
  info_.rate_hz = sound.sample_rate;
  info_.channels = sound.ch_layout.nb_channels;
  if (info_.rate_hz < kLeastRateHz || info_.rate_hz > kMostRateHz || info_.channels <= 0 ||
      info_.channels > kMostChannels) {
    throw Error(path.string() + " has no sound that can be read");
  }
  info_.bytes = fs::file_size(path);
  info_.bit_rate = sound.bit_rate;
  if (context.duration > 0) {
    info_.duration_seconds = static_cast<double>(context.duration) / AV_TIME_BASE;
  }
  if (state_->stream->duration > 0) {
    info_.duration_seconds =
        static_cast<double>(state_->stream->duration) * av_q2d(state_->stream->time_base);
  }
  info_.chapters = ReadChapters(context);
  AddTags(context.metadata, info_.tags);
  AddTags(state_->stream->metadata, info_.tags);
  ReadCover(context, info_);
  ReadLayout(path, info_);
  state_->OpenDecoder(*codec);
  if (state_->ReadPacket()) {
    info_.tells_padding = av_packet_get_side_data(state_->packet.get(), AV_PKT_DATA_SKIP_SAMPLES,
                                                  nullptr) != nullptr ||
                          sound.codec_id == AV_CODEC_ID_OPUS;
  }
}

AudioFile::~AudioFile() = default;

DecodedSound AudioFile::Decode(const Sink& sink) {
  DecodedSound sound;
  std::int64_t frames = 0;
  const auto count_damage = [&] {
    if (sound.damaged_packets++ == 0) {
      sound.first_damage_seconds = static_cast<double>(frames) / info_.rate_hz;
    }
  };
  int least_bytes = state_->packet->size;
  int most_bytes = state_->packet->size;
  bool more = state_->packet->size > 0;
  for (bool draining = false; !draining;) {
    draining = !more;
    if (avcodec_send_packet(state_->decoder.get(), more ? state_->packet.get() : nullptr) < 0) {
      count_damage();
    }
    for (;;) {
      const int code = avcodec_receive_frame(state_->decoder.get(), state_->frame.get());
      if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) break;
      if (code < 0) {
        count_damage();
        break;
      }
      if (state_->Convert(info_)) {
        frames += state_->frame->nb_samples;
        sink(state_->samples);
      } else {
        sound.format_changes = true;
      }
    }
    more = !draining && state_->ReadPacket();
    if (!more) continue;
    least_bytes = std::min(least_bytes, state_->packet->size);
    most_bytes = std::max(most_bytes, state_->packet->size);
  }
  sound.constant_rate = most_bytes <= least_bytes + 1;
  sound.seconds = static_cast<double>(frames) / info_.rate_hz;
  return sound;
}

}  // namespace fullcast
