// Putting utterances and pauses in a row.
#pragma once

#include <cstddef>

#include "audio/profile.h"
#include "core/pcm.h"

namespace fullcast {

/// How a piece of a chapter ends, so that the encoder can join it to the next one.
struct PieceEnd {
  std::size_t multiple = 1024;       ///< its length is one of this: whole frames
  std::size_t least_silence = 1024;  ///< silent samples at its end, pauses included
};

/// Assembles one piece of a chapter.
class Mixer {
 public:
  /// Appends the samples with a gain. They may exceed full scale until Finish().
  void AddSpeech(const Samples& samples, double gain_db);

  /// Makes room for as many samples as will be added, more or less, which saves time.
  void Expect(std::size_t samples) { mixed_.reserve(samples); }

  void AddSilence(std::size_t samples);

  /// Appends silence until this many samples at the end are silent, and returns how many it took.
  std::size_t EndInSilence(std::size_t samples);

  /// Samples so far: where the next addition begins.
  [[nodiscard]] std::size_t position() const { return mixed_.size(); }

  /// The piece, its end padded with silence, in the profile's room. Its peaks may exceed full
  /// scale. Nothing but the padding moves. The mixer is empty then.
  Samples Take(const Profile& profile, PieceEnd end);

  /// Take(), its peaks below the profile's ceiling.
  Samples Finish(const Profile& profile, PieceEnd end);

 private:
  Samples mixed_;
  std::size_t trailing_silence_ = 0;
};

}  // namespace fullcast
