// A person's decisions on who says what, put into a script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/script.h"

namespace fullcast {

/// A segment of a script. Counts from 0; users count from 1.
struct SegmentIndex {
  std::size_t chapter = 0;
  std::size_t segment = 0;

  bool operator==(const SegmentIndex&) const = default;
};

/// As users write it: "12:345" is the 345th segment of chapter 12.
std::string AddressOf(const SegmentIndex& at);

struct Settlement {
  SegmentIndex at;
  std::string speaker;  ///< a character's id, kNarrator or kUnknownSpeaker
};

/// Reads "12:345=elizabeth". Throws Error at anything else.
Settlement ParseSettlement(std::string_view text);

/// What a settlement changed.
struct Settled {
  Settlement settlement;
  std::string before;                   ///< who spoke
  std::vector<SegmentIndex> followers;  ///< other segments of the quotation, which changed with it
};

/// Gives each segment its speaker, the reason kSettled and full confidence, in the order given. The
/// other segments of its quotation (see SpokenRuns) follow, unless a settlement names them as well.
/// Throws Error at a segment that is not there or not read aloud, at an unknown speaker, and at
/// two settlements of one segment; the script is then as it was.
std::vector<Settled> Settle(Script& script, const std::vector<Settlement>& settlements);

}  // namespace fullcast
