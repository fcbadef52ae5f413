// One piece, from its lines to packets.
#pragma once

#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "encode/encoder.h"
#include "produce/piece.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// What brings a voice to the profile's loudness: presets are calibrated to -18 LUFS.
double GainDb(const Voice& voice, const Profile& profile);

/// Speaks, trims, levels and encodes the lines of a piece. The same piece gives the same result.
/// Text that can't be spoken is a defect in the result. Throws Error when nothing can be.
RenderedPiece RenderPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                          const std::vector<EncoderSettings>& encoders);

}  // namespace fullcast
