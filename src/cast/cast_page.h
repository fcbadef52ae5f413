// The cast as a page for a web browser.
#pragma once

#include <string>
#include <vector>

#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// Where in the sound a speaker is heard.
struct HeardSpeaker {
  std::string speaker;
  double begin_s = 0;
  double end_s = 0;
};

/// Auditions, to be part of the page.
struct CastSound {
  std::string bytes;  ///< an audio file that browsers play; empty: the page is silent
  std::string media_type = "audio/mp4";
  std::vector<HeardSpeaker> speakers;
};

/// The cast as one element of a page, with its own style, picture, sound and script: a card for
/// each who speaks, the biggest part first, with share of lines, partners, voice, and a button that
/// plays its audition. `script_path` stands in the commands that it shows.
std::string FormatCastSection(const Script& script, const Cast& cast, const Presets& presets,
                              const CastSound& sound, const std::string& script_path);

/// FormatCastSection() as a whole HTML page that needs nothing else.
std::string FormatCastPage(const Script& script, const Cast& cast, const Presets& presets,
                           const CastSound& sound, const std::string& script_path);

}  // namespace fullcast
