// The annotated script: who says what, in the order it is read. Files: scripts/README.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

enum class Gender { kUnknown, kMale, kFemale };

/// Speakers that are no character of the book.
inline constexpr const char* kNarrator = "narrator";
inline constexpr const char* kUnknownSpeaker = "unknown";  ///< spoken, nobody knows by whom

/// Segment::reason where a person has decided.
inline constexpr const char* kSettled = "settled";

struct Character {
  std::string id;  ///< lower case, unique in the script: "elizabeth"
  std::string name;
  std::vector<std::string> aliases;
  Gender gender = Gender::kUnknown;
  std::string age;  ///< "child", "young", "old" or empty
};

/// Segment::delivery of what the narrator reads out of a letter.
inline constexpr const char* kLetterDelivery = "letter";

/// The class of the silence after a segment. Its length comes from the profile.
enum class Pause {
  kNone,      ///< the reading goes on in the middle of a sentence
  kClause,    ///< between narration and speech inside one sentence
  kDash,      ///< words break off at a dash
  kEllipsis,  ///< words trail off
  kSentence,  ///< between sentences of one paragraph
  kParagraph,
  kSpeaker,  ///< a new paragraph with a new speaker
  kScene,    ///< a scene break follows
  kHeading,  ///< after a heading
  kChapter,  ///< the chapter ends here
};
inline constexpr std::size_t kPauses = 10;

/// A stretch of text that one voice reads in one manner.
struct Segment {
  std::string speaker = kNarrator;  ///< a character's id, kNarrator or kUnknownSpeaker
  std::string text;                 ///< as it stands in the book, quotation marks included
  std::string say;                  ///< what to speak in place of the text; empty: the text
  std::size_t start = 0;            ///< byte offsets into `source`, end exclusive
  std::size_t end = 0;
  Pause pause = Pause::kNone;
  std::optional<int> pause_ms;  ///< written by hand, wins over the class
  std::string skip;             ///< why it is not read aloud; empty: it is
  bool heading = false;
  bool note = false;     ///< a footnote: may be read elsewhere than where it stands in the book
  bool thought = false;  ///< a quoted thought, in its thinker's voice
  std::string delivery;  ///< how it is said: "whispered", "shouted", "asked", "letter", ...
  std::vector<Span> emphasis;  ///< stressed words, in bytes of `text`, in order and apart
  std::string reason;          ///< why this speaker: "explicit", "pronoun", "turn", ...
  double confidence = 1.0;     ///< 0 to 1, of the speaker
  std::string source;          ///< the file of the book that start and end count in
  std::string language;        ///< BCP 47; empty: the book's
  std::vector<Pronunciation> pronunciations;  ///< given by the book, in order and apart
};

struct ScriptChapter {
  std::string title;
  std::vector<Segment> segments;
  std::size_t number = 0;  ///< in the book, from 1; 0: unknown, or no chapter of the book (credits)
};

struct Script {
  BookInfo book;
  std::vector<Character> characters;
  std::vector<ScriptChapter> chapters;
  PronunciationLexicon lexicon = {};  ///< that the book brings with it

  /// The character with this id, or nullptr.
  [[nodiscard]] const Character* FindCharacter(const std::string& id) const;
};

}  // namespace fullcast
