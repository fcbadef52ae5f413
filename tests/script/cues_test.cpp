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

TEST(CuesTest, ABeatIsNoCue) {
  EXPECT_EQ(CueOf({"Emma sat down. \"Well.\""}), "none");
  EXPECT_EQ(CueOf({"\"Well.\" Emma sat down."}), "none");
}

}  // namespace
}  // namespace fullcast
