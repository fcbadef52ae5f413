#include "core/language.h"

#include "core/utf8.h"

namespace fullcast {

std::string PrimaryLanguage(std::string_view tag) {
  return Lowercase(tag.substr(0, tag.find_first_of("-_")));
}

std::string_view LanguageOfVoice(std::string_view engine_voice) {
  return engine_voice.substr(engine_voice.rfind('/') + 1);
}

}  // namespace fullcast
