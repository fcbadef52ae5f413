// Speech cues: what the narration around a quotation says of its speaker.
#pragma once

#include <string_view>

#include "script/people/tokens.h"
#include "script/speakers/subjects.h"

namespace fullcast {

enum class CuePlace {
  kNone,
  kVerbSubject,     ///< behind the quotation: "...," said Emma
  kSubjectVerb,     ///< behind the quotation: "...," Emma said
  kBefore,          ///< before it: Emma said, "..."
  kParagraphBefore  ///< at the end of the paragraph before it: Emma said:
};

/// The narration around one quotation, read for its speaker.
struct Cue {
  Subject subject;  ///< who is said to speak
  CuePlace place = CuePlace::kNone;
  bool thought = false;  ///< the verb is one of thinking
  Subject listener;      ///< to whom it is said
  Subject beat_before;   ///< who acts in the sentence before the quotation
  Subject beat_after;    ///< who acts in the sentence behind it
};

/// Reads cues in a tokenised text.
class CueReader {
 public:
  CueReader(const Text& text, const SubjectReader& subjects) : text_(text), subjects_(subjects) {}

  /// The cue of the tokens [begin, end) of one stretch of quotation inside one paragraph.
  [[nodiscard]] Cue Read(int begin, int end) const;

  /// Who is said to say something that is not quoted ("Elizabeth replied that she was"), the last
  /// of the narration among the tokens [begin, end); none: kNone.
  [[nodiscard]] Subject ReportIn(int begin, int end) const;

 private:
  [[nodiscard]] const Token& At(int i) const { return text_.tokens[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::string_view Word(int i) const { return text_.Word(At(i)); }
  [[nodiscard]] bool IsThought(int i) const;
  [[nodiscard]] int SkipMarks(int i, int end) const;
  [[nodiscard]] int SentenceEnd(int i, int end) const;
  [[nodiscard]] int SentenceBegin(int begin, int i) const;
  [[nodiscard]] int VerbBehind(const Subject& subject, int stop) const;
  [[nodiscard]] bool Reports(int verb, int stop) const;
  [[nodiscard]] int ClauseBegin(int first, int end) const;
  [[nodiscard]] Subject SubjectOfVerb(int first, int verb, int end) const;
  void ReadAfter(int begin, int end, bool comma, Cue& cue) const;
  bool ReadInverted(int first, int stop, bool comma, Cue& cue) const;
  void ReadBefore(int begin, int end, bool same_paragraph, Cue& cue) const;

  const Text& text_;
  const SubjectReader& subjects_;
};

}  // namespace fullcast
