// What a language's words tell about persons: given names, titles, nouns for people, verbs of
// speech. Read from the data files of src/script/data/<language>/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/script.h"

namespace fullcast {

/// Properties of a word, a bit each, which is twice the one before; a word may have several.
enum WordClass : std::uint32_t {
  kMaleName = 1,
  kFemaleName = kMaleName << 1U,
  kMaleTitle = kFemaleName << 1U,
  kFemaleTitle = kMaleTitle << 1U,
  kNeutralTitle = kFemaleTitle << 1U,
  kAddress = kNeutralTitle << 1U,  ///< "Sir", "Miss": alone they name nobody
  kKinNoun = kAddress << 1U,       ///< mother, wife, cousin
  kGenericNoun = kKinNoun << 1U,   ///< man, lady, stranger: anybody
  kRoleNoun = kGenericNoun << 1U,  ///< porter, landlady: somebody in particular
  kGroupNoun = kRoleNoun << 1U,
  kMaleNoun = kGroupNoun << 1U,
  kFemaleNoun = kMaleNoun << 1U,
  kSpeechVerb = kFemaleNoun << 1U,
  kSpeechParticiple = kSpeechVerb << 1U,  ///< "exclaiming"
  kRatherActs = kSpeechParticiple << 1U,  ///< a verb of speech only right at one: "he went on"
  kThoughtVerb = kRatherActs << 1U,
  kNotName = kThoughtVerb << 1U,
  kRatherPlace = kNotName << 1U,  ///< a name only behind a title: "Mr. Hall"
  kPlacePreposition = kRatherPlace << 1U,
  kVocativeLead = kPlacePreposition << 1U,
  kAnswerWord = kVocativeLead << 1U,  ///< begins an answer: "yes", "certainly"
  kTakesUp = kAnswerWord << 1U,       ///< goes on from what was said: "but", "and"
  kExclamation = kTakesUp << 1U,      ///< "oh", "what"
};

inline constexpr std::uint32_t kAnyTitle = kMaleTitle | kFemaleTitle | kNeutralTitle;
inline constexpr std::uint32_t kAnyName = kMaleName | kFemaleName;
inline constexpr std::uint32_t kPersonNoun = kKinNoun | kGenericNoun | kRoleNoun | kGroupNoun;

class Lexicon {
 public:
  /// The words of the language of a BCP 47 tag; none where it has no data files.
  static Lexicon Of(std::string_view language);

  /// The classes of a lower-case word, or'ed; 0 if it is unknown.
  [[nodiscard]] std::uint32_t Classes(std::string_view word) const;

  /// The full given name that a pet name stands for, or the name itself.
  [[nodiscard]] std::string FullName(std::string_view name) const;

 private:
  /// Reads one data file: "[section]" lines, words between them, "#" comments.
  void Read(std::string_view file);
  void AddParticiple(std::string_view past);

  std::unordered_map<std::string, std::uint32_t> classes_;
  std::unordered_map<std::string, std::string> full_names_;
};

/// The sex that name, title or noun classes tell, where they agree.
Gender GenderOf(std::uint32_t classes);

}  // namespace fullcast
