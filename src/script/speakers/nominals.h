// The persons of a dialogue who have no name: "the porter", "the man".
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Makes a person of every noun that speaks: one for a role ("the porter") in the whole book, one
/// for "the man" in a chapter.
class Nominals {
 public:
  /// All three must live as long.
  Nominals(Dialogue& dialogue, const SubjectReader& subjects, const Names& names)
      : dialogue_(dialogue), subjects_(subjects), names_(names) {}

  /// The person for whom a noun stands, a new one where it is new.
  int PersonOf(const Subject& subject);

  /// From now on the noun of a name ("the porter") stands for a person who is there already.
  void Know(const std::string& name, int person) { known_[name] = person; }

  /// "'Welcome,' she said. 'Thank you, mother,' he replied.": whom the answer calls by a word of
  /// kinship is who spoke, unless somebody of that sex who has a name is on the scene.
  void AddCalledKin();

  /// Whether a noun at a token may stand for a person there: "in a low voice" it does not.
  [[nodiscard]] bool IsPerson(int token) const;

  /// The persons for whom a word may stand in a chapter.
  [[nodiscard]] std::vector<int> Called(int word, int chapter) const;

 private:
  static constexpr int kWholeBook = -1;

  [[nodiscard]] const Token& At(int i) const {
    return dialogue_.text.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] const std::string& Word(int i) const { return dialogue_.text.Word(At(i)); }
  [[nodiscard]] int ChapterAt(int token) const;
  [[nodiscard]] bool IsIntroduced(const Subject& subject) const;
  [[nodiscard]] int CalledKin(const Turn& turn, Gender gender) const;
  [[nodiscard]] bool IsNamedNear(std::size_t t, Gender gender) const;

  Dialogue& dialogue_;
  const SubjectReader& subjects_;
  const Names& names_;
  std::map<std::string, int> known_;                        ///< by name
  std::map<std::pair<std::string, int>, int> persons_;      ///< by words and chapter
  std::map<std::pair<int, int>, std::vector<int>> called_;  ///< by noun and chapter
};

}  // namespace fullcast
