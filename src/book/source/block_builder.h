// Makes a block out of pieces of its source, and keeps count of where each piece stood.
#pragma once

#include <cstddef>
#include <string_view>

#include "book/source/source_text.h"
#include "core/book.h"

namespace fullcast {

/// Pieces are given in reading order as byte ranges of SourceText::text. What is left out between
/// two of them (marks of emphasis, ends of lines) belongs to what it clings to: to the character
/// before it, or, where that is a space or nothing, to the character behind it. So whoever cuts
/// the block's text in two, cuts its source in two by Block::SourceOffset(), and nothing is lost.
class BlockBuilder {
 public:
  BlockBuilder(const SourceText& source, BlockKind kind) : source_(source) { block_.kind = kind; }

  /// The characters of a range as they are spoken: without soft hyphens and other characters that
  /// have no width, ligatures in single letters, every space as U+0020. White space at the block's
  /// ends is dropped.
  void Append(Span range);
  /// The characters of a range, whatever they are.
  void AppendAsItIs(Span range);
  /// Other characters in place of a range, such as "&" for "&amp;".
  void AppendInstead(std::string_view text, Span range);
  /// One space for the white space that begins at this offset, if the text does not end in one.
  /// What else begins there, such as "&nbsp;", clings to the character behind it.
  void AppendSpace(std::size_t offset);
  /// What is appended between Begin and End is emphasised.
  void BeginEmphasis() { emphasis_begin_ = block_.text.size(); }
  void EndEmphasis();

  /// The text refers to this footnote here.
  void AddNoteReference(const std::string& note) {
    block_.notes.push_back({block_.text.size(), note});
  }

  [[nodiscard]] const std::string& text() const { return block_.text; }
  [[nodiscard]] bool HasWords() const;  ///< Finish() may be called

  /// The block, which owns the whole range of the source. Its text must not be empty.
  Block Finish(Span range);

 private:
  void AddStep(std::size_t offset);
  [[nodiscard]] bool EndsInSpace() const;
  [[nodiscard]] std::size_t SkipSpace(std::size_t begin, std::size_t end) const;

  const SourceText& source_;
  Block block_;                 // its map counts in SourceText::text until Finish()
  std::size_t copied_end_ = 0;  // where the last piece ended
  std::size_t emphasis_begin_ = 0;
};

/// One range of the source as a block that is not read aloud.
Block SkippedBlock(const SourceText& source, Span range, std::string_view reason,
                   BlockKind kind = BlockKind::kSkipped);

}  // namespace fullcast
