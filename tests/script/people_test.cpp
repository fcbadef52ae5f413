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

TEST_F(PeopleTest, ACapitalBehindAnApostropheBeginsAName) {
  Read({"So O'Brien sat down, and d'Artagnan came in.", "\"Well,\" said O'Brien, \"I'll go.\"",
        "\"I'd not,\" said d'Artagnan.", "\"And I'll not,\" said O'Brien.",
        "\"I'm here,\" said d'Artagnan."});
  EXPECT_EQ(people_.persons.size(), 2U);
  EXPECT_THAT(Known("O'Brien").aliases, Not(Contains("D'Artagnan")));
}

TEST_F(PeopleTest, AParticleIsPartOfTheSurname) {
  Read({"Then Professor Van Helsing came.", "\"Well,\" said Van Helsing.",
        "So Herr von Hartmann rose.", "\"Now,\" said von Hartmann.",
        "Then M. de la Tour sat by Mrs. de Winter.",
        "So Mrs. van der Berg and Anna van der Berg came."});
  EXPECT_THAT(Known("Professor Van Helsing").aliases, Contains("Van Helsing"));
  EXPECT_THAT(Known("Herr von Hartmann").aliases, Contains("Hartmann"));
  EXPECT_EQ(Known("M. de la Tour").gender, Gender::kMale);
  EXPECT_EQ(Known("Mrs. de Winter").gender, Gender::kFemale);
  EXPECT_THAT(Known("Mrs. van der Berg").aliases, Not(Contains("Mrs. de Winter")));
}

TEST_F(PeopleTest, MonsieurDeBrissacIsTheComte) {
  Read({"Then Monsieur de Brissac came.", "So the Comte de Brissac sat.",
        "Then Madame de Brissac rose."});
  EXPECT_THAT(Known("Monsieur de Brissac").aliases, Contains("the Comte de Brissac"));
  EXPECT_THAT(Known("Monsieur de Brissac").aliases, Not(Contains("Madame de Brissac")));
}

TEST_F(PeopleTest, AnInitialIsNoNameWhereMoreFollows) {
  Read({"Then Mr. J. Garland came.", "So Mr. Garland sat down.", "\"Well,\" said A. K. Garland.",
        "\"It was I.\" Garland rose, and Mr. B. left."});
  EXPECT_THAT(Known("Mr. Garland").aliases, ::testing::ElementsAre("Mr. Garland", "Garland"));
}

TEST_F(PeopleTest, AMasterIsABoyAndNotHisFather) {
  Read({"Then Mr. Pottle came with Master Tom Pottle.", "So Mr. Pottle sat down.",
        "Then Tom laughed at Mr. Pottle.", "So Master Tom ran."});
  EXPECT_THAT(Known("Mr. Pottle").aliases, Not(Contains("Tom")));
  EXPECT_THAT(Known("Master Tom Pottle").aliases, Contains("Tom"));
}

TEST_F(PeopleTest, AnInspectorIsNotHisNiece) {
  Read({"Then Inspector Gage came.", "It was Nan Gage.", "So Nan ran to Inspector Gage."});
  EXPECT_THAT(Known("Nan Gage").aliases, Not(Contains("Inspector Gage")));
  EXPECT_EQ(Known("Nan Gage").gender, Gender::kFemale);
}

TEST_F(PeopleTest, ABareSurnameIsNoWifes) {
  Read({"Then Mrs. Dalby came, and she sat down.", "\"Well,\" said Dalby, and he laughed.",
        "So Dalby took his hat.", "Then Mrs. Dalby rose."});
  EXPECT_THAT(Known("Mrs. Dalby").aliases, Not(Contains("Dalby")));
  EXPECT_EQ(Known("Dalby").gender, Gender::kMale);
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

TEST_F(PeopleTest, AColonelIsAManUnlessPronounsSayOtherwise) {
  Read({"Then Colonel Fane came.", "So Captain Ormond rose, and she sat down.",
        "Then Captain Ormond took her hat."});
  EXPECT_EQ(Known("Colonel Fane").gender, Gender::kMale);
  EXPECT_EQ(Known("Captain Ormond").gender, Gender::kFemale);
}

TEST_F(PeopleTest, ATitleMakesAPersonOfAPlaceWord) {
  Read({"Then Mrs. Hall came.", "So Mrs. Hall sat.", "The coach came to the Hall."});
  EXPECT_EQ(Known("Mrs. Hall").gender, Gender::kFemale);
}

}  // namespace
}  // namespace fullcast
