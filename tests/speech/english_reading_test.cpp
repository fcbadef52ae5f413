#include <gmock/gmock.h>

#include <string>

#include "speech/english/reading.h"
#include "speech/prepare_text.h"

namespace fullcast {
namespace {

std::string Read(std::string_view text) { return PrepareText(text, {}, "en-GB").text; }

TEST(EnglishReading, Titles) {
  EXPECT_EQ(Read("Mr. Bennet and Col. Forster"), "mister Bennet and colonel Forster");
  EXPECT_EQ(Read("Mr Bennet met Dr Grant."), "mister Bennet met doctor Grant.");
  EXPECT_EQ(Read("in Baker St. He left St. James's."), "in Baker street. He left saint James's.");
  EXPECT_EQ(Read("John Smith, Esq. The end"), "John Smith, esquire. The end");
}

TEST(EnglishReading, OtherAbbreviations) {
  EXPECT_EQ(Read("trees, &c., and etc."), "trees, et cetera, and et cetera.");
  EXPECT_EQ(Read("No. 7 said: No. He came in. Vol. ii"), "number 7 said: No. He came in. volume 2");
  EXPECT_EQ(Read("525 ft. high, i.e. tall"), "525 feet high, that is tall");
  EXPECT_EQ(Read("I fit in. It is so."), "I fit in. It is so.");
  EXPECT_EQ(Read("five ft. seven in. tall, 59,265 sq. m. in all"),
            "five feet seven inches tall, 59,265 square miles in all");
  EXPECT_EQ(Read("(pop. 4800), 4 per cent. of 10,000 l. or"),
            "(population 4800), 4 per cent of 10,000 pounds or");
  EXPECT_EQ(Read("Lieut.-Col. Wm. Smith (Lovell & Co.) This"),
            "lieutenant-colonel William Smith (Lovell and company.) This");
  EXPECT_EQ(Read("at Salem, Mass., in 1883"), "at Salem, Massachusetts, in 18 83");
  EXPECT_EQ(Read("Yes, Pa. He met Jan. On 4 Jan."), "Yes, Pa. He met Jan. On 4 January.");
}

TEST(EnglishReading, RomanNumerals) {
  EXPECT_EQ(Read("Henry VIII and Charles I. of Spain"),
            "Henry the 8th and Charles the 1st of Spain");
  EXPECT_EQ(Read("Charles I know, and so do I."), "Charles I know, and so do I.");
  EXPECT_EQ(Read("Chapter XIV"), "Chapter 14");
  EXPECT_EQ(Read("XXI. The Storm"), "21. The Storm");
  EXPECT_EQ(Read("X. THE LAMP"), "10. The lamp") << "a small letter would join the sentences";
  EXPECT_EQ(Read("Chapter VII. A Mad Tea-Party"), "Chapter 7. A Mad Tea-Party");
  EXPECT_EQ(Read("V. Johnson"), "V Johnson");
  EXPECT_EQ(Read("I. Administration"), "1. Administration");
  EXPECT_EQ(Read("I. W. Avery"), "I W Avery");
  EXPECT_EQ(Read("I mix it. MIX the DIM LIVID mix"), "I mix it. Mix the dim livid mix");
  EXPECT_EQ(Read("John C. Calhoun"), "John C Calhoun");
  EXPECT_EQ(Read("Henry VIII., who; vol. ii. of it"), "Henry the 8th, who; volume 2 of it");
  EXPECT_EQ(Read("Lewis XIV. was; John Smith III said"),
            "Lewis the 14th was; John Smith the 3rd said");
}

TEST(EnglishReading, Years) {
  EXPECT_EQ(Read("in 1895, the 1890s"), "in 18 95, the 18 nineties");
  EXPECT_EQ(Read("1900s, 1905, 1066, 2008"), "19 hundreds, 19 oh 5, 1066, 2008");
  EXPECT_EQ(Read("1914-18, 1800–1850"), "19 14 to 18, 18 hundred to 18 50");
  EXPECT_EQ(Read("(1686 ft.) in 1686"), "(1686 feet) in 16 86");
  EXPECT_EQ(Read("there were 1522 mills, 1200 ℔ of it"),
            "there were 1522 mills, 1200 pounds of it");
  EXPECT_EQ(Read("until 1739 grants were made, in 1500 pounds"),
            "until 17 39 grants were made, in 1500 pounds");
  EXPECT_EQ(Read("1500 men, 1,895 tons, 1895.5"), "1500 men, 1,895 tons, 1895.5");
  EXPECT_EQ(Read("In 18—, it"), "In 18 blank, it");
}

TEST(EnglishReading, Money) {
  EXPECT_EQ(Read("£5 10s. 6d. was paid"), "5 pounds, 10 shillings and sixpence was paid");
  EXPECT_EQ(Read("$3.50, £1, $3 million"), "3 dollars and 50 cents, 1 pound, 3 million dollars");
  EXPECT_EQ(Read("a £5 note for 2s. 6d."), "a 5 pound note for 2 shillings and sixpence.");
  EXPECT_EQ(Read("100l. a year"), "100 pounds a year");
  EXPECT_EQ(Read("in the 40s."), "in the 40s.");
}

TEST(EnglishReading, Times) {
  EXPECT_EQ(Read("at 6.30 p.m. or 11:45"), "at 6 30 pee em or 11 45");
  EXPECT_EQ(Read("at 9:00 and 12:05"), "at 9 o'clock and 12 oh 5");
  EXPECT_EQ(Read("grew 3.50 per cent, 0.25 in all"), "grew 3.50 per cent, 0.25 in all");
}

TEST(EnglishReading, Fractions) {
  EXPECT_EQ(Read("½, 3/4, 2½, 4 1/2"), "a half, 3 quarters, 2 and a half, 4 and a half");
  EXPECT_EQ(Read("24/7 and 1/2/1900"), "24/7 and 1/2/1900");
}

TEST(EnglishReading, Powers) {
  EXPECT_EQ(Read("10³ men, x², (a + b)², 2⁵."),
            "10 cubed men, x squared, (a + b) squared, 2 to the 5th.");
  EXPECT_EQ(Read("10⁶ or 10⁻³; 10^12^, 3^-2"),
            "10 to the 6th or 10 to the minus 3; 10 to the 12th, "
            "3 to the minus 2");
  EXPECT_EQ(Read("E = mc², a² + m² = 5²"), "E = m c squared, ay squared + m squared = 5 squared");
  EXPECT_EQ(Read("2²¹ 2²² 2²³ 2¹³"), "2 to the 21st 2 to the 22nd 2 to the 23rd 2 to the 13th");
  EXPECT_EQ(Read("the lamp¹² of 1914²"), "the lamp¹² of 19 14²") << "marks of notes";
}

TEST(EnglishReading, Units) {
  EXPECT_EQ(Read("20 m², 1 m², 5m², 3.5 cm³ in km²"),
            "20 square metres, 1 square metre, 5 square metres, 3.5 cubic centimetres in square "
            "kilometres");
  EXPECT_EQ(Read("40 people per km², 40 people/km²"),
            "40 people per square kilometre, 40 people per square kilometre");
  EXPECT_EQ(Read("9.8 m/s², 5 kg/m³, 80 km/h"),
            "9.8 metres per second squared, 5 kilograms per cubic metre, 80 kilometres per hour");
  EXPECT_EQ(Read("10³ cm, 1500 km, five km, 5 mm."),
            "10 cubed centimetres, 1500 kilometres, five kilometres, 5 millimetres.");
  EXPECT_EQ(Read("a 5 km walk, a 5-km walk, 6 ft tall, 6 ft. tall"),
            "a 5 kilometre walk, a 5-kilometre walk, 6 feet tall, 6 feet tall");
  EXPECT_EQ(Read("one in two, 5 in 6, 9 g's, and/or m"), "one in two, 5 in 6, 9 g's, and or m");
}

TEST(EnglishReading, InitialsAndCapitals) {
  EXPECT_EQ(Read("J. R. R. Tolkien"), "J R R Tolkien");
  EXPECT_EQ(Read("the M.P. spoke. So do I. Yes"), "the M P spoke. So do I. Yes");
  EXPECT_EQ(Read("N. of the Po, J. S. Bach"), "north of the Po, J S Bach");
  EXPECT_EQ(Read("bounded N. by it, lands S. and W. of it"),
            "bounded north by it, lands south and west of it");
  EXPECT_EQ(Read("barrens extend S. to a line"), "barrens extend south to a line");
  EXPECT_EQ(Read("31° N., at 40° F. and"), "31° north, at 40° Fahrenheit and");
  EXPECT_EQ(Read("flows S.W., to Beauchamp Mansions, S.W."),
            "flows south-west, to Beauchamp Mansions, S W.");
  EXPECT_EQ(Read("the works of M. Paul, by M. R. James, Ann M. Smith"),
            "the works of monsieur Paul, by M R James, Ann M Smith");
  EXPECT_EQ(Read("He TOOK it to the BBC and the FBI"), "He took it to the BBC and the FBI");
  EXPECT_EQ(Read("GIVE IT TO US"), "give it to us");
  EXPECT_EQ(Read("THAT'S OLIVER'S, SHE'LL SAY"), "that's oliver's, she'll say");
  EXPECT_EQ(Read("Salt Lake City, UT 84116"), "Salt Lake City, U T 84116");
}

TEST(EnglishReading, StutterAndDrawnOutWords) {
  EXPECT_EQ(Read("W-w-what?"), "wuh wuh what?");
  EXPECT_EQ(Read("I-I can't; re-read the ha-ha"), "I, I can't; re-read the ha-ha");
  EXPECT_EQ(Read("No-o-o! Ye-e-es, Ah-h. Soo-oop"), "No! Yes, Ah. Soop");
  EXPECT_EQ(Read("co-op, three-eighths, too-obvious"), "co-op, three-eighths, too-obvious");
  EXPECT_EQ(Read("Mrs. Brown's--smiles"), "Mrs Brown's, smiles");
}

TEST(EnglishReading, SoundsWithoutAVowelAreNotSpelt) {
  EXPECT_EQ(Read("Br-r-r!"), "[[br3:]]!");
  EXPECT_EQ(Read("Hm, h'm; Hmm. Sh! S-sh! Mmm"),
            "[[h@m:]], [[h@m:]]; [[h@m:]]. [[S:]]! [[S:]]! [[m:]]");
  EXPECT_EQ(Read("M--m--m! said he"), "[[m:]]! said he");
  EXPECT_EQ(Read("the HM, 5 mm, Ms. M, M'Gregor"), "the HM, 5 millimetres, Ms M, M'Gregor");
}

TEST(EnglishReading, SoundsWithoutAVowelKeepTheBooksPhonemes) {
  const std::string text = "Hm, Ann.";
  const PreparedText prepared = PrepareText(text, {{{4, 7}, {Notation::kMnemonics, "'an"}}}, "en");
  EXPECT_EQ(prepared.text, "[[h@m:]], [['an]].");
  EXPECT_TRUE(prepared.has_phonemes);
}

TEST(EnglishReading, Primes) {
  EXPECT_EQ(Read("85° 53′ 38″ W"), "85° 53 minutes 38 seconds W");
  EXPECT_EQ(Read("6′ 2″ tall"), "6 feet 2 inches tall");
  EXPECT_EQ(Read("don′t"), "don't");
}

TEST(EnglishReading, Blanks) {
  EXPECT_EQ(Read("Mr. B——, of Lord ----"), "mister B, of Lord Blank");
  EXPECT_EQ(Read("in H——shire, d—n it"), "in H shire, damn it");
  EXPECT_EQ(Read("Well—I never; I -- we"), "Well, I never; I, we");
}

TEST(EnglishReading, OldSpellings) {
  EXPECT_EQ(Read("Shew me any thing"), "Show me anything");
  EXPECT_EQ(Read("tho' he & she"), "though he and she");
  EXPECT_EQ(Read("he sha'n't, wo'n't; t'other se'nnight"), "he shan't, won't; tuther sennit");
}

TEST(EnglishReading, OtherLanguagesAreLeftAlone) {
  EXPECT_EQ(PrepareText("St. 1895 & XIV", {}, "de").text, "St. 1895 & XIV");
}

TEST(EnglishReading, RewrittenWordsStandForWhatWasWritten) {
  const std::string text = "“Dr. Grant, 1895”";
  const PreparedText prepared = PrepareText(text, {}, "en");
  ASSERT_EQ(prepared.text, "doctor Grant, 18 95");
  const auto written = [&](std::size_t i) {
    const Span& span = prepared.origins[i];
    return text.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(written(0), "Dr.");
  EXPECT_EQ(written(5), "Dr.");
  EXPECT_EQ(written(7), "G");
  EXPECT_EQ(written(14), "1895");
  EXPECT_EQ(written(18), "1895");
}

TEST(EnglishReading, IsLinear) {
  for (const std::string_view part :
       {"A. ", "a-", "1.", "£", "I.", "B-", "1/", "&c", "s. ", "Mr. ", "5^", "³m", "m/", "5-m²"}) {
    std::string hostile;
    while (hostile.size() < 300000) hostile += part;
    EXPECT_FALSE(Read(hostile).empty()) << part;
  }
}

}  // namespace
}  // namespace fullcast
