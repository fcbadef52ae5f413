// Tables as text: a line of column names, then a line a row, fields separated by tabs, nothing
// quoted or escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace fullcast {

/// Reads a table row by row. Columns are known by their names, so their order does not matter and
/// others may stand among them. The text must outlive the reader. Every Error names file and line.
class TabSeparated {
 public:
  /// `columns` are the names of those to be read. Throws Error at bytes that are no UTF-8 and where
  /// a column is missing.
  TabSeparated(std::string_view text, std::string file, std::vector<std::string> columns);

  /// Goes to the next row, at first to the first one; false behind the last. Throws Error at a row
  /// that ends before one of the columns.
  bool Next();

  /// What this row has in a column, an index into `columns`.
  [[nodiscard]] std::string_view Field(std::size_t column) const;

  /// The field as a number in decimal digits. Throws Error where it is none, or above `most`.
  [[nodiscard]] std::size_t Count(std::size_t column, std::size_t most) const;

  /// The number of this row's line in the file, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }

  /// An error that stands in this row.
  [[nodiscard]] Error Wrong(const std::string& message) const;

 private:
  void SplitNextLine();

  std::string_view rest_;
  std::string file_;
  std::size_t line_ = 0;
  std::vector<std::string> columns_;
  std::vector<std::size_t> places_;       // of each column in a row
  std::vector<std::string_view> fields_;  // of this row
};

}  // namespace fullcast
