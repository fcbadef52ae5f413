#include "book/frame/title_page_lines.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "book/headings/capitals.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

bool BeginsWithOne(std::string_view line, std::span<const std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return line.starts_with(beginning); });
}

bool HoldsOne(std::string_view line, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return line.find(part) != std::string_view::npos;
  });
}

}  // namespace

bool IsTitlePageLine(std::string_view lower) {
  constexpr std::array<std::string_view, 57> kBeginnings = {
      "by ",           "by\n",           "written by",    "translated ",    "illustrated ",
      "edited by",     "with illustrat", "with an intro", "with a frontis", "with numerous",
      "author of",     "a novel",        "a romance",     "a tale",         "a story",
      "a comedy",      "a tragedy",      "a drama",       "a farce",        "a play ",
      "in one volume", "in two ",        "in three ",     "in four ",       "complete in",
      "volume ",       "vol. ",          "london",        "new york",       "boston",
      "philadelphia",  "chicago",        "edinburgh",     "paris",          "leipzig",
      "printed ",      "published by",   "or, ",          "or the ",        "von ",
      "roman von",     "ein roman",      "übersetzt ",    "aus dem ",       "par ",
      "traduit ",      "un roman",       "novela",        "traducción",     "traducido",
      "romanzo",       "traduzione",     "door ",         "роман",          "повесть",
      "перевод ",      "издательство"};
  constexpr std::array<std::string_view, 13> kParts = {
      " edition",    "smashwords",       "publishing", "publishers", "& co",
      "and company", " & sons",          "and sons",   "press\n",    "printed by",
      "printed in",  "university press", "millennium"};
  constexpr std::size_t kYear = 8;  // "(1814)", "MDCCC."
  const bool year =
      lower.size() <= kYear && lower.find_first_of("0123456789") != std::string_view::npos;
  return lower == "by" || lower == "or" || lower == "or," || year ||
         BeginsWithOne(lower, kBeginnings) || HoldsOne(lower, kParts);
}

bool IsImprint(std::string_view lower) {
  constexpr std::array<std::string_view, 15> kParts = {"copyright",
                                                       "isbn",
                                                       "license note",
                                                       "licensed for your personal",
                                                       "may not be re-sold",
                                                       "work of fiction",
                                                       "any resemblance to",
                                                       "all rights reserved",
                                                       "first published",
                                                       "first edition",
                                                       "published by",
                                                       "printed in ",
                                                       "printed by ",
                                                       "entered according to act",
                                                       "entered at stationers"};
  constexpr std::size_t kLongestImprint = 600;
  return lower.size() <= kLongestImprint && HoldsOne(lower, kParts);
}

bool IsName(std::string_view line) {
  constexpr std::size_t kLongest = 40;  // bytes
  constexpr std::size_t kMostWords = 4;
  if (line.size() > kLongest || !IsTitleCase(line) ||
      line.find_first_of("0123456789,:;!?") != line.npos) {
    return false;
  }
  const std::string lower = Lowercase(line);
  for (const std::string_view word : {"a ", "an ", "the ", "for ", "to ", "in ", "of ", "and "}) {
    if (lower.starts_with(word) || lower.find(' ' + std::string(word)) != lower.npos) return false;
  }
  const auto words = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
  return words >= 2 && words <= kMostWords && !IsTitlePageLine(lower);
}

}  // namespace fullcast
