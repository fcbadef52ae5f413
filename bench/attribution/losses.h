// Where right decisions are lost.
#pragma once

#include <ostream>
#include <vector>

#include "training.h"

namespace fullcast {

/// Prints, by kind of quotation, the share that is right and what is wrong with the others.
void PrintLosses(const std::vector<Outcome>& outcomes, std::ostream& out);

}  // namespace fullcast
