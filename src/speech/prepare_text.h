// What the engine is given to speak for a text as it stands in a book.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fullcast {

/// Text for the engine, and where each of its characters comes from.
struct PreparedText {
  std::string text;  ///< valid UTF-8 without control characters

  /// For each code point of `text` the byte of the original it stands for, ascending; then the
  /// size of the original.
  std::vector<std::size_t> origins;
};

/// Rewrites what eSpeak NG reads badly or what could command it:
/// - quotation marks, invisible and control characters, and the marks * and _ are dropped, # too;
/// - apostrophes inside words stay and become straight; at a word's edge they would cost a pause;
/// - dashes between words ("--", "—", " - ") become the pause of a comma;
/// - square brackets become round ones, so that no text is taken for phonemes;
/// - decimal digits of all scripts become ASCII;
/// - long runs of one character are shortened, words beyond all measure parted, white space becomes
///   single spaces.
PreparedText PrepareText(std::string_view text);

}  // namespace fullcast
