// Who is meant by a description that names and titles explain: "his wife", "the general".
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "script/speakers/roles.h"
#include "script/speakers/subjects.h"

namespace fullcast {

/// Finds the persons of descriptions. A wife is "Mrs." with her husband's surname, a father "Mr."
/// or a man of rank with his child's; the general is who was last named with that title.
class Descriptions {
 public:
  /// The persons are those who have names by now.
  Descriptions(const Text& text, const Names& names, const People& people,
               const SubjectReader& subjects, const WordLists& roles);

  /// The person that a noun means, or -1 where nobody fits. What it refers to ("his", a title)
  /// is looked for backwards through its chapter, not far.
  [[nodiscard]] int PersonMeant(const Subject& subject) const;

 private:
  [[nodiscard]] const Person& Of(int person) const {
    return people_.persons[static_cast<std::size_t>(person)];
  }
  [[nodiscard]] const Token& At(int i) const { return text_.tokens[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::size_t ChapterAt(int token) const {
    return text_.paragraphs[static_cast<std::size_t>(At(token).paragraph)].chapter;
  }
  /// What `test` makes of the nearest name before a token for which that is a person; or -1.
  [[nodiscard]] int LookBack(int token, int reach,
                             const std::function<int(const NameMention&, int)>& test) const;
  [[nodiscard]] bool MayOwn(const Person& owner, const Subject& subject) const;
  [[nodiscard]] bool IsRelative(int head, int owner, const Subject& subject) const;
  [[nodiscard]] int RelativeOf(int owner, const Subject& subject) const;
  [[nodiscard]] int Relative(const Subject& subject) const;
  [[nodiscard]] int OfRank(const Subject& subject) const;

  const Text& text_;
  const Names& names_;
  const People& people_;
  const SubjectReader& subjects_;
  std::map<int, std::vector<int>> heads_;  ///< by surname: "Mr. Bennet", "Mrs. Bennet"
  Roles roles_;
};

}  // namespace fullcast
