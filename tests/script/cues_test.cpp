#include "script/speakers/cues.h"

#include <gtest/gtest.h>

#include "book_of.h"
#include "script/language/lexicon.h"
#include "script/speakers/dialogue.h"

namespace fullcast {
namespace {

/// The cue of the last turn of a text, as words.
std::string CueOf(const std::vector<std::string>& paragraphs) {
  const Book book = BookOf(paragraphs);
  const Dialogue dialogue = ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
  if (dialogue.turns.empty()) return "no turn";
  const Turn& turn = dialogue.turns.back();
  const Subject& subject = turn.cue.subject;
  const std::string name =
      turn.cue_person < 0 ? ""
                          : dialogue.people.persons[static_cast<std::size_t>(turn.cue_person)].name;
  if (turn.cue.place == CuePlace::kNone) return "none";
  switch (subject.kind) {
    case SubjectKind::kName:
    case SubjectKind::kNoun:
      return name;
    case SubjectKind::kPronoun:
      return subject.gender == Gender::kMale ? "he" : "she";
    case SubjectKind::kFirstPerson:
      return "I";
    case SubjectKind::kGroup:
      return "several";
    case SubjectKind::kNone:
      break;
  }
  return "none";
}

TEST(CuesTest, VerbAndNameBehindTheQuotation) {
  EXPECT_EQ(CueOf({"\"Well,\" said Emma."}), "Emma");
  EXPECT_EQ(CueOf({"\"Well,\" Emma said."}), "Emma");
  EXPECT_EQ(CueOf({"\"Well!\" cried poor Emma, in despair."}), "Emma");
  EXPECT_EQ(CueOf({"\"Well,\" said she to Emma."}), "she");
}

TEST(CuesTest, BeforeTheQuotation) {
  EXPECT_EQ(CueOf({"Emma turned to him and said, \"Well.\""}), "Emma");
  EXPECT_EQ(CueOf({"He looked at Emma, and said: \"Well.\""}), "he");
  EXPECT_EQ(CueOf({"At last Emma said:", "\"Well.\""}), "Emma");
}

TEST(CuesTest, NounsAndGroups) {
  EXPECT_EQ(CueOf({"\"Well,\" said the old porter."}), "the porter");
  EXPECT_EQ(CueOf({"\"Well,\" they all cried."}), "several");
  EXPECT_EQ(CueOf({"\"Well,\" said I."}), "I");
}

TEST(CuesTest, TheSubjectMayStandFarBefore) {
  EXPECT_EQ(CueOf({"Emma saw what he was doing, and, turning to Harriet, said, \"Well.\""}),
            "Emma");
  EXPECT_EQ(CueOf({"When Harriet came in, Emma rose and said: \"Well.\""}), "Emma");
  EXPECT_EQ(CueOf({"She was so kind, that he gratefully burst out: \"Well.\""}), "he");
  EXPECT_EQ(CueOf({"It was too much for Emma; for she cried, \"Well.\""}), "she");
  EXPECT_EQ(CueOf({"Emma came nearer, exclaiming, \"Well.\""}), "Emma");
  EXPECT_EQ(CueOf({"He sat with Emma, till Sir William Lucas thus began.", "\"Well.\""}),
            "Sir William Lucas");
}

TEST(CuesTest, WhoReportsDoesNotSpeakTheQuotation) {
  EXPECT_EQ(CueOf({"\"Is it true?\" Emma replied that it was."}), "none");
}

TEST(CuesTest, DescriptionsThatNamesExplain) {
  EXPECT_EQ(CueOf({"Mr. Bennet and Mrs. Bennet were at home.", "Mr. Bennet rang the bell.",
                   "\"Well,\" said his lady."}),
            "Mrs. Bennet");
  EXPECT_EQ(CueOf({"Mr. Bennet sent for Elizabeth Bennet. Elizabeth came in.",
                   "\"Well,\" said her father."}),
            "Mr. Bennet");
  EXPECT_EQ(CueOf({"General Tilney came in with Emma.", "\"Well,\" said the general."}),
            "General Tilney");
  EXPECT_EQ(CueOf({"Lady Catherine looked at Emma.", "\"Well,\" said her ladyship."}),
            "Lady Catherine");
  EXPECT_EQ(CueOf({"Mrs. John Knightley came in with Mr. John Knightley.",
                   "\"Well,\" said Emma to Mrs. John Knightley.", "\"Well,\" said her husband."}),
            "Mr. John Knightley");
  EXPECT_EQ(CueOf({"Emma saw Aunt Juley.", "\"Well,\" said her aunt."}), "Aunt Juley");
}

TEST(CuesTest, ARoleIsItsBearersOnceHeIsIntroduced) {
  EXPECT_EQ(CueOf({"Mr. Bumble, the beadle, came in. Emma rose.", "\"Well,\" said the beadle."}),
            "Mr. Bumble");
  EXPECT_EQ(CueOf({"There sat the artist himself, Basil Hallward.", "\"Well,\" said Emma.",
                   "\"Well,\" said the painter."}),
            "Basil Hallward");
  EXPECT_EQ(CueOf({"The lawyer Mr. Utterson came in.", "\"Well,\" said the old lawyer."}),
            "Mr. Utterson");
  EXPECT_EQ(CueOf({"Dr. Kemp looked at Emma.", "\"Well,\" said the doctor."}), "Dr. Kemp");
  EXPECT_EQ(CueOf({"Oliver, the beadle, and Mrs. Mann came in.", "\"Well,\" said the beadle."}),
            "the beadle");
  EXPECT_EQ(CueOf({"Mrs. Corney, the matron, came in.", "\"Well,\" said the beadle."}),
            "the beadle");
}

TEST(CuesTest, ABeatIsNoCue) {
  EXPECT_EQ(CueOf({"Emma sat down. \"Well.\""}), "none");
  EXPECT_EQ(CueOf({"\"Well.\" Emma sat down."}), "none");
  EXPECT_EQ(CueOf({"\"Well.\" Emma put down her cup."}), "none");
  EXPECT_EQ(CueOf({"\"Well,\" Emma put in."}), "Emma");
}

/// A text's dialogue, and its last turn.
struct Listened {
  explicit Listened(const std::vector<std::string>& paragraphs)
      : book(BookOf(paragraphs)),
        dialogue(ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"))) {}

  [[nodiscard]] const Turn& Last() const { return dialogue.turns.back(); }
  [[nodiscard]] std::string Told() const {
    return Last().told < 0 ? ""
                           : dialogue.people.persons[static_cast<std::size_t>(Last().told)].name;
  }

  Book book;
  Dialogue dialogue;
};

TEST(NominalsTest, AVoiceInWhichOneSpeaksIsNobody) {
  const Listened heard({"\"Who is there?\" said the voice.",
                        "Emma spoke in a low voice, and the voice of the sea replied.",
                        "\"I am,\" said Emma."});
  int voices = 0;
  for (const Mention& mention : heard.dialogue.mentions) {
    const Person& person = heard.dialogue.people.persons[static_cast<std::size_t>(mention.person)];
    voices += person.kind == PersonKind::kNominal ? 1 : 0;
  }
  EXPECT_EQ(voices, 1);
}

TEST(ListenersTest, ACallTellsASex) {
  EXPECT_EQ(Listened({"\"Yes, sir, I do,\" said Emma."}).Last().listener_gender, Gender::kMale);
  EXPECT_EQ(Listened({"\"Indeed, my lady.\""}).Last().listener_gender, Gender::kFemale);
  const Listened papa({"\"No, papa, nobody thought of it.\""});
  EXPECT_EQ(papa.Last().listener_gender, Gender::kMale);
  EXPECT_EQ(papa.Last().called, NounKind::kParent);
  EXPECT_EQ(Listened({"\"My father is out.\""}).Last().listener_gender, Gender::kUnknown);
  EXPECT_EQ(Listened({"\"The lady.\""}).Last().listener_gender, Gender::kUnknown);
}

TEST(ListenersTest, TheNarrationTellsToWhom) {
  EXPECT_EQ(Listened({"Emma saw Charlotte.", "\"Well,\" said she to Charlotte."}).Told(),
            "Charlotte");
  EXPECT_EQ(Listened({"\"Well,\" said she to him."}).Last().listener_gender, Gender::kMale);
  EXPECT_EQ(Listened({"Emma sat down. \"Well,\" asked Emma."}).Told(), "");
}

TEST(ListenersTest, WhoReportsHasSpokenBetween) {
  const Listened reported(
      {"\"Is it true?\" said Mr. Knightley.", "Emma replied that it was.", "\"Very well.\""});
  ASSERT_EQ(reported.Last().report_before.kind, SubjectKind::kName);
  EXPECT_EQ(reported.dialogue.people
                .persons[static_cast<std::size_t>(reported.Last().report_before.person)]
                .name,
            "Emma");
}

}  // namespace
}  // namespace fullcast
