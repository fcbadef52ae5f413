// An inspection as a page to look at.
#pragma once

#include <string>

#include "core/inspection.h"

namespace fullcast {

/// A self-contained HTML page: findings, the worst first, and of each file the waveform and its
/// loudness over time as a picture, with chapters and the places of findings.
std::string WriteCheckPage(const Inspection& inspection);

}  // namespace fullcast
