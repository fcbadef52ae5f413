#include "script/speakers/epithets.h"

#include <gmock/gmock.h>

#include <set>

#include "book_of.h"
#include "script/language/lexicon.h"
#include "script/speakers/dialogue.h"

namespace fullcast {
namespace {

using ::testing::IsSupersetOf;
using ::testing::Not;

/// Five times a visitor calls Lucy by her surname, while somebody else is there; no cue tells who
/// answers.
Dialogue Called(const std::string& other) {
  std::vector<std::string> paragraphs;
  for (int scene = 0; scene < 5; ++scene) {
    paragraphs.insert(paragraphs.end(),
                      {"Lucy looked up when Mr. Beebe came in. " + other + " went on sewing.",
                       "\"Good day, Miss Honeychurch,\" said Mr. Beebe.", "\"Good day.\""});
    paragraphs.insert(paragraphs.end(), 14, "It rained.");
  }
  const Book book = BookOf(paragraphs);
  return ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
}

/// Every person's names.
std::set<std::set<std::string>> NamesIn(const Dialogue& dialogue) {
  std::set<std::set<std::string>> names;
  for (const Person& person : dialogue.people.persons) {
    names.insert({person.aliases.begin(), person.aliases.end()});
  }
  return names;
}

TEST(EpithetsTest, WhoIsThereWhenASurnameIsCalledBearsIt) {
  EXPECT_THAT(NamesIn(Called("Miss Bartlett")),
              ::testing::Contains(IsSupersetOf({"Lucy", "Miss Honeychurch"})));
}

TEST(EpithetsTest, NotIfAnotherMayBearIt) {
  EXPECT_THAT(NamesIn(Called("Charlotte")),
              Not(::testing::Contains(IsSupersetOf({"Lucy", "Miss Honeychurch"}))));
}

}  // namespace
}  // namespace fullcast
