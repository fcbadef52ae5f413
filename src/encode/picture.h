// The cover picture. Private to this room.
#pragma once

#include <string_view>

#include "encode/libav.h"

namespace fullcast::libav {

struct Picture {
  AVCodecID codec = AV_CODEC_ID_NONE;
  int width = 0;
  int height = 0;
};

/// Kind and size of a JPEG or PNG picture, found by decoding it. Throws Error if it is neither, or
/// damaged.
Picture ReadPicture(std::string_view bytes);

/// A packet that holds a copy of these bytes. Throws Error.
void FillPacket(AVPacket& packet, std::string_view bytes);

}  // namespace fullcast::libav
