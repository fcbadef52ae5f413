#include "script/speakers/ages.h"

#include <gtest/gtest.h>

#include "book_of.h"

namespace fullcast {
namespace {

// The age of the person with a name, who speaks in some paragraphs.
std::string AgeOf(const std::string& name, const std::vector<std::string>& paragraphs) {
  const Book book = BookOf(paragraphs);
  const Dialogue dialogue = ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
  for (const Person& person : dialogue.people.persons) {
    for (const std::string& alias : person.aliases) {
      if (alias == name) return person.age;
    }
  }
  ADD_FAILURE() << "nobody is called " << name;
  return "";
}

TEST(Ages, TheNounTells) {
  EXPECT_EQ(AgeOf("the old woman", {"\"Come in,\" said the old woman."}), "old");
  EXPECT_EQ(AgeOf("the boy", {"\"Come in,\" said the boy."}), "child");
  EXPECT_EQ(AgeOf("the young man", {"\"Come in,\" said the young man."}), "young");
  EXPECT_EQ(AgeOf("the porter", {"\"Come in,\" said the porter."}), "");
}

TEST(Ages, WordsBeforeANameVote) {
  EXPECT_EQ(AgeOf("Mr. Holt", {"\"Come in,\" said old Mr. Holt.", "Then old Mr. Holt sat down.",
                               "It was dark where old Mr. Holt sat."}),
            "old");
  EXPECT_EQ(AgeOf("Mr. Holt", {"\"Come in,\" said old Mr. Holt.", "Then Mr. Holt sat down."}), "");
}

TEST(Ages, ANumberOfYearsDecides) {
  const std::string said = "\"Come in,\" said Tom.";
  EXPECT_EQ(AgeOf("Tom", {"Tom, a boy of nine, was there.", said}), "child");
  EXPECT_EQ(AgeOf("Tom", {"Tom was nineteen years old.", said}), "young");
  EXPECT_EQ(AgeOf("Tom", {"Tom, aged seventy-one, was there.", said}), "old");
  EXPECT_EQ(AgeOf("Tom", {"Tom was forty years old.", said}), "");
  EXPECT_EQ(AgeOf("Tom", {"Tom had nine apples.", said}), "");
}

}  // namespace
}  // namespace fullcast
