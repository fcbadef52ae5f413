// Words that the book stresses: in italics, or in capitals.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

class EmphasisReader {
 public:
  /// Learns from the whole book which words it also writes in small letters: "BBC" and "XIV" are
  /// none of them, and in capitals they are not stressed.
  explicit EmphasisReader(const Book& book);

  /// The stressed words of a block, as ranges of its text, in order and apart. A longer stretch in
  /// italics or capitals (a letter, an inscription) is set off rather than stressed, and so are
  /// the capitals that open a chapter, whose first block `opens` it. Nothing of a heading.
  [[nodiscard]] std::vector<Span> Read(const Block& block, bool opens) const;

 private:
  [[nodiscard]] bool IsStressed(std::string_view word) const;
  [[nodiscard]] std::vector<Span> Capitals(std::string_view text, bool opens) const;

  std::set<std::string, std::less<>> small_words_;
};

/// The parts of some spans that lie in text[begin, end), counted from `begin`.
std::vector<Span> Within(const std::vector<Span>& spans, std::size_t begin, std::size_t end);

}  // namespace fullcast
