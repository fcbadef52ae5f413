// The blocks of a document in the order in which they are found, so that nothing between them is
// lost.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/markup/markup_blocks.h"
#include "book/markup/markup_paragraph.h"
#include "book/source/source_text.h"

namespace fullcast {

/// Block::skip of a document without text: tags, and perhaps pictures.
inline constexpr const char* kNoTextReason = "markup";

/// A whole paragraph; a heading may still wait for its second line.
struct FinishedParagraph {
  MarkupParagraph paragraph;
  int level = 0;          ///< of a heading, 1 to 6
  std::size_t group = 0;  ///< the <hgroup> or <header> it stands in, 0: none
  std::size_t end = 0;    ///< in SourceText::text, behind its closing tag
  bool front = false;     ///< in a dedication or an epigraph
  bool bold = false;      ///< all of its text is
  bool link = false;      ///< ... is a link to a place in the book
};

class DraftList {
 public:
  explicit DraftList(const SourceText& source) : source_(source) {}

  /// An anchor: it belongs to the first block that ends behind it.
  void AddAnchor(std::size_t place, std::string_view id) { ids_.emplace_back(place, id); }

  /// The blocks of a paragraph with text; they begin where the last one ended.
  void Add(const FinishedParagraph& one);

  /// A scene break for `span`, unless one was just added.
  void AddSceneBreak(Span span);

  /// Everything before this offset is in a block.
  [[nodiscard]] std::size_t done() const { return done_; }

  /// All of it. What is left behind the last block is its own; a document without blocks is one
  /// that is skipped.
  std::vector<MarkupDraft> Finish();

 private:
  void Emit(Block block, MarkupDraft draft, std::size_t end);
  [[nodiscard]] std::size_t SkipSpace(std::size_t position) const;

  const SourceText& source_;
  std::vector<MarkupDraft> drafts_;
  std::size_t done_ = 0;
  std::vector<std::pair<std::size_t, std::string>> ids_;
  std::size_t next_id_ = 0;  // those before are in drafts
};

}  // namespace fullcast
