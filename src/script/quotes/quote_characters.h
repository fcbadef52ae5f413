// Which characters quote, and what stands beside one: the features that tell a quotation mark's
// role.
#pragma once

#include <cstddef>
#include <string_view>

namespace fullcast {

bool IsDash(char32_t c);        ///< figure dash to horizontal bar; the hyphen is none
bool IsSingleMark(char32_t c);  ///< ' ‘ ’ ‚ ‛ ` ‹ ›
bool IsDoubleMark(char32_t c);  ///< " “ ” „ ‟ « »
inline bool IsAnyMark(char32_t c) { return IsSingleMark(c) || IsDoubleMark(c); }
bool IsSentenceEnd(char32_t c);  ///< . ! ? …

/// What stands on one side of a mark. Signs of emphasis (_ and *) are looked through.
enum class Side {
  kEdge,  ///< the text begins or ends
  kSpace,
  kLetter,
  kDigit,
  kPause,  ///< , . ; : ! ? … and closing brackets
  kOpen,   ///< opening brackets and ¿ ¡
  kDash,   ///< a dash or a hyphen
  kMark,   ///< another quotation mark
  kOther,
};

Side SideBefore(std::string_view text, std::size_t position);
Side SideAfter(std::string_view text, std::size_t position);

/// The letters and digits from `position` on, apostrophes and hyphens between them included; at
/// most 40 bytes are looked at.
std::string_view WordAt(std::string_view text, std::size_t position);
/// The same, ending at `position`.
std::string_view WordBefore(std::string_view text, std::size_t position);

/// The next position from `position` on that is no white space, or the end.
std::size_t SkipSpace(std::string_view text, std::size_t position);

/// Whether the text begins with a dash that opens a turn of dialogue ("— No.", "--No.", "– No.").
/// Gives the byte behind the dash, or 0.
std::size_t LeadingDash(std::string_view text);

}  // namespace fullcast
