// The voices of a series of books, so that a character keeps its voice from book to book. Format:
// voices/README.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// Somebody who appears in the series, whatever the id in one book's script.
struct SeriesMember {
  std::string name;
  std::vector<std::string> aliases;
  Gender gender = Gender::kUnknown;
  Role role;
};

struct SeriesCast {
  std::optional<Role> narrator;
  std::vector<SeriesMember> members;  ///< in the order in which they came

  /// The roles of those who appear in this script, by its speakers' ids. Who has the same name is
  /// the same, else who alone has one of the names; but nobody of another sex.
  [[nodiscard]] std::map<std::string, Role> RolesIn(const Script& script) const;

  /// Takes over the roles of the narrator and of all who speak and have a name: a capital letter.
  void Remember(const Script& script, const Cast& cast);

 private:
  [[nodiscard]] std::map<std::string, std::size_t> MembersIn(const Script& script) const;
};

/// The file's text: the narrator, then a line a character.
std::string FormatSeriesCast(const SeriesCast& series, const Presets& presets);

/// Throws Error with file, line and column at broken JSON, an unknown field or preset, a value out
/// of range. `file` is used in messages only.
SeriesCast ParseSeriesCast(std::string_view text, const std::string& file, const Presets& presets);

}  // namespace fullcast
