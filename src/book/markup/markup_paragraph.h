// A paragraph of markup while it is read: pieces of text and marks, cut into blocks at its end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "book/source/source_text.h"
#include "core/book.h"

namespace fullcast {

struct MarkupPiece {
  enum class Kind {
    kText,     ///< a range of the source, as it stands
    kInstead,  ///< `text` in place of a range
    kSpace,
    kNote,   ///< a reference to a footnote; `text` is where it leads
    kBreak,  ///< a line ends
    kEmphasisBegin,
    kEmphasisEnd,
    kForeignBegin,  ///< `text` is the language
    kForeignEnd,
    kSoundBegin,  ///< `text` is IPA
    kSoundEnd,
  };
  Kind kind = Kind::kText;
  Span span;  ///< in SourceText::text; of marks, empty
  std::string text = {};
};

/// How the lines of a paragraph are to be understood.
enum class LineBreaks {
  kByLength,  ///< short lines are verse, others are not
  kVerse,     ///< each is a line of verse
  kJoin,      ///< they are one text: a heading
};

class MarkupParagraph {
 public:
  BlockKind kind = BlockKind::kText;
  std::string skip;
  LineBreaks breaks = LineBreaks::kByLength;

  /// The text of a node: white space becomes single spaces, invisible characters go. `raw` is what
  /// stands in the source at `span`.
  void AddText(std::string_view text, Span span, std::string_view raw);
  void Add(MarkupPiece piece) { pieces_.push_back(std::move(piece)); }

  /// Takes white space behind its last word away again.
  void DropSpaceAtEnd();

  [[nodiscard]] bool HasText() const { return has_text_; }

  /// Adds the lines of another paragraph, which begins behind `end`.
  void Append(const MarkupParagraph& other, std::size_t end);

  /// Its lines, without white space at their ends; empty ones are left out.
  [[nodiscard]] std::vector<std::string> Lines() const;

  /// Cuts it into blocks that hold source.text[begin, end) together. There must be text.
  [[nodiscard]] std::vector<Block> MakeBlocks(const SourceText& source, std::size_t begin,
                                              std::size_t end) const;

 private:
  using Pieces = std::vector<MarkupPiece>;

  void AddRun(std::string_view text, std::size_t begin, std::size_t end, Span span,
              bool as_it_stands);
  [[nodiscard]] std::vector<Pieces> SplitLines() const;
  [[nodiscard]] bool AreVerse(const std::vector<std::string>& lines) const;

  Pieces pieces_;
  bool has_text_ = false;
};

}  // namespace fullcast
