#include "script/speakers/pronouns.h"

#include <gtest/gtest.h>

#include "book_of.h"
#include "script/language/lexicon.h"

namespace fullcast {
namespace {

/// Whom the last "he" or "she" of a text means, and who of those with names was in view, as
/// "Gino, Gino".
std::string LastPronoun(const std::vector<std::string>& paragraphs) {
  const Book book = BookOf(paragraphs);
  const Dialogue dialogue = ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
  std::string last = "none";
  for (const Action& action : ResolvePronouns(dialogue)) {
    const std::string& word =
        dialogue.text.Word(dialogue.text.tokens[static_cast<std::size_t>(action.token)]);
    if (word != "he" && word != "she") continue;
    const auto name = [&](int person) {
      return person < 0 ? "nobody" : dialogue.people.persons[static_cast<std::size_t>(person)].name;
    };
    last = name(action.person) + ", " + name(action.named);
  }
  return last;
}

TEST(PronounsTest, TheSubjectIsInView) {
  EXPECT_EQ(LastPronoun({"Gino met Philip in the street. He laughed."}), "Gino, Gino");
}

TEST(PronounsTest, WhoseManners) {
  EXPECT_EQ(LastPronoun({"Gino made the tea.",
                         "Gino sat down. Philip's manners were agreeable. "
                         "He kissed her hand."}),
            "Philip, Philip");
}

TEST(PronounsTest, ANounStandsBesideWhoHasAName) {
  EXPECT_EQ(LastPronoun({"Nancy came in.", "\"Where is he?\" asked the girl.",
                         "The girl sat down. She laughed."}),
            "the girl, Nancy");
}

}  // namespace
}  // namespace fullcast
