// From what the engine gives to what a book is mixed of.
#pragma once

#include <cstddef>

#include "audio/profile.h"
#include "core/pcm.h"

namespace fullcast {

/// Takes away what lies below the voice (if the profile asks for it) and the silence at both ends.
/// Returns how many samples were cut at the beginning.
std::size_t CleanSpeech(Samples& samples, const Profile& profile);

}  // namespace fullcast
