// What is fuzzed: one function for each kind of file that comes from anywhere. Each takes any
// bytes, returns, and stops the program where a promise of the program does not hold.
#pragma once

#include <array>
#include <string_view>

namespace fullcast::fuzz {

void FuzzText(std::string_view bytes);
void FuzzMarkdown(std::string_view bytes);
void FuzzHtml(std::string_view bytes);
void FuzzEpub(std::string_view bytes);  ///< an archive, or its files in plain: archive_of.h
void FuzzFb2(std::string_view bytes);
void FuzzDocx(std::string_view bytes);        ///< as FuzzEpub
void FuzzAnnotation(std::string_view bytes);  ///< of plain text
void FuzzScript(std::string_view bytes);
void FuzzCast(std::string_view bytes);
void FuzzLexicon(std::string_view bytes);
void FuzzAudiobook(std::string_view bytes);  ///< of any format that `check` opens

struct Target {
  std::string_view name;  ///< of its folder in corpus/
  void (*run)(std::string_view bytes);
};

inline constexpr std::array kTargets = {
    Target{"text", FuzzText},
    Target{"markdown", FuzzMarkdown},
    Target{"script", FuzzScript},
    Target{"annotation", FuzzAnnotation},
    Target{"cast", FuzzCast},
    Target{"lexicon", FuzzLexicon},
    Target{"html", FuzzHtml},
    Target{"epub", FuzzEpub},
    Target{"fb2", FuzzFb2},
    Target{"docx", FuzzDocx},
    Target{"audiobook", FuzzAudiobook},
};

}  // namespace fullcast::fuzz
