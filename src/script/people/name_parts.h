// Names taken apart: title, given name, surname.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "script/people/names.h"

namespace fullcast {

/// Titles of one kind may be one person's.
enum class TitleKind { kNone, kMister, kMrs, kMiss, kKin, kRank, kMaster };

/// Begins the given name of "Mrs. John Knightley", who is not called John.
inline constexpr std::string_view kWifeOf = "mrs ";

/// A name form taken apart.
struct NameParts {
  int form = 0;
  int title = -1;  ///< word number, or -1
  TitleKind title_kind = TitleKind::kNone;
  std::string given;                 ///< full given name in lower case, or empty
  std::string written;               ///< the given name as it is written: a pet name, perhaps
  int surname = -1;                  ///< word number, or -1
  int bare = -1;                     ///< a single word that may be given name or surname
  Gender gender = Gender::kUnknown;  ///< by title, then by given name
  Gender title_gender = Gender::kUnknown;
};

/// Takes name forms apart, in the light of all names of the text.
class NameParser {
 public:
  NameParser(const Text& text, const Names& names, const Lexicon& lexicon);

  [[nodiscard]] NameParts Parse(int form) const;

  /// The parts of all forms that name a person, the form used most first.
  [[nodiscard]] std::vector<NameParts> ParsePersons() const;

  [[nodiscard]] TitleKind KindOf(int title) const;
  [[nodiscard]] bool IsTitle(int word) const { return (Classes(word) & kAnyTitle) != 0; }
  [[nodiscard]] bool IsGivenName(int word) const { return (Classes(word) & kAnyName) != 0; }

  /// Whether a word stands as a surname, behind a given name or a title.
  [[nodiscard]] bool IsSurname(int word) const;

 private:
  [[nodiscard]] std::uint32_t Classes(int word) const {
    return classes_[static_cast<std::size_t>(word)];
  }
  [[nodiscard]] const std::string& Word(int word) const { return text_.vocabulary.Word(word); }
  [[nodiscard]] bool IsGivenAfterTitle(int title, int word) const;
  [[nodiscard]] bool StartsSurname(const std::vector<int>& words, std::size_t first) const;

  const Text& text_;
  const Names& names_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> classes_;
  std::map<int, int> given_count_;    ///< by word: as the first of a name's words
  std::map<int, int> surname_count_;  ///< as the last
  std::map<int, int> titled_count_;   ///< alone behind "Mr." and the like
};

}  // namespace fullcast
