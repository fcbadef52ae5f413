// Dashes between words, as the pauses they are.
#pragma once

#include "speech/spoken_text.h"

namespace fullcast {

[[nodiscard]] bool IsHyphenOrDash(char32_t c);
[[nodiscard]] bool IsLongDash(char32_t c);

/// Dashes that part words ("--", "—", " - ") become a comma, or nothing beside another mark;
/// hyphens stay.
SpokenText DashesToPauses(const SpokenText& chars);

}  // namespace fullcast
