// Language tags (BCP 47).
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// The primary subtag in lower case: "en" of "en-GB" and "EN_gb".
std::string PrimaryLanguage(std::string_view tag);

/// The tag of a voice file of eSpeak NG: "en-GB-x-rp" of "gmw/en-GB-x-rp".
std::string_view LanguageOfVoice(std::string_view engine_voice);

}  // namespace fullcast
