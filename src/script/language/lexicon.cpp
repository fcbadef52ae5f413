#include "script/language/lexicon.h"

#include <map>

#include "core/utf8.h"
#include "script/language/word_lists.h"

namespace fullcast {
namespace {

const std::map<std::string_view, std::uint32_t>& Sections() {
  static const std::map<std::string_view, std::uint32_t> sections = {
      {"male", kMaleName},
      {"female", kFemaleName},
      {"title-male", kMaleTitle},
      {"title-female", kFemaleTitle},
      {"title-neutral", kNeutralTitle},
      {"kin-male", kKinNoun | kMaleNoun},
      {"kin-female", kKinNoun | kFemaleNoun},
      {"kin-neutral", kKinNoun},
      {"generic-male", kGenericNoun | kMaleNoun},
      {"generic-female", kGenericNoun | kFemaleNoun},
      {"generic-neutral", kGenericNoun},
      {"role-male", kRoleNoun | kMaleNoun},
      {"role-female", kRoleNoun | kFemaleNoun},
      {"role-neutral", kRoleNoun},
      {"group", kGroupNoun},
      {"speech", kSpeechVerb},
      {"thought", kThoughtVerb},
      {"rather-acts", kRatherActs},
      {"not-name", kNotName},
      {"place-preposition", kPlacePreposition},
      {"vocative-lead", kVocativeLead},
      {"address", kAddress},
      {"rather-place", kRatherPlace},
      {"answer", kAnswerWord},
      {"takes-up", kTakesUp},
      {"exclamation", kExclamation},
  };
  return sections;
}

/// Cuts the next piece up to one of the separators off the front of a text.
std::string_view NextPiece(std::string_view& text, std::string_view separators) {
  const std::size_t first = text.find_first_not_of(separators);
  if (first == std::string_view::npos) {
    text = {};
    return {};
  }
  text.remove_prefix(first);
  const std::string_view piece = text.substr(0, text.find_first_of(separators));
  text.remove_prefix(piece.size());
  return piece;
}

}  // namespace

Lexicon Lexicon::Of(std::string_view language) {
  Lexicon lexicon;
  const std::string primary = Lowercase(language.substr(0, language.find('-')));
  for (const std::string_view name : {"given_names", "titles", "people", "verbs", "words"}) {
    lexicon.Read(LanguageFile(primary, name));
  }
  return lexicon;
}

void Lexicon::Read(std::string_view file) {
  std::uint32_t section = 0;
  while (!file.empty()) {
    std::string_view line = NextPiece(file, "\n");
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      section = Sections().at(line.substr(1, line.size() - 2));
      continue;
    }
    while (!line.empty()) {
      const std::string_view word = NextPiece(line, " ");
      if (word.empty()) break;
      const std::size_t full = word.find('>');
      const std::string name(word.substr(0, full));
      classes_[name] |= section;
      if (section == kSpeechVerb) AddParticiple(name);
      if (full != std::string_view::npos) {
        full_names_.emplace(name, std::string(word.substr(full + 1)));
      }
    }
  }
}

/// Adds "crying" for "cried".
void Lexicon::AddParticiple(std::string_view past) {
  const bool y = past.ends_with("ied");
  if (!past.ends_with("ed")) return;
  const std::string stem(past.substr(0, past.size() - (y ? 3 : 2)));
  classes_[stem + (y ? "ying" : "ing")] |= kSpeechParticiple;
}

std::uint32_t Lexicon::Classes(std::string_view word) const {
  const auto entry = classes_.find(std::string(word));
  return entry == classes_.end() ? 0 : entry->second;
}

std::string Lexicon::FullName(std::string_view name) const {
  const auto entry = full_names_.find(std::string(name));
  return entry == full_names_.end() ? std::string(name) : entry->second;
}

Gender GenderOf(std::uint32_t classes) {
  const bool male = (classes & (kMaleName | kMaleTitle | kMaleNoun)) != 0;
  const bool female = (classes & (kFemaleName | kFemaleTitle | kFemaleNoun)) != 0;
  if (male == female) return Gender::kUnknown;
  return male ? Gender::kMale : Gender::kFemale;
}

}  // namespace fullcast
