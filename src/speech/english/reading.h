// English as it is written, turned into words that eSpeak NG reads as a reader would.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "speech/spoken_text.h"

namespace fullcast {

/// Applies the rules below. Single spaces and no quotation marks are assumed. `phonemes` are those
/// that stand in the text; some are added.
SpokenText ReadEnglish(const SpokenText& text, std::vector<std::string>& phonemes);

/// The rules, each in a file of its own; the first that answers counts. They stand in the order in
/// which they are tried.
namespace english {

/// "Mr. B——", "Lord ——", "18—", "d—n".
std::optional<Rewrite> ReadBlank(const TextView& text, std::size_t at);
/// "Hm", "Sh", "Br-r-r": sounds without a vowel.
std::optional<Rewrite> ReadInterjection(const TextView& text, std::size_t at);
/// "W-w-what", "No-o-o".
std::optional<Rewrite> ReadStutter(const TextView& text, std::size_t at);
/// "£5 10s. 6d.", "$3.50", "2d.", "1000l."
std::optional<Rewrite> ReadMoney(const TextView& text, std::size_t at);
/// "6.30 p.m.", "11:45".
std::optional<Rewrite> ReadTime(const TextView& text, std::size_t at);
/// "½", "3/4", "4 1/2".
std::optional<Rewrite> ReadFraction(const TextView& text, std::size_t at);
/// "1895", "1890s", "1914-18".
std::optional<Rewrite> ReadYear(const TextView& text, std::size_t at);
/// "Mr.", "St. James's", "No. 7", "&c.", "525 ft."
std::optional<Rewrite> ReadAbbreviation(const TextView& text, std::size_t at);
/// "5 km", "20 m²", "kg/m³".
std::optional<Rewrite> ReadUnit(const TextView& text, std::size_t at);
/// "10³", "x²", "10^-6".
std::optional<Rewrite> ReadPower(const TextView& text, std::size_t at);
/// "Henry VIII", "Chapter IV", "XXI."
std::optional<Rewrite> ReadRoman(const TextView& text, std::size_t at);
/// "J. R. R. Tolkien", "M.P.", "a.m.", "i.e.", "N. of", "M. Paul".
std::optional<Rewrite> ReadInitials(const TextView& text, std::size_t at);
/// "TOOK A WATCH", "DON'T".
std::optional<Rewrite> ReadCapitals(const TextView& text, std::size_t at);
/// "shew", "any thing", "th' door".
std::optional<Rewrite> ReadOldSpelling(const TextView& text, std::size_t at);
/// "&", "he/she", "53′ 38″".
std::optional<Rewrite> ReadSymbol(const TextView& text, std::size_t at);

/// Words that often begin a sentence and are no name: "But", "The".
[[nodiscard]] bool BeginsSentences(std::string_view word);

/// The word before a place, a single space and a full stop between them left aside: "Mr" before
/// "B" in "Mr. B".
std::string WordBefore(const TextView& text, std::size_t at);

/// Whether the full stop at `stop` ends a sentence and not just an abbreviation: nothing follows,
/// or a word that often begins a sentence.
[[nodiscard]] bool StopEndsSentence(const TextView& text, std::size_t stop);

/// "Mr", "Lord", "General": what stands before names.
[[nodiscard]] bool IsTitle(std::string_view word);

}  // namespace english
}  // namespace fullcast
