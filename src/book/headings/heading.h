// Chapter headings: how they are recognised.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fullcast {

enum class HeadingKind {
  kPart,      ///< "PART I", "VOL. II", "Book the First"
  kChapter,   ///< "Chapter 1", "STAVE ONE", "Letter 4"
  kNumber,    ///< "IV", "-1-", "VII. THE BLUE STONE"
  kNamed,     ///< "PREFACE", "THE EPILOGUE"
  kUntitled,  ///< a heading only by its form, such as Markdown's "# The Storm"
};

struct Heading {
  HeadingKind kind = HeadingKind::kUntitled;
  std::string word;     ///< "CHAPTER", "THE EPILOGUE"; empty for the kinds that have none
  std::string numeral;  ///< as it stands: "IV", "the First"
  int number = 0;       ///< 0: none (yet)
  bool in_words = false;
  bool colon = false;  ///< a colon stands between number and title
  std::string title;
  bool number_first = false;  ///< "Erstes Kapitel", "FIRST PART"
};

/// What a heading stands above.
enum class Rank {
  kText,  ///< no heading
  kPart,  ///< holds chapters
  kChapter,
  kSection,  ///< inside a chapter
};

/// Reads a whole line as a heading, without the ornaments around it ("-1-", "* * IV * *"). A word
/// such as "CHAPTER" alone is one whose number is still to come (number 0). Sentences that begin
/// like a heading ("Part I liked best ...", "Chapter two was found, and") are none.
std::optional<Heading> ParseHeading(std::string_view line);

/// Any text as a heading: what ParseHeading() finds in it, or a title.
Heading HeadingOf(std::string_view text);

/// A title without the ornaments around it.
std::string HeadingTitle(std::string_view text);

/// Whether a line or two could be a chapter's title: short, no sentence, no speech.
bool IsTitleLike(std::string_view text);

/// ... and set like a title, in capitals.
bool IsSetAsTitle(std::string_view text);

}  // namespace fullcast
