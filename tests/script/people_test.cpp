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

TEST_F(PeopleTest, AShortNameToldBesideTheLongOneIsTheSamePersons) {
  Read({"Dr. Kemp went in. Dr. Kemp sat down. Then Dr. Kemp rose, and Dr. Kemp looked out.",
        "\"Who is there?\" said Dr. Kemp.", "\"Who?\" said Kemp.",
        "So Dr. Kemp went out. Dr. Kemp was gone. Then Dr. Kemp ran.",
        "So Kemp was away, and Kemp did not come back. So Kemp slept.",
        "Then Kemp woke. So Kemp rose, and Kemp ate. Then Kemp wrote."});
  EXPECT_THAT(Known("Dr. Kemp").aliases, Contains("Kemp"));
}

TEST_F(PeopleTest, AnOldMrEmersonIsNotTheYoungOne) {
  Read({"George Emerson came in with old Mr. Emerson.", "So George sat with Mr. Emerson.",
        "It was for old Mr. Emerson, not for young Mr. Emerson."});
  EXPECT_THAT(Known("George Emerson").aliases, Contains("George"));
  EXPECT_THAT(Known("George Emerson").aliases, Not(Contains("Mr. Emerson")));
}

TEST_F(PeopleTest, TheHusbandOfMrsJohnKnightleyIsNotMrKnightley) {
  Read({"Mr. John Knightley came with Mrs. John Knightley.",
        "Mr. Knightley saw Mrs. John Knightley. Mr. Knightley smiled.",
        "So Mr. Knightley rose. Then Mr. Knightley bowed to Mrs. John Knightley."});
  EXPECT_THAT(Known("Mr. Knightley").aliases, Not(Contains("Mr. John Knightley")));
}

TEST_F(PeopleTest, AHeroinesPronounsSayLittleOfOthersSex) {
  std::vector<std::string> paragraphs = {"Then Xantho spoke, and she listened.",
                                         "\"Well,\" said Xantho, and he laughed.",
                                         "So Xantho bowed, and he left."};
  paragraphs.insert(paragraphs.end(), 120, "She looked out of the window.");
  paragraphs.insert(paragraphs.begin(), "Then Xantho came, and she looked up.");
  Read(paragraphs);
  EXPECT_EQ(Known("Xantho").gender, Gender::kMale);
}

TEST_F(PeopleTest, ASaintIsPartOfAName) {
  Read({"Then Mr. Neville St. Clair came.", "So Mrs. St. Clair sat down.",
        "\"Yes,\" said St. Clair.", "Now they went to St. Paul's and to St. Paul's again.",
        "Then McBryde met Miss O'Brien.", "\"Now,\" said McBryde, \"sit.\""});
  EXPECT_THAT(Known("Mr. Neville St. Clair").aliases, Contains("St. Clair"));
  EXPECT_EQ(Known("Mrs. St. Clair").gender, Gender::kFemale);
  EXPECT_EQ(Known("Miss O'Brien").gender, Gender::kFemale);
  EXPECT_EQ(Known("McBryde").aliases.size(), 1U);
  for (const Person& person : people_.persons) {
    EXPECT_THAT(person.aliases, Not(Contains("St. Paul")));
    EXPECT_THAT(person.aliases, Not(Contains("Clair")));
  }
}

TEST_F(PeopleTest, AFarmsNameIsNoGivenName) {
  Read({"Then Mr. Hatherley went to Hatherley Farm, and from Hatherley Farm to London.",
        "They met at Hatherley Farm, and left Hatherley Farm."});
  EXPECT_NE(Known("Mr. Hatherley").surname, -1);
}

TEST_F(PeopleTest, AnAuntIsCalledByHerGivenName) {
  Read({"Then Aunt Juley came.", "So Aunt March sat.", "It was Mrs. March."});
  EXPECT_EQ(Known("Aunt Juley").surname, -1);
  EXPECT_NE(Known("Aunt March").surname, -1);
}

TEST_F(PeopleTest, ANationIsNoName) {
  Read({"\"Well,\" said the Englishman.", "Then the Englishman, a Hindu and a Moslem came.",
        "\"Well,\" said the Hindu."});
  for (const Person& person : people_.persons) {
    EXPECT_THAT(person.name, Not(::testing::HasSubstr("Englishman")));
    EXPECT_THAT(person.name, Not(::testing::HasSubstr("Hindu")));
  }
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
