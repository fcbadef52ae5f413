// How good the sound is to be, against time and bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "encode/encoder.h"

namespace fullcast {

enum class Quality { kFast, kDefault, kBest };

/// "fast", "default" and "best".
const std::vector<std::string>& QualityNames();

/// The quality with this name. Throws Error that lists the names.
Quality QualityNamed(std::string_view name);

/// What a quality is in a codec, at kSampleRateHz: by bench/encoders, where no slower setting is
/// better at an equal bit rate, so that the best takes more bytes, not more time.
EncoderSettings SettingsOf(Codec codec, Quality quality);

}  // namespace fullcast
