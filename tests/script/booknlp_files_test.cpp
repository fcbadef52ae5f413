#include "script/booknlp/booknlp_files.h"

#include <gmock/gmock.h>

#include "booknlp_samples.h"
#include "core/error.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

// The sample with one string of one file replaced.
BookNlpSample Changed(const std::string& extension, const std::string& from,
                      const std::string& to) {
  BookNlpSample files = MakeBookNlpSample();
  std::string& content = files[extension];
  const std::size_t place = content.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  content.replace(place, from.size(), to);
  return files;
}

BookNlpFiles Read(const BookNlpSample& files) {
  const test::TemporaryFolder folder;
  WriteBookNlpSample(folder.path(), files);
  return ReadBookNlp(folder.path());
}

std::string Complaint(const BookNlpSample& files) {
  try {
    Read(files);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST(BookNlpFiles, AreReadByTheNamesOfTheirColumns) {
  const BookNlpFiles files = Read(MakeBookNlpSample());
  ASSERT_EQ(files.tokens.size(), 22U);
  EXPECT_EQ(files.tokens[5].word, "Maren");
  EXPECT_EQ(files.tokens[5].onset, 11U);
  EXPECT_EQ(files.tokens[5].offset, 16U);
  ASSERT_EQ(files.quotes.size(), 4U);
  EXPECT_EQ(files.quotes[1].first_token, 7U);
  EXPECT_EQ(files.quotes[1].last_token, 10U);
  EXPECT_EQ(files.quotes[1].speaker, 7U);
  EXPECT_EQ(files.quotes[1].mention, MentionKind::kProper);
  EXPECT_EQ(files.quotes[2].mention, MentionKind::kPronoun);
  EXPECT_FALSE(files.quotes[3].speaker);
}

TEST(BookNlpFiles, TheMostFrequentNameIsTheName) {
  const BookNlpFiles files = Read(MakeBookNlpSample());
  const BookNlpCharacter& maren = files.characters.at(7);
  EXPECT_EQ(maren.name, "Maren");
  EXPECT_THAT(maren.aliases, ElementsAre("Miss Vik"));
  EXPECT_EQ(maren.gender, Gender::kFemale);
  EXPECT_EQ(files.characters.at(3).name, "the ferryman");
  EXPECT_EQ(files.characters.at(3).gender, Gender::kUnknown);
}

TEST(BookNlpFiles, TheEntitiesNameWhomTheBookLeavesOut) {
  BookNlpSample files = MakeBookNlpSample();
  files[".book"] = R"({"characters": []})";
  EXPECT_EQ(Read(files).characters.at(7).name, "Maren");
  EXPECT_EQ(Read(files).characters.at(3).name, "he");
}

TEST(BookNlpFiles, LinesMayEndAsOnWindows) {
  BookNlpSample files = MakeBookNlpSample();
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : files[".quotes"]) windows += c == '\n' ? std::string("\r\n") : std::string{c};
  files[".quotes"] = windows;
  EXPECT_EQ(Read(files).quotes.size(), 4U);
}

TEST(BookNlpFiles, AMissingFileIsNamed) {
  BookNlpSample files = MakeBookNlpSample();
  files.erase(".entities");
  EXPECT_THAT(Complaint(files), HasSubstr("*.entities"));
  EXPECT_THROW(ReadBookNlp("/no/such/folder"), Error);
}

TEST(BookNlpFiles, ComplaintsNameFileAndLine) {
  EXPECT_THAT(Complaint(Changed(".tokens", "byte_onset", "onset")),
              AllOf(HasSubstr("ferry.tokens:1: "), HasSubstr("byte_onset")));
  EXPECT_THAT(Complaint(Changed(".quotes", "char_id", "who")), HasSubstr("ferry.quotes:1: "));
  EXPECT_THAT(Complaint(Changed(".tokens", "0\t2\t,\t3\t4", "0\t2\t,")),
              AllOf(HasSubstr("ferry.tokens:4: "), HasSubstr("byte_onset")));
  EXPECT_THAT(Complaint(Changed(".tokens", "\t3\t4\n", "\t3\t-4\n")),
              AllOf(HasSubstr("ferry.tokens:4: "), HasSubstr("\"-4\"")));
  EXPECT_THAT(Complaint(Changed(".tokens", "\t3\t4\n", "\t3\t99999999999999999999\n")),
              HasSubstr("ferry.tokens:4: "));
  EXPECT_THAT(Complaint(Changed(".tokens", "\t3\t4\n", "\t2\t4\n")), HasSubstr("ferry.tokens:4: "));
  EXPECT_THAT(Complaint(Changed(".tokens", "0\t2\t,", "0\t3\t,")), HasSubstr("ferry.tokens:4: "));
  EXPECT_THAT(Complaint(Changed(".tokens", "Oh", "\xFF")), HasSubstr("ferry.tokens:3:"));
  EXPECT_THAT(Complaint(Changed(".entities", "PRON", "X")), HasSubstr("ferry.entities:3: "));
  EXPECT_THAT(Complaint(Changed(".entities", "5\t5", "5\t22")), HasSubstr("ferry.entities:2: "));
  EXPECT_THAT(Complaint(Changed(".quotes", "0\t3", "3\t0")), HasSubstr("ferry.quotes:2: "));
  EXPECT_THAT(Complaint(Changed(".quotes", "7\t10", "3\t10")), HasSubstr("ferry.quotes:3: "));
  EXPECT_THAT(Complaint(Changed(".quotes", "18\t21", "18\t22")), HasSubstr("ferry.quotes:5: "));
  EXPECT_THAT(Complaint(Changed(".quotes", "he\t3", "he\t4")), HasSubstr("ferry.quotes:4: "));
  EXPECT_THAT(Complaint(Changed(".book", "\"c\": 9", "\"c\": []")), HasSubstr("ferry.book:4:"));
  EXPECT_THAT(Complaint(Changed(".book", "\"id\": 3", "\"id\": 7")), HasSubstr("ferry.book:5:"));
}

TEST(BookNlpFiles, EmptyFilesAreRefused) {
  for (const std::string extension : {".tokens", ".quotes", ".entities", ".book"}) {
    BookNlpSample files = MakeBookNlpSample();
    files[extension] = "";
    EXPECT_THAT(Complaint(files), HasSubstr("ferry" + extension + ":1")) << extension;
  }
}

}  // namespace
}  // namespace fullcast
