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

/// How much softer a line is to be that would be this loud, relative to its book: what is 1.5 LU
/// louder is let be, of more two thirds are taken away. A cry of one bright vowel would else jump
/// out of the narration around it. One gain for all of a line pumps nothing.
double HeldBackDb(double above_lu);

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

/// MixPiece(), measured and encoded by each of the encoders (at least one), in whole frames of its
/// own.
RenderedPiece RenderPiece(const Piece& piece, Synthesizer& synthesizer, const Profile& profile,
                          const std::vector<EncoderSettings>& encoders);

}  // namespace fullcast
