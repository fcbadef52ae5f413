// The cover picture. Private to this room.
#pragma once

#include <string_view>

#include "encode/libav.h"

namespace fullcast::libav {

struct Picture {
  AVCodecID codec = AV_CODEC_ID_NONE;
  int width = 0;
  int height = 0;
  int depth_bits = 0;  ///< of a point
  int colors = 0;      ///< in its palette; 0: it has none
};

/// Kind, size and colours of a JPEG or PNG picture, found by decoding it. Throws Error if it is
/// neither, or damaged.
Picture ReadPicture(std::string_view bytes);

/// A packet that holds a copy of these bytes. Throws Error.
void FillPacket(AVPacket& packet, std::string_view bytes);

}  // namespace fullcast::libav
