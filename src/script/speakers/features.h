// What is known of a turn of speech and one who may speak it, as numbers for the model.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "script/speakers/dialogue.h"
#include "script/speakers/encounters.h"
#include "script/speakers/naming_habits.h"
#include "script/speakers/narrated.h"
#include "script/speakers/noun_ties.h"
#include "script/speakers/pronouns.h"
#include "script/speakers/speech_habits.h"
#include "script/speakers/surroundings.h"
#include "script/speakers/topics.h"

namespace fullcast {

// Relations of a candidate to a cue: 2 named by it, 1 of the sex it tells, 0 no cue or none told,
// -1 of the other sex, -2 somebody else is named. Distances are capped, see kFar.
#define FULLCAST_FEATURES(X)                                                                       \
  X(cue_kind)     /* SubjectKind of the turn's cue */                                              \
  X(cue_place)    /* CuePlace of it */                                                             \
  X(cue)          /* relation to the turn's own cue */                                             \
  X(cue_before_3) /* relation to the cue of the third turn before, and so on */                    \
  X(cue_before_2)                                                                                  \
  X(cue_before_1)                                                                                  \
  X(cue_after_1)                                                                                   \
  X(cue_after_2)                                                                                   \
  X(cue_after_3)                                                                                   \
  X(beat_before) /* relation to who acts in the sentence before */                                 \
  X(beat_after)                                                                                    \
  X(beat_before_1) /* the same for the turn before */                                              \
  X(beat_after_1)                                                                                  \
  X(addressed) /* called by name in the turn: 1, another is: -1 */                                 \
  X(addressed_before_1)                                                                            \
  X(addressed_before_2)                                                                            \
  X(addressed_after_1)                                                                             \
  X(addressed_after_2)                                                                             \
  X(spoken_of) /* named in the turn */                                                             \
  X(spoken_of_before_1)                                                                            \
  X(spoken_of_after_1)                                                                             \
  X(told_ago)         /* paragraphs since the narration named the candidate */                     \
  X(told_rank)        /* how many others it named since */                                         \
  X(told_rank_of_sex) /* ... of those that fit the cue's sex */                                    \
  X(told_as_subject)                                                                               \
  X(told_in_paragraph) /* named in the turn's own paragraph, before it 1, behind it 2, both 3 */   \
  X(told_soon)         /* paragraphs until the narration names the candidate again */              \
  X(told_near)         /* mentions by the narration in the last 5 paragraphs */                    \
  X(told_far)          /* ... in the last 20 */                                                    \
  X(told_next)         /* ... in the next 5 */                                                     \
  X(first_subject)     /* subject of the narration paragraph right before */                       \
  X(others_in_paragraph)                                                                           \
  X(cued_ago) /* turns since one with a cue that names the candidate */                            \
  X(cued_soon)                                                                                     \
  X(cued_near)       /* turns with such cues among the 10 before and 10 behind */                  \
  X(cued_in_chapter) /* share of the chapter's named cues */                                       \
  X(cued_in_book)                                                                                  \
  X(said_ago) /* like cued_*, where the cue's pronoun may mean the candidate, too */               \
  X(said_soon)                                                                                     \
  X(said_near)                                                                                     \
  X(said_in_chapter)                                                                               \
  X(called_near)      /* times called by name in the 6 turns before and behind */                  \
  X(mentions_in_book) /* logarithm */                                                              \
  X(kind)             /* PersonKind */                                                             \
  X(gender)           /* Gender */                                                                 \
  X(close_lead) /* nearness to the turn, against the nearest other whom the cue's sex fits */      \
  X(acted_lead) /* acted_near less that of such a rival */                                         \
  X(said_lead)  /* said_near less his */                                                           \
  X(told_lead)  /* his told_ago less the candidate's */                                            \
  X(candidates) /* how many there are */                                                           \
  X(candidates_of_sex) /* how many fit the cue's sex */                                            \
  X(pronouns_here)     /* pronouns of the candidate's sex less the other's: own paragraph */       \
  X(pronouns_before)   /* ... in the narration of the 4 paragraphs before */                       \
  X(pronouns_after)    /* ... of the 4 behind */                                                   \
  X(pronouns_all)      /* how many there are in all of these */                                    \
  X(noun)              /* NounKind of the cue */                                                   \
  X(title)             /* TitleKind of the candidate */                                            \
  X(words)             /* length of the turn */                                                    \
  X(question)                                                                                      \
  X(question_before)                                                                               \
  X(gap_before) /* paragraphs of narration since the last turn */                                  \
  X(gap_after)                                                                                     \
  X(first_person_book)                                                                             \
  X(spoke_1) /* spoke the turn before: 1; nobody known did: -1 */                                  \
  X(spoke_2)                                                                                       \
  X(spoke_3)                                                                                       \
  X(spoke_4)                                                                                       \
  X(spoke_ago)        /* turns since the candidate spoke */                                        \
  X(spoke_sex_rank)   /* how many others of the candidate's sex spoke since the candidate did */   \
  X(spoke_sex_others) /* how many others of it are among the last speakers */                      \
  X(spoke_share)      /* share of the last 8 turns */                                              \
  X(speakers)         /* different speakers of the last 6 turns */                                 \
  X(sex_of_last)      /* the last speaker is of the same sex 1, of the other -1 */                 \
  X(last_named)       /* the last speaker is the one that this turn addresses or names */          \
  X(family)           /* the last speaker has the same surname */                                  \
  X(likeness)         /* how like the candidate's other words these are, see SpeechHabits */       \
  X(cue_meant)        /* the cue's pronoun rather means the candidate 1, somebody else -1 */       \
  X(cue_view)   /* who has a name and is in view at the cue's pronoun or noun 1, another -1 */     \
  X(beat_meant) /* ... of the beat before */                                                       \
  X(beat_after_meant) /* ... behind */                                                             \
  X(acted_ago)        /* paragraphs since the candidate was a subject, pronouns included */        \
  X(acted_rank)       /* how many others have been since */                                        \
  X(acted_near)       /* times in the last 5 paragraphs */                                         \
  X(acted_soon)       /* paragraphs until the candidate is a subject again */                      \
  X(acted_next)       /* times in the next 5 */                                                    \
  X(talks_with_last)  /* how often the last speaker's turns and the candidate's are neighbours */  \
  X(talks_share)      /* ... as a share of the last speaker's neighbours */                        \
  X(anchor_after)     /* alternation up to the next named cue: the candidate's turn 1, .5 if it is \
                         another's; else less */                                                   \
  X(anchor_after_turns) /* how many turns ahead it is */                                           \
  X(anchor_before)                                                                                 \
  X(anchor_before_turns)                                                                           \
  X(sex_anchor_after) /* the same with the next cue that tells a sex */                            \
  X(sex_anchor_before)                                                                             \
  X(introduced)        /* of one known by a noun: "a man" came before "the man" */                 \
  X(named_by_last)     /* the last turn's speaker, when he spoke before, was followed by it */     \
  X(listener)          /* of the sex of whom the turn is said to ("sir", "to her") 1, not -1 */    \
  X(listener_before_1) /* the same for the turn before, and so on */                               \
  X(listener_before_2)                                                                             \
  X(listener_after_1)                                                                              \
  X(listener_is_last) /* the last speaker is of that sex */                                        \
  X(noun_met)         /* with a noun for a cue: times the candidate spoke next to who bears it */  \
  X(noun_alternated)  /* times they took the same side of an exchange */                           \
  X(noun_company)     /* share of the noun's turns before which the candidate was named */         \
  X(tie_company)      /* ... what the noun's mentions in the whole book tell, see NounTies */      \
  X(tie_lift)                                                                                      \
  X(tie_apart)                                                                                     \
  X(tie_alternated)                                                                                \
  X(tie_met)                                                                                       \
  X(tie_rival) /* the highest lift of another candidate of the noun's sex */                       \
  X(told)      /* the narration says it is said to the candidate 1, to another -1 */               \
  X(told_before_1)                                                                                 \
  X(called) /* NounKind of "sir", "papa" in the turn */                                            \
  X(called_before_1)                                                                               \
  X(report_before) /* relation to who says something unquoted since the turn before */             \
  X(report_after)                                                                                  \
  X(report_meant)   /* its pronoun rather means the candidate */                                   \
  X(opening)        /* Opening of the turn */                                                      \
  X(narrated_since) /* words of narration since the turn before; see Narrated */                   \
  X(narrated_lead)                                                                                 \
  X(narrated_within)                                                                               \
  X(narrated_tail)                                                                                 \
  X(narrated_tail_before) /* of the turn before */                                                 \
  X(he_or_she)            /* times the turn says "he" or "she", of the candidate's sex */          \
  X(he_or_she_before_1)                                                                            \
  X(he_or_she_after_1)                                                                             \
  X(spoken_of_near) /* how many turns around speak of the candidate */                             \
  X(names_like)     /* how like the candidate the turn names others, see NamingHabits */           \
  X(length_like)    /* ... how like his others it is in length */                                  \
  X(thought)        /* it is thought, not said */

enum class Feature : std::size_t {
#define FULLCAST_NAME(name) name,
  FULLCAST_FEATURES(FULLCAST_NAME)
#undef FULLCAST_NAME
      kCount
};

inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::kCount);

/// The names of the features, as models and explanations write them.
const std::array<std::string_view, kFeatureCount>& FeatureNames();

using FeatureRow = std::array<float, kFeatureCount>;

inline float& Put(FeatureRow& row, Feature feature) {
  return row[static_cast<std::size_t>(feature)];
}

/// Whether a feature depends on who spoke the turns before, so that AddHistory fills it in.
constexpr bool IsOfHistory(Feature feature) {
  return (feature >= Feature::spoke_1 && feature <= Feature::family) ||
         feature == Feature::talks_with_last || feature == Feature::talks_share ||
         feature == Feature::named_by_last || feature == Feature::listener_is_last;
}

/// Who spoke the turns before, the last one first; -1 where nobody did or nobody knows.
using History = std::array<int, 8>;
inline constexpr History kNoHistory = {-1, -1, -1, -1, -1, -1, -1, -1};

/// A person who may speak a turn, with all that does not depend on who spoke before.
struct Candidate {
  int person = 0;
  float closeness = 0;  ///< how near and how often it is named around the turn
  FeatureRow row{};
};

class FeatureReader {
 public:
  explicit FeatureReader(const Dialogue& dialogue);

  /// Those who may speak a turn, at most 16: who is named around it and who speaks near it. Of a
  /// settled turn only its speaker.
  [[nodiscard]] std::vector<Candidate> Candidates(int turn) const;

  /// Fills in what depends on who spoke the turns before.
  void AddHistory(int turn, const History& history, Candidate& candidate) const;

  /// Whether nobody's turn before this one counts: a new chapter begins.
  [[nodiscard]] bool StartsAnew(int turn) const;

 private:
  [[nodiscard]] const Turn& At(int turn) const {
    return dialogue_.turns[static_cast<std::size_t>(turn)];
  }
  [[nodiscard]] const Person& Of(int person) const {
    return dialogue_.people.persons[static_cast<std::size_t>(person)];
  }
  void CountPronouns();
  void CountNeighbours();
  void CountCues();
  void RankChapter(const std::map<int, int>& counts);
  [[nodiscard]] std::size_t ChapterOf(int turn) const;
  [[nodiscard]] bool Near(int turn, int other) const;
  [[nodiscard]] float Relation(const Subject& subject, int named, int person) const;
  [[nodiscard]] float CueRelation(int turn, int other, int person) const;
  [[nodiscard]] float Addressed(int turn, int other, int person) const;
  [[nodiscard]] float Listener(int turn, int other, int person) const;
  [[nodiscard]] float SpokenOf(int turn, int other, int person) const;
  void FillSexes(const History& history, int person, FeatureRow& row) const;
  void FillAround(int turn, FeatureRow& row, int person) const;
  void FillNoun(int turn, FeatureRow& row, int person) const;
  void FillNounRivals(int turn, std::vector<Candidate>& candidates) const;
  static void FillLeads(std::vector<Candidate>& candidates);
  void FillListeners(int turn, FeatureRow& row, int person) const;
  void FillCued(int turn, FeatureRow& row, int person) const;
  void AddFromElsewhere(int turn, Gender sex, std::map<int, Around>& around) const;
  void FillMeant(int turn, std::vector<Candidate>& candidates) const;
  void FillTalk(int turn, FeatureRow& row, int person) const;

  [[nodiscard]] float Pronouns(int first, int last, Gender gender) const;

  void FillActions(int turn, std::vector<Candidate>& candidates) const;
  void FillAnchors(int turn, FeatureRow& row, int person) const;
  [[nodiscard]] int PersonMeant(const Subject& subject) const;
  [[nodiscard]] int NamedInView(const Subject& subject) const;
  [[nodiscard]] const Action* ActionOf(const Subject& subject) const;
  [[nodiscard]] int SpeakerOfCue(const Turn& turn) const;
  [[nodiscard]] float Meant(const Subject& subject, int person) const;

  const Dialogue& dialogue_;
  SpeechHabits habits_;
  NamingHabits namings_;
  NarrationWords narration_;
  Topics topics_;
  Encounters encounters_;
  NounTies ties_;
  std::vector<Action> actions_;  ///< in reading order
  std::map<std::pair<int, int>, int> neighbours_;
  std::vector<int> neighbours_of_;
  std::vector<std::pair<int, int>> pronouns_;  ///< "he" and "she" in narration up to a paragraph
  std::vector<int> mention_before_;  ///< for each turn the first mention at or behind its start
  std::vector<std::vector<int>> cued_turns_;          ///< by person
  std::vector<std::vector<int>> said_turns_;          ///< ... or a pronoun that means the person
  std::vector<std::map<int, float>> said_shares_;     ///< by chapter and person
  std::vector<std::vector<int>> chapter_persons_;     ///< by chapter, those named most by cues
  std::vector<std::map<int, float>> chapter_shares_;  ///< by chapter and person
  std::vector<float> book_shares_;
  std::vector<int> book_persons_;  ///< whom cues name, those named most first
};

}  // namespace fullcast
