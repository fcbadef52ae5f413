// Who a stretch of narration speaks of: names, pronouns and nouns for persons.
#pragma once

#include <vector>

#include "script/people/names.h"
#include "script/people/people.h"

namespace fullcast {

enum class SubjectKind {
  kNone,
  kName,         ///< "said Emma"
  kPronoun,      ///< "said she"
  kNoun,         ///< "cried his wife"
  kFirstPerson,  ///< "said I"
  kGroup,        ///< "they all cried"
};

/// What a noun tells of the person beside the sex.
enum class NounKind {
  kNone,
  kSpouse,
  kParent,
  kSibling,
  kElderKin,
  kChild,
  kYoung,
  kGeneric,
  kRole
};

/// Somebody a sentence speaks of, as it names him.
struct Subject {
  SubjectKind kind = SubjectKind::kNone;
  int person = -1;                   ///< of a name
  Gender gender = Gender::kUnknown;  ///< of a pronoun or noun
  int noun = -1;                     ///< word number of the noun
  NounKind noun_kind = NounKind::kNone;
  int owner = -1;      ///< person of "Emma's father", or -1
  bool owned = false;  ///< "her father", "Emma's father"
  int begin = -1;      ///< tokens
  int end = -1;
};

/// Finds subjects in a tokenised text.
class SubjectReader {
 public:
  SubjectReader(const Text& text, const Names& names, const People& people, const Lexicon& lexicon);

  /// The person, pronoun or noun that starts at a token, before the token `end`.
  [[nodiscard]] Subject SubjectAt(int i, int end) const;

  /// The first in the tokens [begin, end) that is no object of a preposition.
  [[nodiscard]] Subject FirstSubject(int begin, int end) const;

  /// The name mention that starts at a token, or -1.
  [[nodiscard]] int MentionAt(int i) const { return mention_at_[static_cast<std::size_t>(i)]; }

  /// The classes of a token's word.
  [[nodiscard]] std::uint32_t Classes(int i) const;

  /// What the noun at a token tells beside the sex.
  [[nodiscard]] NounKind KindOfNoun(int i) const;

  /// Whether a token is a verb of speech.
  [[nodiscard]] bool IsSpeech(int i) const;

  /// Whether a token is a word that makes an object of what follows: "to", "with".
  [[nodiscard]] bool MarksObject(int i) const;

 private:
  [[nodiscard]] const Token& At(int i) const { return text_.tokens[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::string_view Word(int i) const { return text_.Word(At(i)); }
  [[nodiscard]] Subject WordAt(int i) const;
  [[nodiscard]] Subject NounAt(int i, int end) const;
  [[nodiscard]] Subject OwnedNoun(int begin, int i, int end, int owner) const;

  const Text& text_;
  const Names& names_;
  const People& people_;
  std::vector<std::uint32_t> classes_;
  std::vector<int> mention_at_;
};

}  // namespace fullcast
