// A book as its conversations: turns of speech in order, what the narration says around each, and
// who is mentioned where.
#pragma once

#include <map>
#include <vector>

#include "script/people/people.h"
#include "script/people/tokens.h"
#include "script/quotes/quotation.h"
#include "script/speakers/cues.h"
#include "script/speakers/opening.h"

namespace fullcast {

/// A person mentioned in the text.
struct Mention {
  int token = 0;
  int paragraph = 0;
  int person = 0;
  int turn = -1;  ///< the turn it is spoken in, or -1: in narration
  bool vocative = false;
  bool subject = false;  ///< starts its sentence or clause
};

/// What one speaker says in one paragraph, or on over paragraphs: one quotation or several.
struct Turn {
  std::vector<int> quotations;  ///< indices of the book's quotations
  int first_paragraph = 0;
  int last_paragraph = 0;
  int begin = 0;  ///< first token
  int end = 0;    ///< behind the last token
  int words = 0;
  bool question = false;  ///< ends with a question mark
  Opening opening = Opening::kOther;
  bool thought = false;
  bool settled = false;  ///< a person has decided: the cue names the speaker for certain
  Cue cue;
  int cue_person = -1;         ///< the person that a name or noun of the cue stands for
  std::vector<int> addressed;  ///< persons called by name in it
  int told = -1;               ///< the person to whom the narration says it is said
  Gender listener_gender = Gender::kUnknown;  ///< "sir" and the like in it, or "said he to her"
  NounKind called = NounKind::kNone;          ///< what such a call tells beside the sex
  Subject report_before;       ///< who says something unquoted between the turn before and this
  std::vector<int> spoken_of;  ///< persons named in it otherwise
};

struct Dialogue {
  Text text;
  People people;
  std::vector<Mention> mentions;  ///< in reading order
  std::vector<Turn> turns;        ///< in reading order
  int narrator = -1;              ///< the person who says "I" in the narration, or -1
  int group = -1;                 ///< the person that stands for several, or -1
};

/// Makes everything that is said of one person said of another, who takes the aliases over: for
/// each pair of `into` the first becomes the second. No person may stand on both sides.
void MergePersons(Dialogue& dialogue, const std::map<int, int>& into);

/// For each quotation the character who is known to say it, or nullptr; or empty: none is known.
using KnownSpeakers = std::vector<const Character*>;

/// Reads a book's dialogue. Only spoken quotations make turns. A known speaker counts as a cue that
/// names him.
Dialogue ReadDialogue(const Book& book, const std::vector<Quotation>& quotations,
                      const Lexicon& lexicon, const KnownSpeakers& known = {});

}  // namespace fullcast
