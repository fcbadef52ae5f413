#include "script/people/people.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "book_of.h"
#include "script/language/lexicon.h"

namespace fullcast {
namespace {

using ::testing::Contains;
using ::testing::Not;

class PeopleTest : public ::testing::Test {
 protected:
  void Read(const std::vector<std::string>& paragraphs) {
    const Book book = BookOf(paragraphs);
    const Lexicon lexicon = Lexicon::Of("en");
    text_ = Tokenize(book, FindQuotations(book));
    people_ = JoinNames(text_, FindNames(text_, lexicon), lexicon);
  }

  [[nodiscard]] const Person& Known(const std::string& alias) const {
    for (const Person& person : people_.persons) {
      if (std::find(person.aliases.begin(), person.aliases.end(), alias) != person.aliases.end()) {
        return person;
      }
    }
    ADD_FAILURE() << "nobody is called " << alias;
    return nobody_;
  }

  Text text_;
  People people_;
  Person nobody_;
};

TEST_F(PeopleTest, JoinsGivenNamePetNameAndFullName) {
  Read({"Yesterday Elizabeth Bennet came.", "So Elizabeth sat down.", "Then Lizzy laughed."});
  EXPECT_THAT(Known("Elizabeth Bennet").aliases, Contains("Lizzy"));
  EXPECT_THAT(Known("Elizabeth Bennet").aliases, Contains("Elizabeth"));
  EXPECT_EQ(Known("Lizzy").gender, Gender::kFemale);
}

TEST_F(PeopleTest, KeepsMrAndMrsApart) {
  Read({"Then Mr. Bennet came.", "Then Mrs. Bennet came.", "So Mr. Bennet sat.",
        "So Mrs. Bennet sat."});
  EXPECT_THAT(Known("Mr. Bennet").aliases, Not(Contains("Mrs. Bennet")));
  EXPECT_EQ(Known("Mr. Bennet").gender, Gender::kMale);
  EXPECT_EQ(Known("Mrs. Bennet").gender, Gender::kFemale);
}

TEST_F(PeopleTest, TheElderSisterIsMissSurname) {
  Read({"Then Jane Bennet came.", "Then Miss Elizabeth Bennet came.", "So Miss Bennet sat."});
  EXPECT_THAT(Known("Jane Bennet").aliases, Contains("Miss Bennet"));
  EXPECT_THAT(Known("Miss Elizabeth Bennet").aliases, Not(Contains("Miss Bennet")));
}

TEST_F(PeopleTest, AMotherIsNotHerDaughter) {
  Read({"Then Daisy Miller came.", "So Miss Miller sat.", "Then Mrs. Miller spoke."});
  EXPECT_THAT(Known("Daisy Miller").aliases, Contains("Miss Miller"));
  EXPECT_THAT(Known("Daisy Miller").aliases, Not(Contains("Mrs. Miller")));
}

TEST_F(PeopleTest, ABareSurnameIsTheMans) {
  Read({"Then Mr. Darcy came.", "Then Miss Darcy came.", "\"Well,\" said Darcy.",
        "So Mr. Darcy ate."});
  EXPECT_THAT(Known("Mr. Darcy").aliases, Contains("Darcy"));
}

TEST_F(PeopleTest, NamesMetInOneSentenceAreTwoPersons) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 6; ++i) {
    paragraphs.push_back("Then Sir Thomas Bertram spoke with Tom.");
  }
  Read(paragraphs);
  EXPECT_THAT(Known("Sir Thomas Bertram").aliases, Not(Contains("Tom")));
}

TEST_F(PeopleTest, PlacesAndPluralsAreNoPersons) {
  Read({"They lived in Meryton, and went from Meryton to Meryton.",
        "The Bennets walked. Then Mr. Bennet came. So the Bennets rested, and the Bennets slept."});
  for (const Person& person : people_.persons) {
    EXPECT_THAT(person.name, Not(::testing::AnyOf("Meryton", "the Bennets", "Bennets")));
  }
}

TEST_F(PeopleTest, PronounsTellTheSexOfAnUnknownName) {
  Read({"Then Xantho came, and he sat down.", "So Xantho took his hat.",
        "\"Well,\" said Xantho, and he left."});
  EXPECT_EQ(Known("Xantho").gender, Gender::kMale);
}

TEST_F(PeopleTest, ATitleMakesAPersonOfAPlaceWord) {
  Read({"Then Mrs. Hall came.", "So Mrs. Hall sat.", "The coach came to the Hall."});
  EXPECT_EQ(Known("Mrs. Hall").gender, Gender::kFemale);
}

}  // namespace
}  // namespace fullcast
