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

// "to the N. of Augusta".
std::string_view Direction(const TextView& text, std::size_t at) {
  if (!text.Has(at + 1, ". of ")) return {};
  switch (text.At(at)) {
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
    if (!direction.empty()) return Rewrite{length, std::string(direction)};
    const char32_t next = text.At(text.SkipSpaces(dotted.last_stop + 1));
    if (!IsUpperAscii(dotted.letters.front()) || IsPronoun(text, at) || ends) return std::nullopt;
    if (text.At(dotted.last_stop + 1) == '.' || next == 0) return std::nullopt;
    return Rewrite{length, Spell(dotted.letters)};
  }
  std::string say;
  for (const Phrase& phrase : kPhrases) {
    if (!dotted.spaced || phrase.letters.size() == 2) {
      if (phrase.letters == dotted.letters) say = phrase.say;
    }
  }
  if (say.empty()) say = Spell(dotted.letters);
  if (ends) say += '.';
  return Rewrite{length, std::move(say)};
}

}  // namespace fullcast::english
