// A piece's name in the store.
#pragma once

#include <string>

#include "audio/profile.h"
#include "encode/aac_encoder.h"
#include "produce/piece.h"

namespace fullcast {

/// A hash of all that the rendered piece depends on: texts, voices, pauses, the profile's
/// mastering, the encoder's settings, and the versions of fullcast's sound, of eSpeak NG and of
/// libavcodec.
std::string PieceKey(const Piece& piece, const Profile& profile, const EncoderSettings& encoder);

}  // namespace fullcast
