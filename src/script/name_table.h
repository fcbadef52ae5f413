// Values that stand in files as words: a table of pairs of name and value.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/json.h"

namespace fullcast {

/// The value whose name stands here; throws Error that lists the names where it is none of them.
template <typename Table>
auto ValueOf(const Table& table, const Json& json) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) {
    return entry.first == json.AsString();
  });
  if (found != table.end()) return found->second;
  std::string known;
  for (const auto& entry : table) known += (known.empty() ? "" : ", ") + std::string(entry.first);
  throw json.Wrong("unknown word \"" + json.AsString() + "\"; known here: " + known);
}

/// The name of a value, which has to be in the table.
template <typename Table, typename Value>
std::string_view NameIn(const Table& table, Value value) {
  return std::find_if(table.begin(), table.end(),
                      [&](const auto& entry) { return entry.second == value; })
      ->first;
}

}  // namespace fullcast
