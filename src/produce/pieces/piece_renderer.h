// One piece, from its lines to packets.
#pragma once

#include <cstddef>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/pcm.h"
#include "encode/encoder.h"
#include "produce/pieces/piece.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// How loud a voice is with its own gain.
inline constexpr double kCalibratedLufs = -18;

/// What brings a voice to the profile's loudness; 0 if the profile has none.
double GainDb(const Voice& voice, const Profile& profile);

/// A piece before it is encoded.
struct MixedPiece {
  Samples samples;
  std::vector<LineTiming> lines;
  std::vector<WordTiming> words;
  std::vector<Defect> defects;
};

/// Speaks, cleans, levels and mixes the lines of a piece, whose length is a multiple of
/// `frame_samples`. The same piece gives the same result. Text that can't be spoken is a defect in
/// the result. Throws Error when nothing can be.
MixedPiece MixPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                    std::size_t frame_samples);

/// MixPiece(), measured and encoded by each of the encoders, in whole frames of its own.
RenderedPiece RenderPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                          const std::vector<EncoderSettings>& encoders);

}  // namespace fullcast
