// What a worker is told to render, and the name of what it makes.
#pragma once

#include <string>
#include <string_view>

#include "audio/profile.h"
#include "encode/encoder.h"
#include "produce/pieces/piece.h"

namespace fullcast {

/// A piece and how it is to sound. The piece's chapter and the number of its first segment don't
/// count: they are 0 once it has been serialized.
struct RenderJob {
  Piece piece;
  Profile profile;  ///< the mastering only: pauses are in the piece
  std::vector<EncoderSettings> encoders;
};

/// The bytes of a job, for another process of the same program. Workers know nothing else of what
/// they render, so whatever is to change a sound has to be in here, and is in PieceKey, too.
std::string Serialize(const RenderJob& job);

/// Throws Error when the bytes are not whole.
RenderJob DeserializeRenderJob(std::string_view bytes);

/// What a sound depends on beside its job: the versions of fullcast's sound, of eSpeak NG with its
/// data, and of libavcodec. Reads the names of the engine's data files.
std::string SoundVersions();

/// The name in the store of what a worker makes of a serialized job: a hash of both.
std::string PieceKey(std::string_view job, std::string_view sound_versions);

}  // namespace fullcast
