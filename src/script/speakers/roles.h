// Who bears a role that a noun names: "the general" after "General Tilney", "the beadle" after
// "Mr. Bumble, the beadle".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "script/language/word_lists.h"
#include "script/speakers/subjects.h"

namespace fullcast {

/// Collects what titles and appositions say of the persons who have names. Linear.
class Roles {
 public:
  /// `lists` is the language's file "roles": its section "same" holds words for one role, joined
  /// by "_". The others must live as long.
  Roles(const Text& text, const Names& names, const People& people, const SubjectReader& subjects,
        const WordLists& lists);

  /// Whom a role's noun means, -1 where nobody is known to bear it: who was last named with it as
  /// his title, not far before in the chapter; else who was last introduced with it; else the only
  /// one in the book who ever bears it.
  [[nodiscard]] int BearerOf(const Subject& subject) const;

 private:
  /// A name that comes with its bearer's role.
  struct Naming {
    int token = 0;
    int person = 0;
  };

  /// Who bears one role, in reading order.
  struct Bearers {
    std::vector<Naming> titles;
    std::vector<Naming> appositions;
    int only = -1;  ///< the only one in the book, or -1
  };

  [[nodiscard]] const Token& At(int i) const { return text_.tokens[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const std::string& Word(int i) const { return text_.Word(At(i)); }
  [[nodiscard]] bool IsIn(int i, int paragraph) const {
    return i >= 0 && i < static_cast<int>(text_.tokens.size()) && At(i).paragraph == paragraph &&
           At(i).quotation < 0;
  }
  [[nodiscard]] std::size_t ChapterAt(int token) const {
    return text_.paragraphs[static_cast<std::size_t>(At(token).paragraph)].chapter;
  }
  [[nodiscard]] int RoleOf(int word) const;
  [[nodiscard]] int RoleBehind(const NameMention& name) const;
  [[nodiscard]] int RoleBefore(const NameMention& name) const;
  void Add(int word, int token, int person, bool title);
  [[nodiscard]] bool Fits(int person, const Subject& subject) const;
  [[nodiscard]] Naming Last(const std::vector<Naming>& namings, const Subject& subject) const;

  const Text& text_;
  const People& people_;
  const SubjectReader& subjects_;
  std::map<std::string, std::string> same_;  ///< the first word of each word's role
  std::map<int, Bearers> bearers_;           ///< by role
};

}  // namespace fullcast
