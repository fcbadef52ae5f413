// A codec's packets back to sound.
#pragma once

#include "core/pcm.h"
#include "encode/encoder.h"

namespace fullcast {

/// The rate at which a decoder gives the sound.
int DecodedRateHz(const EncoderSettings& settings);

/// A piece as a player hears it, at DecodedRateHz(). It comes late, by what the codec takes to get
/// going; its end may lack as much. Not of kPcm, which is the sound itself. Throws Error.
Samples Decode(const EncodedPiece& piece, const EncoderSettings& settings);

}  // namespace fullcast
