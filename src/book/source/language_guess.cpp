#include "book/source/language_guess.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kEnough = 60'000;      // bytes that are looked at
constexpr std::size_t kFewestFrequent = 20;  // words, to be sure

// Short words that make up a fifth to a third of a text, and are frequent in no other of these.
struct Frequent {
  std::string_view language;
  std::array<std::string_view, 14> words;
};
constexpr std::array<Frequent, 11> kFrequent = {
    {{"en",
      {"the", "and", "of", "was", "that", "his", "with", "had", "for", "you", "which", "from",
       "said", "she"}},
     {"de",
      {"und", "der", "die", "das", "ist", "nicht", "sie", "ich", "ein", "den", "mit", "sich", "auf",
       "dem"}},
     {"fr",
      {"et", "les", "des", "est", "dans", "une", "qui", "pas", "vous", "il", "elle", "était",
       "pour", "au"}},
     {"es",
      {"el", "los", "las", "y", "con", "del", "por", "una", "su", "lo", "pero", "había", "como",
       "dijo"}},
     {"it",
      {"il", "di", "che", "della", "non", "era", "per", "si", "gli", "una", "sono", "più", "è",
       "nel"}},
     {"pt",
      {"o", "os", "não", "um", "uma", "do", "da", "em", "mas", "com", "ao", "seu", "ele", "na"}},
     {"nl",
      {"het", "een", "van", "ik", "niet", "zijn", "dat", "hij", "aan", "met", "voor", "haar",
       "naar", "zich"}},
     {"sv",
      {"och", "att", "det", "som", "inte", "jag", "han", "hon", "med", "för", "av", "ett", "var",
       "hade"}},
     {"fi",
      {"ja", "on", "ei", "hän", "se", "oli", "että", "mutta", "niin", "kun", "minä", "ovat", "sen",
       "joka"}},
     {"pl",
      {"i", "się", "nie", "na", "że", "jest", "było", "jak", "ale", "po", "był", "tak", "od",
       "przez"}},
     {"hu",
      {"és", "az", "hogy", "nem", "egy", "volt", "meg", "csak", "mint", "de", "már", "ki", "még",
       "ha"}}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kNames = {
    {{"english", "en"},   {"german", "de"},     {"french", "fr"},   {"spanish", "es"},
     {"italian", "it"},   {"portuguese", "pt"}, {"dutch", "nl"},    {"swedish", "sv"},
     {"danish", "da"},    {"norwegian", "nb"},  {"finnish", "fi"},  {"polish", "pl"},
     {"hungarian", "hu"}, {"czech", "cs"},      {"russian", "ru"},  {"greek", "el"},
     {"latin", "la"},     {"esperanto", "eo"},  {"catalan", "ca"},  {"romanian", "ro"},
     {"welsh", "cy"},     {"chinese", "zh"},    {"japanese", "ja"}, {"arabic", "ar"}}};

// The language that mostly is written in the script of a letter, "" for Latin letters.
std::string_view LanguageOfScript(char32_t c) {
  if (c >= 0x370 && c < 0x400) return "el";
  if (c >= 0x400 && c < 0x530) return "ru";
  if (c >= 0x590 && c < 0x600) return "he";
  if (c >= 0x600 && c < 0x700) return "ar";
  if (c >= 0x900 && c < 0x980) return "hi";
  if (c >= 0x3040 && c < 0x3100) return "ja";
  if (c >= 0x4E00 && c < 0xA000) return "zh";
  if (c >= 0xAC00 && c < 0xD7B0) return "ko";
  return "";
}

struct Counts {
  std::size_t letters = 0;
  std::size_t words = 0;
  std::map<std::string_view, std::size_t> of_script;
  std::array<std::size_t, kFrequent.size()> frequent{};

  void AddWord(std::string_view word) {
    ++words;
    for (std::size_t i = 0; i < kFrequent.size(); ++i) {
      const auto& list = kFrequent[i].words;
      if (std::find(list.begin(), list.end(), word) != list.end()) ++frequent[i];
    }
  }
};

Counts Count(std::string_view text) {
  Counts counts;
  std::string word;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLetter(c)) {
      ++counts.letters;
      if (const std::string_view language = LanguageOfScript(c); !language.empty()) {
        ++counts.of_script[language];
      }
      AppendUtf8(word, ToLower(c));
    } else if (!word.empty()) {
      counts.AddWord(word);
      word.clear();
    }
  }
  return counts;
}

}  // namespace

std::string GuessLanguage(std::string_view text) {
  constexpr std::size_t kFrontMatter = 20'000;  // frames are English in books of all languages
  if (text.size() > kEnough + kFrontMatter) text.remove_prefix(kFrontMatter);
  const Counts counts = Count(text.substr(0, kEnough));
  for (const auto& [language, letters] : counts.of_script) {
    if (letters * 2 > counts.letters) return std::string(language);
  }
  const auto best = std::max_element(counts.frequent.begin(), counts.frequent.end());
  const bool sure = std::none_of(
      counts.frequent.begin(), counts.frequent.end(),
      [&](const std::size_t& other) { return &other != &*best && other * 3 > *best * 2; });
  if (!sure || *best < kFewestFrequent || *best * 12 < counts.words) return {};
  return std::string(kFrequent[static_cast<std::size_t>(best - counts.frequent.begin())].language);
}

std::string LanguageOfName(std::string_view name) {
  const std::string lower = Lowercase(name);
  const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                         [&](const auto& entry) { return entry.first == lower; });
  return found == kNames.end() ? std::string() : std::string(found->second);
}

}  // namespace fullcast
