// A book as its readers deliver it, whatever format it came in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fullcast {

/// What is known of a book beside its text. Empty means unknown.
struct BookInfo {
  std::string id;  ///< stable name of this book's content, see produce/
  std::string title;
  std::string author;
  std::string narrator;
  std::string language = "en";  ///< BCP 47
  std::string cover;            ///< path of a JPEG or PNG file
  std::string year;
  std::string series;
  std::string description;
  std::string genre;
};

enum class BlockKind {
  kHeading,
  kText,
  kVerse,  ///< one line of verse
  kQuote,  ///< a letter, an inscription, an epigraph: set off from the text
  kListItem,
  kSceneBreak,  ///< not read; a long pause
  kSkipped,     ///< not read; the reason is in `skip`
};

/// From this byte of a block's text on, text and source advance together, until the next step.
struct SourceStep {
  std::size_t text = 0;    ///< byte offset in Block::text
  std::size_t source = 0;  ///< byte offset in the source file
};

/// Half-open byte range.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A paragraph, a heading, a line of verse: a unit of text that no quotation mark's pairing leaves
/// but by the rules of its language.
struct Block {
  BlockKind kind = BlockKind::kText;
  std::string text;             ///< what stands there, UTF-8, wrapped lines joined by one space
  std::string say;              ///< what to speak in place of the text; empty: the text
  Span source;                  ///< bytes of the source file, from first to last non-white-space
  std::vector<SourceStep> map;  ///< sorted; the first step is at text 0
  std::vector<Span> emphasis;   ///< italics or bold, in bytes of `text`
  std::string skip;             ///< why it is not read aloud (kSkipped, kSceneBreak)

  /// The source offset of a byte of `text`; the end of `text` gives the end of `source`.
  [[nodiscard]] std::size_t SourceOffset(std::size_t text_offset) const;
};

struct Chapter {
  std::string title;
  std::string source;  ///< name of the source file the offsets count in, see Book::sources
  std::vector<Block> blocks;
};

/// A file of the book, as it lies on disk.
struct Source {
  std::string name;  ///< relative to the book
  std::string bytes;
};

/// Blocks of all chapters of one source, in order, hold each of its non-white-space bytes once.
struct Book {
  BookInfo info;
  std::vector<Chapter> chapters;
  std::vector<Source> sources;
  std::vector<std::string> warnings;  ///< for the user: repairs, guesses
};

}  // namespace fullcast
