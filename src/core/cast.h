// Who speaks how. Files: voices/README.md.
#pragma once

#include <map>
#include <string>

namespace fullcast {

/// A voice of the speech engine with all its settings: everything but the text that a sound
/// depends on.
struct Voice {
  std::string engine_voice = "gmw/en-US";  ///< eSpeak NG voice file below espeak-ng-data/lang
  std::string variant;                     ///< eSpeak NG variant ("f3"), empty: none
  int pitch = 50;                          ///< 0 to 99, eSpeak NG's base pitch
  int pitch_range = 50;                    ///< 0 (monotone) to 99
  int rate_wpm = 175;                      ///< words a minute, 80 to 449
  double gain_db = 0;                      ///< brings the voice to the common loudness
  double whisper = 0;                      ///< 0 to 1: breath in place of the tone of the voice

  bool operator==(const Voice&) const = default;
};

/// One part in a book: the preset it was cast with, and the voice that results.
struct Role {
  std::string preset;
  Voice voice;
};

/// Every speaker's role: character ids, "narrator" and "unknown".
struct Cast {
  std::map<std::string, Role> roles;
};

}  // namespace fullcast
