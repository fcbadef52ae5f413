// Numbers in figures, as the rules of reading need them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "speech/spoken_text.h"

namespace fullcast::english {

/// A number as it stands: "5", "1,670,196", "2432.60".
struct Figures {
  std::string whole;       ///< digits without commas
  std::string decimals;    ///< digits behind the point
  std::size_t length = 0;  ///< characters in the text
};

/// The number that begins at a place; a trailing comma or stop is none of it.
std::optional<Figures> FiguresAt(const TextView& text, std::size_t at);

/// Whether the place is right behind a figure, or behind a mark that binds it to one.
[[nodiscard]] bool GoesOnFromFigures(const TextView& text, std::size_t at);

/// "five", "several".
[[nodiscard]] bool IsNumberWord(const std::string& word);

/// Whether a number stands before a unit: "525 ft.", "five ft.", "5-ft.", "½ ft."
[[nodiscard]] bool IsNumberBefore(const TextView& text, std::size_t at);

/// How a year is read, for eSpeak NG: "18 95", "19 oh 5", "18 hundred", "2008".
std::string SayYear(int year);

}  // namespace fullcast::english
