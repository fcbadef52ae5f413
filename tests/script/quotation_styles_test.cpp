#include <gmock/gmock.h>

#include "quotations_of.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SingleQuotes, StraightWithApostrophes) {
  EXPECT_THAT(QuotationsOf({"'It's Tom's,' she said. 'Don't take it.'", "'I won't,' he said."}),
              ElementsAre("It's Tom's, | Don't take it.", "I won't,"));
}

TEST(SingleQuotes, CurlyWithApostrophes) {
  EXPECT_THAT(QuotationsOf({"‘It’s Tom’s,’ she said. ‘Don’t take it.’"}),
              ElementsAre("It’s Tom’s, | Don’t take it."));
}

TEST(SingleQuotes, LeadingElisions) {
  EXPECT_THAT(QuotationsOf({"''Tis late,' he said. 'Tell 'em 'twas me.'", "'Yes,' she said."}),
              ElementsAre("'Tis late, | Tell 'em 'twas me.", "Yes,"));
  EXPECT_THAT(QuotationsOf({"He gave 'em bread, for 'twas cold.", "'Yes,' she said."}),
              ElementsAre("Yes,"));
}

TEST(SingleQuotes, AnApostropheBeforeAWordClosesNothing) {
  EXPECT_THAT(QuotationsOf({"‘The sheep are out. I shall shoot ’em.", "‘They eat all I sow.’",
                            "‘Look at ’em go! And the ’orses too,’ said Ann."}),
              ElementsAre("The sheep are out. I shall shoot ’em. | They eat all I sow.",
                          "Look at ’em go! And the ’orses too,"));
}

TEST(SingleQuotes, PluralPossessivesAndDroppedEnds) {
  EXPECT_THAT(QuotationsOf({"'The dogs' dinner is gone,' he said.", "'Goin' to eat o' it, are ye?'",
                            "The dogs' barking woke the boys' aunt.", "'No,' she said."}),
              ElementsAre("The dogs' dinner is gone,", "Goin' to eat o' it, are ye?", "No,"));
}

TEST(SingleQuotes, YearsAndRockAndRoll) {
  EXPECT_THAT(QuotationsOf({"'In the '90s,' he said, 'it was rock 'n' roll.'", "'Oh,' she said."}),
              ElementsAre("In the '90s, | it was rock 'n' roll.", "Oh,"));
}

TEST(SingleQuotes, ClosingWithoutPunctuation) {
  EXPECT_THAT(
      QuotationsOf({"He only said 'Come' to them all. 'Now,' he said.", "'Yes,' she said."}),
      ElementsAre("Come | Now,", "Yes,"));
}

TEST(SingleQuotes, BacktickOpens) {
  EXPECT_THAT(QuotationsOf({"`Well,' said Ann, `it's late.'"}), ElementsAre("Well, | it's late."));
}

// As programs turn them that count marks where one is missing.
TEST(CurlyQuotes, AMarkTurnedTheWrongWayAtTheEndOfAParagraphCloses) {
  EXPECT_THAT(QuotationsOf({"‘Marlow,’ said the Voice. He had the boat.‘", "‘No,’ said Tom."}),
              ElementsAre("Marlow, | He had the boat.?", "No,"));
  EXPECT_THAT(QuotationsOf({"“Marlow,” said the Voice. He had the boat.“", "“No,” said Tom."}),
              ElementsAre("Marlow, | He had the boat.?", "No,"));
}

TEST(SingleQuotes, AreInnerMarksInABookOfDoubleOnes) {
  EXPECT_THAT(QuotationsOf({R"("Yes," said Tom.)", "The 'Swan' was shut.", R"("Oh," said Ann.)"}),
              ElementsAre("Yes,", "Oh,"));
}

TEST(DoubleQuotes, OneSidedCurly) {
  EXPECT_THAT(QuotationsOf({"”Ja,” sa Karin. ”Nu.”", "”Bra.”"}, "sv"),
              ElementsAre("Ja, | Nu.", "Bra."));
}

TEST(Guillemets, French) {
  EXPECT_THAT(QuotationsOf({"« Bonjour », dit Paul.", "« Oui, dit-il, je viens. »"}, "fr"),
              ElementsAre("Bonjour", "Oui, | je viens."));
}

TEST(Guillemets, FrenchDialogueWithDashes) {
  EXPECT_THAT(
      QuotationsOf({"« Tu viens ?", "— Non, dit-il, jamais.", "— Bien. »", "Il sortit."}, "fr"),
      ElementsAre("Tu viens ?", "Non, | jamais.", "Bien."));
}

TEST(Guillemets, InwardGerman) {
  EXPECT_THAT(QuotationsOf({"»Komm«, sagte er. »Es ist spät.«", "Das war alles.", "»Ja.«"}, "de"),
              ElementsAre("Komm | Es ist spät.", "Ja."));
}

TEST(LowHigh, German) {
  EXPECT_THAT(QuotationsOf({"„Komm“, sagte er. „Er rief ‚Halt!‘ und lief.“"}, "de"),
              ElementsAre("Komm | Er rief ‚Halt!‘ und lief."));
}

TEST(LowHigh, Polish) {
  EXPECT_THAT(QuotationsOf({"„Tak” – powiedział. „Nie.”", "„Dobrze.”"}, "pl"),
              ElementsAre("Tak | Nie.", "Dobrze."));
}

TEST(Dashes, Spanish) {
  EXPECT_THAT(QuotationsOf({"—No —dijo Juan—, jamás.", "—¿Por qué? —preguntó Ana.", "Salieron.",
                            "—Porque sí. —Juan se levantó—. Vamos."},
                           "es"),
              ElementsAre("No | jamás.", "¿Por qué?", "Porque sí. | Vamos."));
}

TEST(Dashes, SpanishParenthesisIsNoNarration) {
  EXPECT_THAT(QuotationsOf({"—Creo —o eso dicen todos— que vendrá."}, "es"),
              ElementsAre("Creo —o eso dicen todos— que vendrá."));
}

TEST(Dashes, Portuguese) {
  EXPECT_THAT(QuotationsOf({"— Não sei — disse João. — Talvez.", "— Vamos!"}, "pt"),
              ElementsAre("Não sei | Talvez.", "Vamos!"));
}

TEST(Dashes, Russian) {
  EXPECT_THAT(
      QuotationsOf({"— Нет, — сказал он, — никогда.", "— Москва — столица. — Он встал."}, "ru"),
      ElementsAre("Нет, | никогда.", "Москва — столица. — Он встал."));
}

TEST(Dashes, RussianThoughtInGuillemets) {
  EXPECT_THAT(QuotationsOf({"— Да.", "«Нет, — подумал он, — никогда».", "— Что?"}, "ru"),
              ElementsAre("Да.", "thought: Нет, | никогда", "Что?"));
}

TEST(Dashes, Italian) {
  EXPECT_THAT(QuotationsOf({"– Non so, – disse Anna, – forse.", "– Andiamo!"}, "it"),
              ElementsAre("Non so, | forse.", "Andiamo!"));
}

TEST(Dashes, EnglishNarrationWithoutDashes) {
  EXPECT_THAT(
      QuotationsOf({"—Come up, Tom! he cried. It's late.", "—Tell me, Ann, Tom said quietly.",
                    "—Yes?", "He came up--slowly--and sat."}),
      ElementsAre("Come up, Tom! | It's late.", "Tell me, Ann,", "Yes?"));
}

TEST(Dashes, AnAuthorBelowAMottoIsNone) {
  EXPECT_THAT(
      QuotationsOf({R"("One generation passes away, and another comes.")", "--The Preacher",
                    R"("Hello," said Tom.)", R"("Oh," said Ann.)"}),
      ElementsAre("letter: One generation passes away, and another comes.", "Hello,", "Oh,"));
}

TEST(Dashes, NotInABookWithMarks) {
  EXPECT_THAT(QuotationsOf({R"("A," said Tom.)", R"("B," said Ann.)", R"("C," said Tom.)",
                            R"("D," said Ann.)", R"("E," said Tom.)", R"("F," said Ann.)",
                            "--but he went on."}),
              ElementsAre("A,", "B,", "C,", "D,", "E,", "F,"));
}

}  // namespace
}  // namespace fullcast
