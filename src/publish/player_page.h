// A page that plays the book and shows what is read.
#pragma once

#include <string>

#include "core/script.h"
#include "core/timeline.h"

namespace fullcast {

/// A self-contained HTML page, to lie beside the timeline's audio files: it highlights the word
/// that is heard, shows speakers in colours, seeks where a word is clicked, keeps the place, and
/// works by keyboard and with a screen reader. Nothing is loaded from elsewhere.
std::string WritePlayerPage(const Script& script, const Timeline& timeline);

}  // namespace fullcast
