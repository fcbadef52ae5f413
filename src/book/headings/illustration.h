// What stands in a plain text where the printed book had a picture.
#pragma once

#include <string_view>

namespace fullcast {

/// Whether a text begins "[Illustration", "[Abbildung", "[Music", ...: all up to the closing
/// bracket describes a picture, notes of music or an empty page.
bool BeginsIllustration(std::string_view text);

/// Block::skip of such a description.
inline constexpr const char* kIllustrationReason = "illustration";

/// Whether a whole paragraph is one.
bool IsIllustration(std::string_view text);

}  // namespace fullcast
