#include "book/frame/gutenberg_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::array<std::string_view, 19> kData = {"title:",
                                                    "author:",
                                                    "translator:",
                                                    "illustrator:",
                                                    "editor:",
                                                    "language:",
                                                    "release date:",
                                                    "posting date:",
                                                    "first posted:",
                                                    "last updated:",
                                                    "most recently updated:",
                                                    "character set encoding:",
                                                    "edition:",
                                                    "ebook no.:",
                                                    "date first posted:",
                                                    "date most recently updated:",
                                                    "credits:",
                                                    "original publication:",
                                                    "release number:"};
constexpr std::array<std::string_view, 24> kCredits = {"produced by ",
                                                       "e-text prepared by",
                                                       "etext prepared by",
                                                       "e-text produced by",
                                                       "etext produced by",
                                                       "this etext was prepared by",
                                                       "this etext was produced by",
                                                       "this e-text was prepared by",
                                                       "this ebook was prepared by",
                                                       "this ebook was produced by",
                                                       "this ebook was transcribed by",
                                                       "this file was produced from images",
                                                       "(this file was produced from images",
                                                       "transcribed from the ",
                                                       "transcribed by ",
                                                       "scanned by ",
                                                       "scanned and proof",
                                                       "proofread by ",
                                                       "html version by ",
                                                       "images of the original pages are available",
                                                       "note: images of the original pages",
                                                       "note: project gutenberg also has",
                                                       "dieser text wurde ",
                                                       "ce texte a été "};
constexpr std::array<std::string_view, 10> kEnds = {
    "end of", "[end of", "ende d",    "ende von", "fin d",
    "fine d", "fim d",   "einde van", "loppu",    "this is the end of"};

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <std::size_t n>
bool StartsWithOne(std::string_view line, const std::array<std::string_view, n>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return line.starts_with(beginning); });
}

}  // namespace

bool IsGutenbergStart(std::string_view line) {
  return line.starts_with("***") && Contains(line, "start of") && !Contains(line, "full license");
}

bool IsSmallPrintEnd(std::string_view line) {
  return line.starts_with("*end*") || (line.starts_with("*end ") && Contains(line, "small print"));
}

bool IsGutenbergEnd(std::string_view line) {
  if (!Contains(line, "gutenberg")) return false;
  if (line.starts_with("***")) return Contains(line, "end of");
  return StartsWithOne(line, kEnds);
}

bool IsGutenbergBanner(std::string_view line) {
  const std::string_view words = line.substr(std::min(line.find_first_not_of("*[ "), line.size()));
  return words.starts_with("the project gutenberg") || words.starts_with("project gutenberg") ||
         words.starts_with("a project gutenberg") || words.starts_with("this ebook is for the use");
}

bool IsTranscribersCredit(std::string_view line) { return StartsWithOne(line, kCredits); }

bool IsBookData(std::string_view line) { return StartsWithOne(line, kData); }

bool BeginsTranscribersNote(std::string_view text) {
  constexpr std::size_t kEnough = 40;
  constexpr std::array<std::string_view, 7> kBeginnings = {
      "transcriber's note",      "transcriber\u2019s note", "transcribers' note",
      "transcribers\u2019 note", "transcriber note",        "anmerkungen zur transkription",
      "note du transcripteur"};
  std::string lower = Lowercase(text.substr(0, kEnough));
  const std::size_t words = lower.find_first_not_of("[*_=+| ");
  if (words == std::string::npos) return false;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return std::string_view(lower).substr(words).starts_with(beginning);
  });
}

}  // namespace fullcast
