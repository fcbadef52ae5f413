// What is heard. Private to this room.
#pragma once

#include <vector>

#include "audio/sound_survey.h"
#include "core/inspection.h"
#include "encode/audio_file.h"
#include "inspect/limits.h"

namespace fullcast {

/// A finding a rule, of a file that was decoded whole.
std::vector<Finding> CheckSound(const AudioFileInfo& file, const DecodedSound& decoded,
                                const SoundSurvey& survey, const Limits& limits);

}  // namespace fullcast
