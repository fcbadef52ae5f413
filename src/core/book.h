// A book as its readers deliver it, whatever format it came in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/pronunciation_lexicon.h"

namespace fullcast {

/// What is known of a book beside its text. Empty means unknown.
struct BookInfo {
  std::string id;  ///< stable name of this book's content, see produce/
  std::string title;
  std::string subtitle;
  std::string author;  ///< several: "A. Writer, B. Writer"
  std::string translator;
  std::string narrator;
  std::string language = "en";  ///< BCP 47
  std::string cover;            ///< path of a JPEG or PNG file
  std::string year;
  std::string series;        ///< its name, behind which the place may stand: "Harbours #2"
  std::string series_index;  ///< place in the series: "2", "2.5"
  std::string description;   ///< plain text
  std::string genre;         ///< several subjects: "Fantasy; Fiction"
  std::string publisher;
  std::string identifier;  ///< an ISBN, a URN, a URL, as the book gives it

  bool operator==(const BookInfo&) const = default;
};

enum class BlockKind {
  kHeading,
  kText,
  kVerse,  ///< one line of verse
  kQuote,  ///< a letter, an inscription, an epigraph: set off from the text
  kListItem,
  kCaption,     ///< of a picture or a table
  kFootnote,    ///< a note to another place in the text, which refers to it, see Block::notes
  kSceneBreak,  ///< not read; a long pause
  kSkipped,     ///< not read, of no other kind; the reason is in `skip`
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

  bool operator==(const Span&) const = default;
};

/// A stretch of text in another language than the book's.
struct ForeignText {
  Span span;             ///< in bytes of the text
  std::string language;  ///< BCP 47

  bool operator==(const ForeignText&) const = default;
};

/// How the book says that a stretch of its text is pronounced.
struct Pronunciation {
  Span span;        ///< in bytes of the text
  std::string ipa;  ///< International Phonetic Alphabet

  bool operator==(const Pronunciation&) const = default;
};

/// Where a text refers to a footnote. The mark itself ("[1]") is left out of the text.
struct NoteReference {
  std::size_t text = 0;  ///< byte offset in Block::text
  std::string note;      ///< Block::note of the footnote
};

/// A paragraph, a heading, a line of verse: a unit of text that no quotation mark's pairing leaves
/// but by the rules of its language.
struct Block {
  BlockKind kind = BlockKind::kText;
  std::string text;             ///< what stands there, UTF-8, wrapped lines joined by one space
  std::string say;              ///< what to speak in place of the text; empty: the text
  Span source;                  ///< bytes of its file, from first to last non-white-space
  std::vector<SourceStep> map;  ///< sorted; the first step is at text 0
  std::vector<Span> emphasis;   ///< italics or bold, in bytes of `text`
  std::string skip;             ///< why it is not read aloud; empty: it is. Any kind may have one
  std::size_t file = 0;         ///< which of Book::sources `source` and `map` count in
  std::vector<ForeignText> foreign = {};           ///< sorted, apart
  std::vector<Pronunciation> pronunciations = {};  ///< sorted, apart
  std::string note = {};                  ///< a footnote's name, one in the book (kFootnote)
  std::vector<NoteReference> notes = {};  ///< in order of the text

  [[nodiscard]] bool IsRead() const { return skip.empty(); }

  /// The source offset of a byte of `text`; the end of `text` gives the end of `source`.
  [[nodiscard]] std::size_t SourceOffset(std::size_t text_offset) const;
};

/// A chapter, or a part of the book that is not read, such as its imprint: then each of its blocks
/// has a reason in `skip`. It may lie in several files.
struct Chapter {
  std::string title;
  std::vector<Block> blocks;
  int level = 1;  ///< in the table of contents; 2 is inside the chapter of level 1 above it
};

/// A file of the book with text, as it lies on disk or in the book's archive.
struct Source {
  std::string name;  ///< relative to the book
  std::string bytes;
};

/// Blocks of all chapters that lie in one source, in order, hold each of its non-white-space bytes
/// once.
struct Book {
  BookInfo info;
  std::vector<Chapter> chapters;
  std::vector<Source> sources;
  std::vector<std::string> warnings;  ///< for the user: repairs, guesses
  PronunciationLexicon lexicon = {};  ///< that the book brings with it
  std::string cover = {};  ///< bytes of a JPEG or PNG picture; empty: none, or info.cover names one
};

}  // namespace fullcast
