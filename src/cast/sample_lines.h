// What somebody is best heard by.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/script.h"

namespace fullcast {

/// Up to this many lines of each speaker, of different moods where there are any: calm, then
/// excited, asking, hushed. Preferred are whole sentences of about ten seconds' length whose
/// speaker is sure, and among equals the first. The pointers are into the script, which is gone
/// through once.
std::map<std::string, std::vector<const Segment*>> SampleLines(const Script& script,
                                                               std::size_t most);

}  // namespace fullcast
