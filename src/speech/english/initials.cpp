// Single letters with full stops.
#include <string>

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

struct Phrase {
  std::string_view letters;
  std::string_view say;
};

constexpr Phrase kPhrases[] = {{"ie", "that is"},
                               {"eg", "for example"},
                               {"am", "eh em"},
                               {"pm", "pee em"},
                               {"AM", "eh em"},
                               {"PM", "pee em"},
                               {"NW", "north-west"},
                               {"NE", "north-east"},
                               {"SW", "south-west"},
                               {"SE", "south-east"},
                               {"NNW", "north-north-west"},
                               {"NNE", "north-north-east"},
                               {"SSW", "south-south-west"},
                               {"SSE", "south-south-east"},
                               {"qv", "which see"}};

// Letters that each have a stop behind them.
struct Dotted {
  std::string letters;
  std::size_t last_stop = 0;
  bool spaced = false;
};

constexpr std::size_t kMostLetters = 8;

Dotted DottedAt(const TextView& text, std::size_t at) {
  Dotted dotted;
  std::size_t i = at;
  while (dotted.letters.size() < kMostLetters && text.LettersAt(i).size() == 1 &&
         text.At(i + 1) == '.') {
    dotted.letters += static_cast<char>(text.At(i));
    dotted.last_stop = i + 1;
    i += 2;
    const bool spaced = text.At(i) == ' ';
    if (spaced && (text.LettersAt(i + 1).size() != 1 || text.At(i + 2) != '.')) break;
    // "U.S. I." is no name of three letters.
    if (spaced && text.At(i + 1) == 'I' &&
        BeginsSentences(text.LettersAt(text.SkipSpaces(i + 3)))) {
      break;
    }
    if (spaced) ++i;
    dotted.spaced = dotted.spaced || spaced;
  }
  return dotted;
}

std::string_view DirectionOf(char32_t letter) {
  switch (letter) {
    case 'N':
      return "north";
    case 'S':
      return "south";
    case 'E':
      return "east";
    case 'W':
      return "west";
    default:
      return {};
  }
}

bool IsBehindDegrees(const TextView& text, std::size_t at) {
  const std::size_t end = text.Before(at) == ' ' ? at - 1 : at;
  const char32_t sign = text.Before(end);
  if (sign == U'°' || sign == U'′' || sign == U'″') return true;
  const std::string before = WordBefore(text, at);
  return before == "degrees" || before == "minutes" || before == "seconds";
}

// "to the N. of Augusta", "bounded N. by", "farther N.", "lands S. and W. of", "31° N."
std::string_view Direction(const TextView& text, std::size_t at) {
  const std::string_view direction = DirectionOf(text.At(at));
  if (direction.empty()) return {};
  if (text.Has(at + 1, ". of ") || text.Has(at + 1, ". by ") || IsBehindDegrees(text, at)) {
    return direction;
  }
  const bool and_another =
      text.Has(at + 1, ". and ") && text.At(at + 8) == '.' && !DirectionOf(text.At(at + 7)).empty();
  if (and_another) return direction;
  const std::string before = WordBefore(text, at);
  for (const char* word : {"extend", "extends", "flows", "runs", "farther", "further", "far",
                           "bounded", "due", "generally", "miles"}) {
    if (before == word) return direction;
  }
  return {};
}

// "40° F.", "20° C."
std::string_view Scale(const TextView& text, std::size_t at) {
  const bool behind_sign = text.Before(at) == ' ' && text.Before(at - 1) == U'°';
  if (!behind_sign && WordBefore(text, at) != "degrees") return {};
  if (text.At(at) == 'F') return "Fahrenheit";
  return text.At(at) == 'C' ? "Celsius" : std::string_view();
}

// "M. Paul", "that M. de Grieux", but "John M. Smith", "M. R. James", "M. GARDINER".
bool IsMonsieur(const TextView& text, std::size_t at) {
  if (text.At(at) != 'M' || text.At(at + 2) != ' ') return false;
  const std::string name = text.LettersAt(at + 3);
  const bool before_name = name == "de" || name == "le" || name == "du" ||
                           (name.size() > 1 && IsUpper(static_cast<unsigned char>(name[0])) &&
                            IsLower(static_cast<unsigned char>(name[1])));
  const std::string before = WordBefore(text, at);
  const bool behind_name = text.Before(at) == ' ' && !before.empty() &&
                           IsUpper(static_cast<unsigned char>(before.front())) &&
                           !BeginsSentences(before);
  return before_name && !behind_name && before != "by";
}

// "Beauchamp Mansions, S.W.": a district of London.
bool IsDistrict(const TextView& text, std::size_t at, std::size_t behind) {
  const char32_t next = text.At(behind);
  return text.Before(at) == ' ' && text.Before(at - 1) == ',' && !IsLower(text.At(behind + 1)) &&
         (next == 0 || next == ',' || next == ' ');
}

std::string Spell(const std::string& letters) {
  std::string spelled;
  for (const char letter : letters) {
    if (!spelled.empty()) spelled += ' ';
    const auto upper = static_cast<char>(ToUpper(static_cast<unsigned char>(letter)));
    if (upper == 'A') {
      spelled += "eh";  // alone it would be the article
    } else {
      spelled += upper;
    }
  }
  return spelled;
}

// "So do I." is the end of a sentence, "Miss R. knows" and "John I. Smith" are not.
bool IsPronoun(const TextView& text, std::size_t at) {
  if (text.At(at) != 'I') return false;
  const std::string before = WordBefore(text, at);
  const bool behind_name = !before.empty() && text.Before(at) == ' ' &&
                           IsUpper(static_cast<unsigned char>(before.front()));
  return !behind_name || StopEndsSentence(text, at + 1);
}

bool IsUpperAscii(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::optional<Rewrite> ReadInitials(const TextView& text, std::size_t at) {
  const Dotted dotted = DottedAt(text, at);
  if (dotted.letters.empty()) return std::nullopt;
  const std::size_t length = dotted.last_stop + 1 - at;
  if (IsWordPart(text.At(dotted.last_stop + 1))) return std::nullopt;
  const bool ends = StopEndsSentence(text, dotted.last_stop);
  if (dotted.letters.size() == 1) {
    const std::string_view direction = Direction(text, at);
    if (!direction.empty()) return Rewrite{length, std::string(direction) + (ends ? "." : "")};
    if (const std::string_view scale = Scale(text, at); !scale.empty()) {
      return Rewrite{length, std::string(scale) + (ends ? "." : "")};
    }
    if (IsMonsieur(text, at)) return Rewrite{length, "monsieur"};
    const char32_t next = text.At(text.SkipSpaces(dotted.last_stop + 1));
    if (!IsUpperAscii(dotted.letters.front()) || IsPronoun(text, at) || ends) return std::nullopt;
    if (text.At(dotted.last_stop + 1) == '.' || next == 0) return std::nullopt;
    return Rewrite{length, Spell(dotted.letters)};
  }
  std::string say;
  for (const Phrase& phrase : kPhrases) {
    if (!dotted.spaced || phrase.letters.size() == 2) {
      const bool district =
          !DirectionOf(static_cast<unsigned char>(phrase.letters.front())).empty() &&
          IsDistrict(text, at, dotted.last_stop + 1);
      if (phrase.letters == dotted.letters && !district) say = phrase.say;
    }
  }
  if (say.empty()) say = Spell(dotted.letters);
  if (ends) say += '.';
  return Rewrite{length, std::move(say)};
}

}  // namespace fullcast::english
