#include "script/speakers/attribution.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <utility>

#include "book_of.h"
#include "core/error.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// "id (reason)" for every quotation.
std::vector<std::string> SpeakersIn(const Book& book) {
  std::vector<std::string> result;
  for (const Attribution& attribution : Attribute(book, FindQuotations(book)).attributions) {
    result.push_back(attribution.speaker + " (" + attribution.reason + ")");
  }
  return result;
}

std::vector<std::string> SpeakersOf(const std::vector<std::string>& paragraphs) {
  return SpeakersIn(BookOf(paragraphs));
}

TEST(AttributionTest, ExplicitCuesInEveryOrder) {
  EXPECT_THAT(
      SpeakersOf({"\"Good morning, sir,\" said Emma.", "\"And to you,\" Mr. Knightley replied.",
                  "Then Harriet said: \"I must go.\"",
                  "\"I think,\" said Emma, \"that it rains.\""}),
      ElementsAre("emma (explicit)", "mr-knightley (explicit)", "harriet (explicit)",
                  "emma (explicit)"));
}

TEST(AttributionTest, PronounsFindTheOneOfTheirSex) {
  EXPECT_THAT(SpeakersOf({"John and Mary sat by the fire.", "\"It is cold,\" she said.",
                          "\"It is not,\" said he."}),
              ElementsAre("mary (pronoun)", "john (pronoun)"));
}

TEST(AttributionTest, AChapterMayNeverNameHerItIsAbout) {
  Book book = BookOf({"\"Is it you?\" Anna asked.", "\"It is,\" said Tom.",
                      "The house was dark when she came home.", "\"And now?\" she asked.",
                      "\"Now we wait,\" said Tom."});
  Chapter second;
  second.title = "Two";
  auto& blocks = book.chapters.front().blocks;
  second.blocks.assign(blocks.begin() + 2, blocks.end());
  blocks.resize(2);
  book.chapters.push_back(second);
  EXPECT_THAT(SpeakersIn(book),
              ElementsAre("anna (explicit)", "tom (explicit)", "anna (pronoun)", "tom (explicit)"));
}

TEST(AttributionTest, WhomTheAnswerCallsMotherHasSpoken) {
  EXPECT_THAT(SpeakersOf({"Martin shut the gate behind him.",
                          "Martin looked up at the house and found the small woman in the porch. "
                          "\"There you are at last\" she said. \"Good evening,\" he answered. "
                          "\"I would have come on foot, mother.\" He took her arm."}),
              ElementsAre("the-mother (description)", "martin (pronoun)"));
}

TEST(AttributionTest, WhoGivesANameHasIt) {
  EXPECT_THAT(SpeakersOf({"Emma came in, and found a woman in black by the fire.",
                          "\"What brings you here?\" asked Emma.",
                          "\"My name is Helen Stoner,\" replied the woman. \"I need advice.\"",
                          "\"I know the name,\" said Emma.", "\"It is old,\" said the woman."}),
              ElementsAre("emma (explicit)", "helen-stoner (description)", "emma (explicit)",
                          "helen-stoner (description)"));
  EXPECT_THAT(SpeakersOf({"Emma opened the door.", "\"Come in,\" said Emma.",
                          "\"My name is Helen Stoner.\"", "Helen Stoner sat down."}),
              ElementsAre("emma (explicit)", "helen-stoner (explicit)"));
}

TEST(AttributionTest, TurnsAlternate) {
  EXPECT_THAT(SpeakersOf({"\"Where were you?\" asked John.", "\"At home,\" said Mary.",
                          "\"All day?\"", "\"All day.\"", "\"Alone?\"", "\"Quite alone.\""}),
              ElementsAre("john (explicit)", "mary (explicit)", "john (turn)", "mary (turn)",
                          "john (turn)", "mary (turn)"));
}

constexpr std::size_t kParagraphsOfScene = 15;

/// The same scene three times, a chapter each: Margaret talks with one whom the narration calls by
/// two names. Then what is given.
Book ScenesThen(const std::vector<std::string>& end) {
  std::vector<std::string> paragraphs;
  for (int chapter = 1; chapter <= 3; ++chapter) {
    paragraphs.insert(
        paragraphs.end(),
        {"Mr. Wilcox met Margaret in the hall.", "\"Are you well?\" said Mr. Wilcox.",
         "\"Quite well,\" said Margaret.", "\"I am glad,\" said Mr. Wilcox.",
         "\"So am I,\" said Margaret.", "They went up the long stairs, and looked out at the rain.",
         "Nobody was in the garden, and nobody came up the road.",
         "The trains went by, one after the other, all the afternoon.",
         "At last the lamps were lit, and the curtains drawn.", "It was quiet in the house.",
         "Henry sat down.", "\"It is late,\" said Henry.", "\"It is,\" said Margaret.",
         "\"We must go,\" said Henry.", "\"Yes,\" said Margaret."});
  }
  paragraphs.insert(paragraphs.end(), end.begin(), end.end());
  Book book = BookOf(paragraphs);
  std::vector<Block> blocks = std::move(book.chapters.front().blocks);
  book.chapters.assign(3, {});
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    book.chapters[std::min<std::size_t>(2, i / kParagraphsOfScene)].blocks.push_back(blocks[i]);
  }
  return book;
}

TEST(AttributionTest, HalvesOfANameThatNeverMeetAreOnePerson) {
  const auto speakers_of = [](const Book& book) {
    std::set<std::string> speakers;
    for (const Attribution& a : Attribute(book, FindQuotations(book)).attributions) {
      speakers.insert(a.speaker);
    }
    return speakers.size();
  };
  EXPECT_EQ(speakers_of(ScenesThen({})), 2U);
  EXPECT_EQ(speakers_of(ScenesThen({"\"Come,\" said Henry.", "\"I come,\" said Mr. Wilcox."})), 3U);
}

TEST(AttributionTest, AnUnnamedSpeakerIsACharacter) {
  const Book book = BookOf({"\"Tickets, please,\" said the porter.", "\"Here,\" said Emma.",
                            "\"Thank you,\" cried the landlady."});
  const AttributedBook result = Attribute(book, FindQuotations(book));
  EXPECT_EQ(result.attributions[0].speaker, "the-porter");
  EXPECT_EQ(result.attributions[2].speaker, "the-landlady");
  for (const Character& character : result.characters) {
    if (character.id == "the-landlady") {
      EXPECT_EQ(character.gender, Gender::kFemale);
    }
  }
}

TEST(AttributionTest, TheFirstPersonNarratorSpeaksUnderHisName) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 5; ++i) {
    paragraphs.push_back("I went up to the bar, and I sat down beside Bill, who drank.");
    paragraphs.push_back("\"Listen, Jake,\" Bill said.");
    paragraphs.push_back("\"I listen,\" I said.");
  }
  const Book book = BookOf(paragraphs);
  const AttributedBook result = Attribute(book, FindQuotations(book));
  EXPECT_EQ(result.attributions[0].speaker, "bill");
  EXPECT_EQ(result.attributions[1].speaker, "jake");
}

TEST(AttributionTest, ATellerIsWhoAnswersToAName) {
  std::vector<std::string> paragraphs = {"I sat in my corner, and I saw that Lomax was pleased.",
                                         "I lit my pipe.",
                                         "\"Remarkable,\" said Lomax. \"Is it not, Denny?\"",
                                         "\"Very,\" said I.",
                                         "I rose.",
                                         "\"Denny, your hat!\" cried Lomax.",
                                         "\"Here it is,\" said I."};
  const Book book = BookOf(paragraphs);
  EXPECT_EQ(Attribute(book, FindQuotations(book)).attributions[1].speaker, "denny");
}

TEST(AttributionTest, AParticleMayBeginASubject) {
  EXPECT_THAT(SpeakersOf({"Herr von Hartmann stood by the piano with Madame de la Tour.",
                          "\"Do you play?\" asked Madame de la Tour.",
                          "\"Only war songs,\" said von Hartmann."}),
              ElementsAre("madame-de-la-tour (explicit)", "herr-von-hartmann (explicit)"));
}

TEST(AttributionTest, IdsAreUniqueAndNeverReserved) {
  const Book book = BookOf({"\"One,\" said Narrator.", "\"Two,\" said Narrator.",
                            "\"Three,\" said Unknown.", "\"Four,\" said Unknown."});
  std::set<std::string> ids = {kNarrator, kUnknownSpeaker};
  for (const Character& character : Attribute(book, FindQuotations(book)).characters) {
    EXPECT_TRUE(ids.insert(character.id).second) << character.id;
  }
}

TEST(AttributionTest, NobodyNamedIsUnknownWithoutConfidence) {
  const Book book = BookOf({"\"Is anybody there?\"", "\"No.\""});
  const AttributedBook result = Attribute(book, FindQuotations(book));
  EXPECT_THAT(result.characters, IsEmpty());
  EXPECT_EQ(result.attributions[0].speaker, kUnknownSpeaker);
  EXPECT_EQ(result.attributions[0].confidence, 0);
}

TEST(AttributionTest, ConfidenceIsAProbability) {
  const Book book = BookOf({"\"Good morning,\" said Emma.", "\"Well?\"", "\"Well, Harriet?\""});
  for (const Attribution& attribution : Attribute(book, FindQuotations(book)).attributions) {
    EXPECT_GE(attribution.confidence, 0);
    EXPECT_LE(attribution.confidence, 1);
  }
}

TEST(AttributionTest, AnEmptyBookHasNobody) {
  EXPECT_THAT(Attribute(BookOf({}), {}).characters, IsEmpty());
}

TEST(AttributionTest, TimeGrowsWithTheLengthEvenOnHostileText) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 8000; ++i) {
    std::string name = "X";
    for (int rest = i; rest > 0; rest /= 26) name += static_cast<char>('a' + rest % 26);
    paragraphs.push_back("\"Oh,\" said " + name + ".");
  }
  const Book book = BookOf(paragraphs);
  EXPECT_EQ(Attribute(book, FindQuotations(book)).attributions.size(), 8000U);
}

TEST(ExplanationTest, ShowsCandidatesAndFeatures) {
  const Book book = BookOf({"\"Good morning,\" said Emma.", "\"And to you,\" said Harriet."});
  const std::string text = ExplainAttribution(book, FindQuotations(book), 1);
  EXPECT_THAT(text, HasSubstr("Harriet"));
  EXPECT_THAT(text, HasSubstr("cue"));
}

TEST(ExplanationTest, AWrongNumberIsAnError) {
  EXPECT_THROW(ExplainAttribution(BookOf({}), {}, 0), Error);
}

}  // namespace
}  // namespace fullcast
