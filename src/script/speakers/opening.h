// How a turn of speech begins.
#pragma once

#include "script/speakers/subjects.h"

namespace fullcast {

/// What the first word of a turn is: "Yes" and "Certainly" answer somebody, "But" and "And" take up
/// what was said, "Oh" may do either.
enum class Opening { kOther, kAnswer, kTakingUp, kExclamation };

/// The opening of the quoted words among the tokens [begin, end).
Opening OpeningOf(const Text& text, const SubjectReader& subjects, int begin, int end);

}  // namespace fullcast
