#include "encode/codec.h"

#include <cassert>
#include <cmath>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

namespace fullcast::libav {

namespace {

constexpr int kOpusRateHz = 48'000;
constexpr int kQuickAacCutoffHz = 9'000;
constexpr int kMostMpeg2RateHz = 24'000;  // MPEG-2's frames are half as long as MPEG-1's

const char* EncoderName(Codec codec) {
  switch (codec) {
    case Codec::kAac:
      return "aac";
    case Codec::kMp3:
      return "libmp3lame";
    case Codec::kOpus:
      return "libopus";
    case Codec::kPcm:
      break;
  }
  return "flac";
}

void SetOption(AVCodecContext& context, const char* name, const char* value) {
  Check(av_opt_set(context.priv_data, name, value, 0), std::string("encoder option ") + name);
}

// The quality at which libavcodec's AAC has this mean bit rate in fullcast's books, measured at
// 22.05 and 44.1 kHz.
double AacQuality(int bit_rate) {
  constexpr double kBitRateAtOne = 57'500;
  constexpr double kExponent = 0.9;
  return std::pow(bit_rate / kBitRateAtOne, 1 / kExponent);
}

// A constant quality is better by all measures than a constant bit rate, and faster, since no rate
// is searched for. libavcodec's two-loop coder is four times slower and no better by any measure,
// nor are PNS and TNS.
void SetAacOptions(AVCodecContext& context, const EncoderSettings& settings) {
  if (settings.search == Search::kLibrary) return;
  const double quality = FF_QP2LAMBDA * AacQuality(settings.bit_rate);
  context.flags |= AV_CODEC_FLAG_QSCALE;
  context.global_quality = static_cast<int>(std::lround(quality));
  context.bit_rate = 0;  // its model of hearing would go by that, too
  if (settings.search == Search::kQuick) context.cutoff = kQuickAacCutoffHz;
  SetOption(context, "aac_coder", "fast");
  SetOption(context, "aac_pns", "0");
  SetOption(context, "aac_tns", "0");
}

void SetMp3Options(AVCodecContext& context, const EncoderSettings& settings) {
  SetOption(context, "reservoir", "0");  // or packets depend on those before them
  // The slower ones shape noise as for music; the faster ones are no faster.
  constexpr int kBestForSpeech = 7;
  if (settings.search != Search::kLibrary) context.compression_level = kBestForSpeech;
  if (settings.quality == kByBitRate) return;
  context.flags |= AV_CODEC_FLAG_QSCALE;
  context.global_quality = settings.quality * FF_QP2LAMBDA;
}

// Below complexity 7 the encoder does not tell speech from music, and so keeps to CELT at all bit
// rates of ours: SILK has no state that silence resets.
void SetOpusOptions(AVCodecContext& context, const EncoderSettings& settings) {
  constexpr int kUsual = 5;
  constexpr int kQuick = 3;
  constexpr int kMost = 6;
  // Else it takes a quarter to a half more than it was asked for.
  SetOption(context, "vbr", "constrained");
  context.compression_level = settings.search == Search::kUsual   ? kUsual
                              : settings.search == Search::kQuick ? kQuick
                                                                  : kMost;
}

// What bench/encoders finds best for speech, by noise-to-mask ratio, SNR and spectral distance.
void SetCodecOptions(AVCodecContext& context, const EncoderSettings& settings) {
  switch (settings.codec) {
    case Codec::kAac:
      SetAacOptions(context, settings);
      break;
    case Codec::kMp3:
      SetMp3Options(context, settings);
      break;
    case Codec::kOpus:
      SetOpusOptions(context, settings);
      break;
    case Codec::kPcm:
      context.compression_level = 5;  // of FLAC
      break;
  }
}

}  // namespace

std::size_t PacketGrid::FrameAtSource() const {
  const std::size_t samples = frame * kSampleRateHz / static_cast<std::size_t>(rate_hz);
  assert(samples * static_cast<std::size_t>(rate_hz) == frame * kSampleRateHz);
  return samples;
}

PacketGrid GridOf(const EncoderSettings& settings) {
  switch (settings.codec) {
    case Codec::kAac:
      return {settings.sample_rate_hz, 1024, 0, 1024};
    case Codec::kMp3: {
      // The encoder's delay of 576 samples and the decoder's of 529 (LAME's technical FAQ).
      const std::size_t frame = settings.sample_rate_hz > kMostMpeg2RateHz ? 1152 : 576;
      return {settings.sample_rate_hz, frame, 0, 576 + 529};
    }
    case Codec::kOpus:
      return {kOpusRateHz, 960, 1, 960 + 312};
    case Codec::kPcm:
      break;
  }
  assert(false);
  return {};
}

// LAME's presets of a mean bit rate, which hold for constant bit rates too (abr_switch_map), not
// for variable ones.
float ScaleOfEncoder(const EncoderSettings& settings) {
  struct Scale {
    int least_bit_rate;
    float scale;
  };
  constexpr Scale kScales[] = {{240'000, 1.0F}, {208'000, 0.98F}, {176'000, 0.97F}};
  if (settings.codec != Codec::kMp3 || settings.quality != kByBitRate) return 1;
  const bool is_mpeg2 = settings.sample_rate_hz <= kMostMpeg2RateHz;  // up to 160 kbit/s
  for (const Scale& at : kScales) {
    if (!is_mpeg2 && settings.bit_rate >= at.least_bit_rate) return at.scale;
  }
  return 0.95F;
}

CodecPtr OpenEncoder(const EncoderSettings& settings) {
  Silence();
  const char* name = EncoderName(settings.codec);
  const AVCodec* codec = avcodec_find_encoder_by_name(name);
  if (codec == nullptr) {
    throw Error("libavcodec was built without its encoder " + std::string(name));
  }
  CodecPtr context(avcodec_alloc_context3(codec));
  if (!context) throw std::bad_alloc();
  context->bit_rate = settings.bit_rate;
  context->sample_rate = settings.codec == Codec::kOpus ? kOpusRateHz : settings.sample_rate_hz;
  context->sample_fmt = settings.codec == Codec::kOpus  ? AV_SAMPLE_FMT_FLT
                        : settings.codec == Codec::kPcm ? AV_SAMPLE_FMT_S16
                                                        : AV_SAMPLE_FMT_FLTP;
  context->ch_layout = AV_CHANNEL_LAYOUT_MONO;
  context->time_base = AVRational{1, context->sample_rate};
  context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
  SetCodecOptions(*context, settings);
  Check(avcodec_open2(context.get(), codec, nullptr), std::string("the encoder ") + name);
  return context;
}

CodecPtr OpenDecoder(const EncoderSettings& settings) {
  const CodecPtr encoder = OpenEncoder(settings);
  const AVCodec* codec = avcodec_find_decoder(encoder->codec_id);
  if (codec == nullptr) {
    throw Error("libavcodec was built without a decoder of " + std::string(NameOf(settings.codec)));
  }
  CodecPtr context(avcodec_alloc_context3(codec));
  AVCodecParameters* parameters = avcodec_parameters_alloc();
  if (!context || parameters == nullptr) throw std::bad_alloc();
  int code = avcodec_parameters_from_context(parameters, encoder.get());
  if (code >= 0) code = avcodec_parameters_to_context(context.get(), parameters);
  avcodec_parameters_free(&parameters);
  Check(code, "decoder");
  context->request_sample_fmt = AV_SAMPLE_FMT_FLTP;
  Check(avcodec_open2(context.get(), codec, nullptr), std::string("the decoder ") + codec->name);
  return context;
}

}  // namespace fullcast::libav
