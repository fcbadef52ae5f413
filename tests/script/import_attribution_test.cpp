#include "script/booknlp/import_attribution.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "book_of.h"
#include "booknlp_samples.h"
#include "core/error.h"
#include "script/annotate.h"
#include "script/booknlp/booknlp_tokens.h"
#include "script/check.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

BookNlpFiles ReadSample(const BookNlpSample& sample) {
  const test::TemporaryFolder folder;
  WriteBookNlpSample(folder.path(), sample);
  return ReadBookNlp(folder.path());
}

// "speaker: text" of all segments that are spoken.
std::vector<std::string> Spoken(const Script& script) {
  std::vector<std::string> spoken;
  for (const Segment& segment : script.chapters.at(0).segments) {
    if (segment.speaker != kNarrator) spoken.push_back(segment.speaker + ": " + segment.text);
  }
  return spoken;
}

const Segment& SegmentWith(const Script& script, const std::string& text) {
  for (const Segment& segment : script.chapters.at(0).segments) {
    if (segment.text == text) return segment;
  }
  throw std::runtime_error("no segment " + text);
}

TEST(ImportAttribution, TakesSpeakersOver) {
  const Book book = BookOf(kSampleText);
  const Script script = Annotate(book, ReadSample(MakeBookNlpSample()));
  EXPECT_THAT(CheckScript(script, book), IsEmpty());
  EXPECT_THAT(Spoken(script), ElementsAre("maren: \"Oh,\"", "maren: \"no!\"",
                                          "the-ferryman: \"Yes,\"", "unknown: \"Why?\""));
  ASSERT_EQ(script.characters.size(), 2U);
  EXPECT_EQ(script.characters[0].name, "Maren");
  EXPECT_EQ(script.characters[0].gender, Gender::kFemale);
  EXPECT_THAT(script.characters[0].aliases, ElementsAre("Miss Vik"));
}

TEST(ImportAttribution, TellsReasonAndConfidence) {
  const Script script = Annotate(BookOf(kSampleText), ReadSample(MakeBookNlpSample()));
  EXPECT_EQ(SegmentWith(script, "\"no!\"").reason, "explicit");
  EXPECT_EQ(SegmentWith(script, "\"Yes,\"").reason, "pronoun");
  EXPECT_GT(SegmentWith(script, "\"no!\"").confidence, SegmentWith(script, "\"Yes,\"").confidence);
  EXPECT_EQ(SegmentWith(script, "\"Why?\"").confidence, 0);
}

TEST(ImportAttribution, TwoSpeakersOfOneQuotationPart) {
  BookNlpSample sample = MakeBookNlpSample();
  std::string& quotes = sample[".quotes"];
  quotes.replace(quotes.find("7\t10\t5\t5\tMaren\t7"), 16, "7\t10\t15\t15\the\t3");
  const Script script = Annotate(BookOf(kSampleText), ReadSample(sample));
  EXPECT_THAT(Spoken(script), ElementsAre("maren: \"Oh,\"", "the-ferryman: \"no!\"",
                                          "the-ferryman: \"Yes,\"", "unknown: \"Why?\""));
  EXPECT_LT(SegmentWith(script, "\"Oh,\"").confidence, 0.5);
}

TEST(ImportAttribution, ASpanWithoutAQuoteOfItsOwnGoesWithTheOther) {
  BookNlpSample sample = MakeBookNlpSample();
  std::string& quotes = sample[".quotes"];
  const std::size_t line = quotes.find("7\t10");
  quotes.erase(line, quotes.find('\n', line) + 1 - line);
  EXPECT_THAT(Spoken(Annotate(BookOf(kSampleText), ReadSample(sample))),
              ElementsAre("maren: \"Oh,\"", "maren: \"no!\"", "the-ferryman: \"Yes,\"",
                          "unknown: \"Why?\""));
}

TEST(ImportAttribution, RefusesAnotherText) {
  std::vector<std::string> text = kSampleText;
  text[0].replace(text[0].find("Maren"), 5, "Karen");
  const BookNlpFiles files = ReadSample(MakeBookNlpSample());
  try {
    Annotate(BookOf(text), files);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("ferry.tokens:7: \"Maren\""), HasSubstr("a.txt")));
  }
  EXPECT_THROW(Annotate(BookOf({kSampleText[0]}), files), Error);
  EXPECT_THROW(Annotate(Book{}, files), Error);
}

TEST(ImportAttribution, RefusesABookOfSeveralFiles) {
  Book book = BookOf(kSampleText);
  book.sources.push_back({"b.txt", ""});
  EXPECT_THROW(Annotate(book, ReadSample(MakeBookNlpSample())), Error);
}

BookNlpFiles Tokens(const std::vector<BookNlpToken>& tokens) {
  BookNlpFiles files;
  files.tokens_file = "x.tokens";
  files.tokens = tokens;
  return files;
}

std::vector<std::string> Found(const std::vector<BookNlpToken>& tokens, const std::string& source) {
  std::vector<std::string> found;
  for (const Span& place : LocateTokens(Tokens(tokens), {"a.txt", source})) {
    found.push_back(source.substr(place.begin, place.end - place.begin));
  }
  return found;
}

TEST(LocateTokens, CountsCharactersAsPythonReadsThem) {
  EXPECT_THAT(Found({{"Élan", 0, 0, 4}, {"né", 0, 5, 7}}, "Élan\r\nné"), ElementsAre("Élan", "né"));
  EXPECT_THAT(Found({{"\uFEFFa", 0, 0, 2}, {"b", 0, 3, 4}}, "\uFEFFa\r\nb"),
              ElementsAre("\uFEFFa", "b"));
}

TEST(LocateTokens, CountsBytesWhereOthersDo) {
  EXPECT_THAT(Found({{"Élan", 0, 0, 5}, {"né", 0, 7, 10}}, "Élan\r\nné"),
              ElementsAre("Élan", "né"));
  EXPECT_THAT(Found({{"a", 0, 0, 1}, {"b", 0, 3, 4}}, "\uFEFFa\r\nb"), ElementsAre("a", "b"));
}

TEST(LocateTokens, KnowsOtherEncodings) {
  EXPECT_THAT(Found({{"né", 0, 0, 2}, {"b", 0, 3, 4}}, "n\xE9 b"), ElementsAre("n\xE9", "b"));
}

TEST(LocateTokens, RefusesWhatIsNotThere) {
  for (const std::string source : {"", "ab", "a  b", "a B", "aé"}) {
    EXPECT_THROW(Found({{"a", 0, 0, 1}, {"b", 0, 2, 3}}, source), Error) << source;
  }
}

TEST(ImportAttribution, ManyCharactersWithOneName) {
  constexpr std::size_t kCount = 40'000;
  std::vector<std::string> paragraphs;
  BookNlpFiles files;
  for (std::size_t i = 0; i < kCount; ++i) {
    paragraphs.emplace_back("\"Ab\"");
    files.tokens.push_back({"\"Ab\"", i, 6 * i, 6 * i + 4});
    files.quotes.push_back({i, i, i, i, MentionKind::kProper});
    files.characters[i].name = "Same";
  }
  EXPECT_EQ(Annotate(BookOf(paragraphs), files).characters.size(), kCount);
}

}  // namespace
}  // namespace fullcast
