#include "encode/picture.h"

#include <cstring>

extern "C" {
#include <libavutil/intreadwrite.h>
#include <libavutil/pixdesc.h>
}

namespace fullcast::libav {

namespace {

AVCodecID PictureCodec(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return AV_CODEC_ID_MJPEG;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return AV_CODEC_ID_PNG;
  throw Error("the cover is neither a JPEG nor a PNG picture");
}

// How many colours a PNG's PLTE chunk holds: its length stands ahead of its name.
int PaletteColors(std::string_view png) {
  constexpr std::size_t kLengthBytes = 4;
  constexpr int kColorBytes = 3;
  const std::size_t name = png.find("PLTE");
  if (name == std::string_view::npos || name < kLengthBytes) return 0;
  return static_cast<int>(AV_RB32(png.data() + name - kLengthBytes)) / kColorBytes;
}

// As FLAC's PICTURE block wants them: a palette counts as the 24 bits of its colours.
void SetColors(std::string_view bytes, AVPixelFormat format, Picture& picture) {
  constexpr int kPaletteDepth = 24;
  const AVPixFmtDescriptor* pixel = av_pix_fmt_desc_get(format);
  if (pixel == nullptr) return;
  if ((pixel->flags & AV_PIX_FMT_FLAG_PAL) != 0) {
    picture.depth_bits = kPaletteDepth;
    picture.colors = PaletteColors(bytes);
  } else {
    picture.depth_bits = pixel->comp[0].depth * pixel->nb_components;
  }
}

}  // namespace

Picture ReadPicture(std::string_view bytes) {
  Silence();
  constexpr std::size_t kMostBytes = 64'000'000;
  if (bytes.size() > kMostBytes) throw Error("the cover is larger than 64 MB");
  const AVCodecID id = PictureCodec(bytes);
  const AVCodec* codec = avcodec_find_decoder(id);
  if (codec == nullptr) throw Error("libavcodec was built without a decoder for this cover");
  const CodecPtr decoder(avcodec_alloc_context3(codec));
  const PacketPtr packet(av_packet_alloc());
  const FramePtr frame(av_frame_alloc());
  if (!decoder || !packet || !frame) throw std::bad_alloc();
  Check(avcodec_open2(decoder.get(), codec, nullptr), "the cover");
  FillPacket(*packet, bytes);
  Check(avcodec_send_packet(decoder.get(), packet.get()), "the cover can't be decoded");
  Check(avcodec_send_packet(decoder.get(), nullptr), "the cover can't be decoded");
  Check(avcodec_receive_frame(decoder.get(), frame.get()), "the cover can't be decoded");
  Picture picture{id, frame->width, frame->height};
  SetColors(bytes, static_cast<AVPixelFormat>(frame->format), picture);
  return picture;
}

void FillPacket(AVPacket& packet, std::string_view bytes) {
  Check(av_new_packet(&packet, static_cast<int>(bytes.size())), "libav");
  std::memcpy(packet.data, bytes.data(), bytes.size());
}

}  // namespace fullcast::libav
