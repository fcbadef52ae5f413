// The persons of a book: the forms of each one's name joined, different persons kept apart.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/script.h"
#include "script/people/name_parts.h"

namespace fullcast {

enum class PersonKind {
  kNamed,
  kNominal,  ///< known by a noun only: "the porter"
  kTeller,   ///< the "I" that tells the story
  kGroup,    ///< several at once: "they all cried"
};

struct Person {
  PersonKind kind = PersonKind::kNamed;
  std::string id;    ///< as in Character, where it is known from an earlier script; else empty
  std::string name;  ///< as shown to people
  std::vector<std::string> aliases;
  Gender gender = Gender::kUnknown;
  std::string age;                     ///< as in Character
  int surname = -1;                    ///< word number, or -1
  bool titled = false;                 ///< a title tells the sex
  bool introduced = false;             ///< of a nominal: "a porter" comes before "the porter"
  int noun = -1;                       ///< of a nominal: word number of the noun, or -1
  std::set<std::string> given;         ///< full given names, lower case
  TitleKind title = TitleKind::kNone;  ///< of the form used most with one
  int mentions = 0;
};

struct People {
  std::vector<Person> persons;
  std::vector<int> of_form;  ///< for each name form its person, or -1
};

/// Joins name forms to persons by the rules of English naming: titles, given names, surnames, pet
/// names; sex by title, given name, then the pronouns that follow.
People JoinNames(const Text& text, const Names& names, const Lexicon& lexicon);

}  // namespace fullcast
