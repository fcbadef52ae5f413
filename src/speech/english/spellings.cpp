// Old spellings and written speech, in the spelling that eSpeak NG knows.
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

struct Spelling {
  std::string_view old;
  std::string_view now;
};

constexpr Spelling kSpellings[] = {{"shew", "show"},
                                   {"shews", "shows"},
                                   {"shewn", "shown"},
                                   {"shewed", "showed"},
                                   {"shewing", "showing"},
                                   {"chuse", "choose"},
                                   {"chuses", "chooses"},
                                   {"chusing", "choosing"},
                                   {"croud", "crowd"},
                                   {"crouded", "crowded"},
                                   {"cloaths", "clothes"},
                                   {"controul", "control"},
                                   {"ancle", "ankle"},
                                   {"sopha", "sofa"},
                                   {"phrenzy", "frenzy"},
                                   {"ideot", "idiot"},
                                   {"dropt", "dropped"},
                                   {"stopt", "stopped"},
                                   {"fixt", "fixed"},
                                   {"vext", "vexed"},
                                   {"hiccough", "hiccup"},
                                   {"boatswain", "bosun"},
                                   {"forecastle", "fohksul"},
                                   {"fo'c's'le", "fohksul"},
                                   {"bo's'n", "bosun"},
                                   {"bo'sun", "bosun"},
                                   {"victuals", "vittles"},
                                   {"halfpenny", "haypny"},
                                   {"ha'penny", "haypny"},
                                   {"ha'porth", "haypeth"},
                                   {"tho", "though"},
                                   {"altho", "although"},
                                   {"thro", "through"},
                                   {"th", "the"},
                                   {"wi", "with"},
                                   {"t'other", "tuther"},
                                   {"e'en", "een"},
                                   {"twere", "twur"},
                                   {"sha'n't", "shan't"},
                                   {"sha'nt", "shan't"},
                                   {"wo'n't", "won't"},
                                   {"ca'n't", "can't"},
                                   {"ar'n't", "aren't"},
                                   {"i'ld", "I'd"},
                                   {"he'ld", "he'd"},
                                   {"she'ld", "she'd"},
                                   {"we'ld", "we'd"},
                                   {"you'ld", "you'd"},
                                   {"they'ld", "they'd"},
                                   {"p'raps", "praps"},
                                   {"pr'aps", "praps"},
                                   {"se'nnight", "sennit"},
                                   {"agen", "again"},
                                   {"sate", "sat"},
                                   {"burthen", "burden"},
                                   {"befel", "befell"},
                                   {"inclose", "enclose"},
                                   {"stept", "stepped"},
                                   {"wrapt", "wrapped"},
                                   {"surprized", "surprised"},
                                   {"surprize", "surprise"},
                                   {"expence", "expense"},
                                   {"encrease", "increase"},
                                   {"negociation", "negotiation"},
                                   {"headach", "headache"},
                                   {"atchieve", "achieve"},
                                   {"untill", "until"},
                                   {"extacy", "ecstasy"},
                                   {"dulness", "dullness"}};

// Compounds that were once two words; read as two they would have two stresses.
constexpr Spelling kCompounds[] = {{"any", "thing"},  {"every", "thing"}, {"any", "body"},
                                   {"every", "body"}, {"some", "body"},   {"some", "thing"},
                                   {"no", "body"},    {"some", "times"}};

// The word with its inner apostrophes.
std::string WordAt(const TextView& text, std::size_t at) {
  std::string word = text.LettersAt(at);
  while (!word.empty() && text.At(at + word.size()) == '\'') {
    const std::string more = text.LettersAt(at + word.size() + 1);
    if (more.empty()) break;
    word += "'" + more;
  }
  return word;
}

std::string WithCaseOf(const std::string& written, std::string_view say) {
  std::string cased(say);
  if (IsUpper(static_cast<unsigned char>(written.front()))) {
    cased.front() = static_cast<char>(ToUpper(static_cast<unsigned char>(cased.front())));
  }
  return cased;
}

}  // namespace

std::optional<Rewrite> ReadOldSpelling(const TextView& text, std::size_t at) {
  const std::string letters = text.LettersAt(at);
  if (letters.empty()) return std::nullopt;
  const std::string word = Lowercase(WordAt(text, at));
  if (IsWordPart(text.At(at + word.size()))) return std::nullopt;
  for (const Spelling& spelling : kSpellings) {
    if (word == spelling.old) return Rewrite{word.size(), WithCaseOf(letters, spelling.now)};
  }
  for (const Spelling& compound : kCompounds) {
    if (word != compound.old || text.At(at + word.size()) != ' ') continue;
    if (text.LettersAt(at + word.size() + 1) != compound.now) continue;
    return Rewrite{word.size() + 1 + compound.now.size(), letters + std::string(compound.now)};
  }
  return std::nullopt;
}

}  // namespace fullcast::english
