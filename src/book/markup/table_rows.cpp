#include "book/markup/table_rows.h"

#include <string>
#include <vector>

#include "core/utf8.h"

namespace fullcast {

bool IsCell(const MarkupNode& node) { return node.value == "td" || node.value == "th"; }

void AddCellJoint(const MarkupNode& node, MarkupParagraph& row) {
  const std::vector<std::string> lines = row.Lines();
  if (lines.empty()) return;
  std::size_t end = lines.back().size();
  const char32_t last = PreviousCodePoint(lines.back(), end);
  if (IsLetter(last) || IsDigit(last)) {
    row.DropSpaceAtEnd();
    row.Add({MarkupPiece::Kind::kInstead, node.span, ","});
  }
  row.Add({MarkupPiece::Kind::kSpace, node.span});
}

}  // namespace fullcast
