// Persons while the forms of their names are being joined.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "script/people/meetings.h"
#include "script/people/name_parts.h"

namespace fullcast {

// Shares of the mentions of a name form that stand in one sentence with another form, above which
// the two are two persons: where the forms differ, and where one is part of the other.
inline constexpr double kMaybeApart = 0.025;
inline constexpr double kSurelyApart = 0.15;

/// What is known of a person while forms are being joined.
struct Draft {
  std::set<std::string> given;
  std::set<std::string> written;
  int surname = -1;
  std::map<int, TitleKind> titles;
  bool titled = false;
  Gender gender = Gender::kUnknown;
  int count = 0;
  bool styled_by_given = false;  ///< "Miss <given name>": a younger sister's style
  std::vector<int> forms;

  [[nodiscard]] bool HasRank() const;
  [[nodiscard]] bool MayBear(int title, TitleKind kind) const;
};

/// The drafts of a book, found by the parts of their names.
class Drafts {
 public:
  using Numbers = std::vector<int>;

  /// All three must live as long.
  Drafts(const Text& text, const Names& names, const NameParser& parser)
      : names_(names), parser_(parser), meetings_(text, names), of_form_(names.forms.size(), -1) {}

  [[nodiscard]] const Draft& At(int draft) const {
    return drafts_[static_cast<std::size_t>(draft)];
  }
  [[nodiscard]] const std::vector<Draft>& All() const { return drafts_; }
  /// For each name form the draft it was added to, or -1.
  [[nodiscard]] const std::vector<int>& OfForm() const { return of_form_; }

  [[nodiscard]] Numbers WithGiven(const std::string& given) const { return Find(by_given_, given); }
  [[nodiscard]] Numbers WithSurname(int surname) const { return Find(by_surname_, surname); }
  [[nodiscard]] Numbers WithTitle(int title) const { return Find(by_title_, title); }
  [[nodiscard]] Numbers WithFullName(int surname, const std::string& given) const {
    return Find(by_full_, {surname, given});
  }

  /// Adds a form to a draft, to a new one if that is -1.
  void Add(int draft, const NameParts& p);

  /// Whether a form and a draft are met side by side too often to be one person: in more than a
  /// share of the mentions of the rarer. "Kemp" is often told beside "Dr. Kemp" and is he.
  [[nodiscard]] bool Apart(const Draft& d, int form, double share) const;

 private:
  template <typename Key>
  static Numbers Find(const std::map<Key, Numbers>& index, const Key& key) {
    const auto entry = index.find(key);
    return entry == index.end() ? Numbers{} : entry->second;
  }
  [[nodiscard]] const NameForm& Form(int form) const {
    return names_.forms[static_cast<std::size_t>(form)];
  }
  [[nodiscard]] bool IsPart(int a, int b) const;

  const Names& names_;
  const NameParser& parser_;
  Meetings meetings_;
  std::vector<Draft> drafts_;
  std::vector<int> of_form_;
  std::map<std::string, Numbers> by_given_;
  std::map<int, Numbers> by_surname_;
  std::map<std::pair<int, std::string>, Numbers> by_full_;
  std::map<int, Numbers> by_title_;
};

}  // namespace fullcast
