// A short audiobook to tune voices by: everybody in their own words.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

struct AuditionRequest {
  std::vector<std::string> characters;  ///< ids; empty: all who speak, the biggest part first
  std::vector<std::string> tries;       ///< "pitch=62,rate=160": other voices for one character
  std::size_t most = 0;                 ///< no more speakers than this; 0: all
};

/// What is to be rendered: an own script of the book's, and the cast for it.
struct Audition {
  Script script;
  Cast cast;
  std::vector<std::string> speakers;  ///< of each chapter, as the book's script calls them
};

/// A chapter for each speaker: the narrator says the name, then the speaker three lines of its own
/// (see SampleLines). With `tries` there are as many chapters of one character as there are
/// variants, the first one as it is cast. Throws Error: somebody who does not speak, a variant that
/// is impossible, variants for not exactly one character.
Audition MakeAudition(const Script& script, const Cast& cast, const Presets& presets,
                      const AuditionRequest& request);

}  // namespace fullcast
