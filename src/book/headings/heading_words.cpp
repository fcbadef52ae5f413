#include "book/headings/heading_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 7> kPartWords = {"part", "volume", "vol.", "vol",
                                                        "book", "act",    "bk."};
constexpr std::array<std::string_view, 11> kChapterWords = {"chapter",   "chap.", "chap",  "ch.",
                                                            "adventure", "stave", "scene", "letter",
                                                            "episode",   "story", "tale"};
// Other languages, and what they share with English.
constexpr std::array<std::string_view, 28> kForeignPartWords = {
    "teil", "buch",  "band",  "akt",  "aufzug", "partie",  "tome",  "livre", "acte", "parte",
    "tomo", "libro", "acto",  "atto", "livro",  "ato",     "deel",  "boek",  "del",  "część",
    "díl",  "rész",  "часть", "том",  "книга",  "частина", "μέρος", "الجزء"};
constexpr std::array<std::string_view, 35> kForeignChapterWords = {
    "canto",    "kapitel", "kap.",     "szene",    "auftritt", "gesang",    "brief",
    "chapitre", "scène",   "lettre",   "chant",    "capítulo", "capitulo",  "cap.",
    "escena",   "carta",   "capitolo", "scena",    "lettera",  "cena",      "hoofdstuk",
    "kapittel", "luku",    "rozdział", "kapitola", "fejezet",  "capitolul", "глава",
    "сцена",    "письмо",  "розділ",   "κεφάλαιο", "פרק",      "الفصل",     "الباب"};
constexpr std::array<std::string_view, 74> kNames = {
    "preface",     "prologue",         "epilogue",        "introduction",  "foreword",
    "afterword",   "conclusion",       "appendix",        "postscript",    "prelude",
    "interlude",   "dedication",       "introductory",    "postlude",      "coda",
    "epigraph",    "acknowledgements", "acknowledgments", "author's note", "author’s note",
    "prolog",      "epilog",           "vorwort",         "nachwort",      "einleitung",
    "vorrede",     "einführung",       "anhang",          "widmung",       "nachspiel",
    "vorspiel",    "schluss",          "schluß",          "préface",       "avant-propos",
    "épilogue",    "postface",         "appendice",       "dédicace",      "prólogo",
    "epílogo",     "prefacio",         "introducción",    "apéndice",      "dedicatoria",
    "conclusión",  "prologo",          "epilogo",         "prefazione",    "introduzione",
    "postfazione", "conclusione",      "prefácio",        "introdução",    "apêndice",
    "voorwoord",   "nawoord",          "inleiding",       "proloog",       "epiloog",
    "förord",      "efterord",         "inledning",       "предисловие",   "пролог",
    "эпилог",      "послесловие",      "введение",        "вступление",    "заключение",
    "مقدمة",       "المقدمة",          "خاتمة",           "الخاتمة"};

// How words that count begin, without what their language ends them with.
struct Stem {
  std::string_view begin;
  int value;
};
constexpr std::array<Stem, 175> kStems = {
    {{"eins", 1},        {"erst", 1},       {"zwei", 2},         {"zweit", 2},
     {"drei", 3},        {"dritt", 3},      {"vier", 4},         {"viert", 4},
     {"fünf", 5},        {"fünft", 5},      {"sechs", 6},        {"sechst", 6},
     {"sieben", 7},      {"siebent", 7},    {"siebt", 7},        {"acht", 8},
     {"neun", 9},        {"neunt", 9},      {"zehn", 10},        {"zehnt", 10},
     {"elf", 11},        {"elft", 11},      {"zwölf", 12},       {"zwölft", 12},
     {"dreizehn", 13},   {"vierzehn", 14},  {"fünfzehn", 15},    {"sechzehn", 16},
     {"siebzehn", 17},   {"achtzehn", 18},  {"neunzehn", 19},    {"zwanzig", 20},
     {"dreißig", 30},    {"vierzig", 40},   {"fünfzig", 50},     {"un", 1},
     {"premi", 1},       {"deux", 2},       {"second", 2},       {"trois", 3},
     {"quatr", 4},       {"cinq", 5},       {"six", 6},          {"sept", 7},
     {"huit", 8},        {"neuf", 9},       {"neuv", 9},         {"dix", 10},
     {"onz", 11},        {"douz", 12},      {"treiz", 13},       {"quatorz", 14},
     {"quinz", 15},      {"seiz", 16},      {"dix-sept", 17},    {"dix-huit", 18},
     {"dix-neu", 19},    {"vingt", 20},     {"trent", 30},       {"quarant", 40},
     {"cinquant", 50},   {"uno", 1},        {"primer", 1},       {"primeir", 1},
     {"prim", 1},        {"dos", 2},        {"dois", 2},         {"due", 2},
     {"segund", 2},      {"tres", 3},       {"três", 3},         {"tre", 3},
     {"tercer", 3},      {"terceir", 3},    {"terz", 3},         {"cuatr", 4},
     {"quattr", 4},      {"cuart", 4},      {"quart", 4},        {"cinco", 5},
     {"cinque", 5},      {"quint", 5},      {"seis", 6},         {"sei", 6},
     {"sext", 6},        {"sest", 6},       {"siete", 7},        {"sete", 7},
     {"sette", 7},       {"séptim", 7},     {"septim", 7},       {"sétim", 7},
     {"settim", 7},      {"ocho", 8},       {"oito", 8},         {"otto", 8},
     {"octav", 8},       {"oitav", 8},      {"ottav", 8},        {"nueve", 9},
     {"nove", 9},        {"noven", 9},      {"non", 9},          {"diez", 10},
     {"dez", 10},        {"dieci", 10},     {"décim", 10},       {"decim", 10},
     {"once", 11},       {"undécim", 11},   {"undic", 11},       {"doce", 12},
     {"dodic", 12},      {"duodécim", 12},  {"trece", 13},       {"tredic", 13},
     {"catorce", 14},    {"quince", 15},    {"veinte", 20},      {"vigésim", 20},
     {"vent", 20},       {"een", 1},        {"eerst", 1},        {"twee", 2},
     {"tweed", 2},       {"drie", 3},       {"derd", 3},         {"vijf", 5},
     {"zes", 6},         {"zeven", 7},      {"negen", 9},        {"tien", 10},
     {"один", 1},        {"одна", 1},       {"перв", 1},         {"два", 2},
     {"две", 2},         {"втор", 2},       {"три", 3},          {"трет", 3},
     {"четыре", 4},      {"четверт", 4},    {"четвёрт", 4},      {"пят", 5},
     {"шест", 6},        {"сем", 7},        {"седьм", 7},        {"восем", 8},
     {"восьм", 8},       {"девят", 9},      {"десят", 10},       {"одиннадцат", 11},
     {"двенадцат", 12},  {"тринадцат", 13}, {"четырнадцат", 14}, {"пятнадцат", 15},
     {"шестнадцат", 16}, {"семнадцат", 17}, {"восемнадцат", 18}, {"девятнадцат", 19},
     {"двадцат", 20},    {"тридцат", 30},   {"сорок", 40},       {"сороков", 40},
     {"пятьдесят", 50},  {"الأول", 1},      {"الثاني", 2},       {"الثالث", 3},
     {"الرابع", 4},      {"الخامس", 5},     {"السادس", 6},       {"السابع", 7},
     {"الثامن", 8},      {"التاسع", 9},     {"العاشر", 10}}};

// The listed word the text begins with, without regard to case: its bytes.
std::size_t MatchWord(std::string_view text, Words words) {
  constexpr std::size_t kLongestWord = 40;
  const std::string lower = Lowercase(text.substr(0, kLongestWord));
  for (const std::string_view word : words) {
    if (!lower.starts_with(word)) continue;
    std::size_t behind = word.size();
    if (behind < text.size() && IsLetter(NextCodePoint(text, behind)) && word.back() != '.') {
      continue;
    }
    return word.size();
  }
  return 0;
}

// The letters at the beginning of a text, with the hyphens between them.
std::string_view WordAt(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLetter(c)) {
      end = position;
    } else if (c != '-' || end == 0) {
      break;
    }
  }
  return text.substr(0, end);
}

// The value of the longest stem that a word begins with, with no more than an ending behind it.
int ValueOfWord(std::string_view word) {
  constexpr std::size_t kShortStem = 2;      // bytes: "un|e"
  constexpr std::size_t kLongestEnding = 4;  // letters: "deux|ième"
  Stem best{"", 0};
  for (const Stem& stem : kStems) {
    if (!word.starts_with(stem.begin) || stem.begin.size() <= best.begin.size()) continue;
    std::size_t letters = 0;
    std::size_t position = stem.begin.size();
    while (position < word.size()) letters += IsLetter(NextCodePoint(word, position)) ? 1 : 5;
    if (letters <= (stem.begin.size() <= kShortStem ? 1 : kLongestEnding)) best = stem;
  }
  return best.value;
}

// "einundzwanzigstes", "vingt-deuxième", "двадцать первая": tens and ones.
std::optional<Numeral> ReadNumberWords(std::string_view text) {
  const std::string_view word = WordAt(text);
  const std::string lower = Lowercase(word);
  if (lower.size() != word.size()) return std::nullopt;
  const auto sum = [](int tens, int ones) {
    return tens >= 20 && tens % 10 == 0 && ones > 0 && ones < 10 ? tens + ones : 0;
  };
  if (const int value = ValueOfWord(lower); value > 0) {
    const std::string_view rest = text.substr(word.size());
    const std::string_view next = rest.starts_with(' ') ? WordAt(rest.substr(1)) : "";
    if (const int both = sum(value, ValueOfWord(Lowercase(next))); both > 0) {
      return Numeral{both, word.size() + 1 + next.size(), true};
    }
    return Numeral{value, word.size(), true};
  }
  for (const std::string_view joint : {"und", "-"}) {
    const std::size_t place = lower.find(joint);
    if (place == std::string::npos) continue;
    const int first = lower.starts_with("ein") ? 1 : ValueOfWord(lower.substr(0, place));
    const int last = ValueOfWord(lower.substr(place + joint.size()));
    const int both =
        joint == "und" ? sum(last, first) : sum(ValueOfWord(lower.substr(0, place)), last);
    if (both > 0) return Numeral{both, word.size(), true};
  }
  return std::nullopt;
}

// "٢١", "۲۱".
std::optional<Numeral> ReadEasternDigits(std::string_view text) {
  constexpr int kMost = 9999;
  Numeral numeral;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    const bool persian = c >= 0x6F0 && c <= 0x6F9;
    if (!persian && (c < 0x660 || c > 0x669)) break;
    numeral.value = numeral.value * 10 + static_cast<int>(c - (persian ? 0x6F0 : 0x660));
    numeral.length = position;
    if (numeral.value > kMost) return std::nullopt;
  }
  if (numeral.value == 0) return std::nullopt;
  return numeral;
}

}  // namespace

std::optional<HeadingWord> ReadCountedWord(std::string_view text) {
  const auto match = [text](Words words, HeadingKind kind, bool english) {
    const std::size_t length = MatchWord(text, words);
    return length > 0 ? std::optional(HeadingWord{kind, length, english}) : std::nullopt;
  };
  if (auto word = match(kChapterWords, HeadingKind::kChapter, true)) return word;
  if (auto word = match(kPartWords, HeadingKind::kPart, true)) return word;
  if (auto word = match(kForeignChapterWords, HeadingKind::kChapter, false)) return word;
  return match(kForeignPartWords, HeadingKind::kPart, false);
}

std::optional<HeadingWord> ReadNamedWord(std::string_view text) {
  const std::size_t article = Lowercase(text.substr(0, 4)) == "the " ? 4 : 0;
  const std::size_t length = MatchWord(text.substr(article), kNames);
  if (length == 0) return std::nullopt;
  return HeadingWord{HeadingKind::kNamed, article + length, true};
}

std::optional<Numeral> ReadForeignNumeral(std::string_view text) {
  if (auto digits = ReadEasternDigits(text)) return digits;
  return ReadNumberWords(text);
}

}  // namespace fullcast
