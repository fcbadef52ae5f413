// The cast as a person reads it.
#pragma once

#include <string>

#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// How long a text takes to speak, from eSpeak NG's average over English novels.
double EstimateSeconds(std::size_t letters, int rate_wpm);

/// "en-GB-x-rp+f3, pitch 54, 178 wpm".
std::string DescribeVoice(const Voice& voice);

/// A table of character, sex, lines, minutes and voice: a heading, then a line each, the narrator
/// first, then by how much they speak; at most 100 columns. Minutes are estimates, pauses aside.
std::string FormatCastTable(const Script& script, const Cast& cast);

}  // namespace fullcast
