// What a language's words tell about persons: given names, titles, nouns for people, verbs of
// speech. Read from the data files of src/script/data/<language>/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/script.h"

namespace fullcast {

/// Properties of a word; a word may have several.
enum WordClass : std::uint32_t {
  kMaleName = 1U << 0U,
  kFemaleName = 1U << 1U,
  kMaleTitle = 1U << 2U,
  kFemaleTitle = 1U << 3U,
  kNeutralTitle = 1U << 4U,
  kKinNoun = 1U << 5U,      ///< mother, wife, cousin
  kGenericNoun = 1U << 6U,  ///< man, lady, stranger: anybody
  kRoleNoun = 1U << 7U,     ///< porter, landlady: somebody in particular
  kGroupNoun = 1U << 8U,
  kMaleNoun = 1U << 9U,
  kFemaleNoun = 1U << 10U,
  kSpeechVerb = 1U << 11U,
  kThoughtVerb = 1U << 12U,
  kNotName = 1U << 13U,
  kPlacePreposition = 1U << 14U,
  kVocativeLead = 1U << 15U,
  kRatherPlace = 1U << 17U,       ///< a name only behind a title: "Mr. Hall"
  kSpeechParticiple = 1U << 18U,  ///< "exclaiming"
  kRatherActs = 1U << 19U,        ///< a verb of speech only right at one: "he went on"
  kAddress = 1U << 16U,           ///< "Sir", "Miss": alone they name nobody
  kAnswerWord = 1U << 19U,        ///< begins an answer: "yes", "certainly"
  kTakesUp = 1U << 20U,           ///< goes on from what was said: "but", "and"
  kExclamation = 1U << 21U,       ///< "oh", "what"
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
