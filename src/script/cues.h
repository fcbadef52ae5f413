// Speech cues: what the narration around a quotation says of its speaker.
#pragma once

#include <optional>
#include <vector>

#include "script/names.h"
#include "script/people.h"

namespace fullcast {

enum class SubjectKind {
  kNone,
  kName,         ///< "said Emma"
  kPronoun,      ///< "said she"
  kNoun,         ///< "cried his wife"
  kFirstPerson,  ///< "said I"
  kGroup,        ///< "they all cried"
};

/// What a noun tells of the person beside the sex.
enum class NounKind { kNone, kSpouse, kParent, kSibling, kElderKin, kChild, kYoung, kGeneric, kRole };

/// Somebody a sentence speaks of, as it names him.
struct Subject {
  SubjectKind kind = SubjectKind::kNone;
  int person = -1;                   ///< of a name
  Gender gender = Gender::kUnknown;  ///< of a pronoun or noun
  int noun = -1;                     ///< word number of the noun
  NounKind noun_kind = NounKind::kNone;
  int owner = -1;                    ///< person of "Emma's father", or -1
  bool owned = false;                ///< "her father", "Emma's father"
  int begin = -1;                    ///< tokens
  int end = -1;
};

enum class CuePlace {
  kNone,
  kVerbSubject,    ///< behind the quotation: "...," said Emma
  kSubjectVerb,    ///< behind the quotation: "...," Emma said
  kBefore,         ///< before it: Emma said, "..."
  kParagraphBefore ///< at the end of the paragraph before it: Emma said:
};

/// The narration around one quotation, read for its speaker.
struct Cue {
  Subject subject;                   ///< who is said to speak
  CuePlace place = CuePlace::kNone;
  bool thought = false;              ///< the verb is one of thinking
  Subject beat_before;               ///< who acts in the sentence before the quotation
  Subject beat_after;                ///< who acts in the sentence behind it
};

/// Reads cues in a tokenised text.
class CueReader {
 public:
  CueReader(const Text& text, const Names& names, const People& people, const Lexicon& lexicon);

  /// The cue of the tokens [begin, end) of one stretch of quotation inside one paragraph.
  [[nodiscard]] Cue Read(int begin, int end) const;

  /// The person, pronoun or noun that starts at a token.
  [[nodiscard]] Subject SubjectAt(int i, int end) const;

  /// The name mention that starts at a token, or -1.
  [[nodiscard]] int MentionAt(int i) const { return mention_at_[static_cast<std::size_t>(i)]; }

  [[nodiscard]] std::uint32_t Classes(int i) const;

 private:
  [[nodiscard]] const Token& At(int i) const { return text_.tokens[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::string_view Word(int i) const { return text_.Word(At(i)); }
  [[nodiscard]] NounKind KindOfNoun(int i) const;
  [[nodiscard]] Subject NounAt(int i, int end) const;
  [[nodiscard]] int SkipMarks(int i, int end) const;
  [[nodiscard]] int SentenceEnd(int i, int end) const;
  [[nodiscard]] int SentenceBegin(int begin, int i) const;
  [[nodiscard]] bool IsSpeech(int i) const;
  void ReadAfter(int begin, int end, bool comma, Cue& cue) const;
  void ReadBefore(int begin, int end, bool same_paragraph, Cue& cue) const;
  [[nodiscard]] Subject FirstSubject(int begin, int end) const;

  const Text& text_;
  const Names& names_;
  const People& people_;
  std::vector<std::uint32_t> classes_;
  std::vector<int> mention_at_;
};

}  // namespace fullcast
