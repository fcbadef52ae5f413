// Ends that don't click.
#pragma once

#include <cstddef>

#include "core/pcm.h"

namespace fullcast {

/// Lets the sound rise from silence over its first samples and fall into it over its last ones,
/// each along half a cosine. Neither fade is longer than half the sound.
void FadeEnds(Samples& samples, std::size_t in, std::size_t out);

}  // namespace fullcast
