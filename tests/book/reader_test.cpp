#include "book/reader.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "book/folder_reader.h"
#include "book/ledger.h"
#include "book/reading.h"
#include "core/error.h"
#include "core/file.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReadBookTest : public testing::Test {
 protected:
  ReadBookTest() { std::filesystem::remove_all(folder_); }
  ~ReadBookTest() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, std::string_view bytes) { WriteFile(folder_ / name, bytes); }

  std::string Failure(const std::filesystem::path& path) {
    try {
      ReadBook(path);
    } catch (const Error& error) {
      return error.what();
    }
    return "no failure";
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("fullcast-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ReadBookTest, NamesABookByItsFileOrFolder) {
  Write("the-lamp.txt", "Text.");
  Write("TheOldHarbour/novel.txt", "Text.");
  EXPECT_EQ(ReadBook(folder_ / "the-lamp.txt").info.title, "The Lamp");
  EXPECT_EQ(ReadBook(folder_ / "TheOldHarbour/novel.txt").info.title, "The Old Harbour");
}

TEST_F(ReadBookTest, ReadsMarkdownByItsExtension) {
  Write("a.md", "# Night\n\nText.\n");
  Write("b.Markdown", "# Night\n\nText.\n");
  EXPECT_THAT(Titles(ReadBook(folder_ / "a.md")), ElementsAre("Night"));
  EXPECT_THAT(Titles(ReadBook(folder_ / "b.Markdown")), ElementsAre("Night"));
}

TEST_F(ReadBookTest, ReadsAFolderInNaturalOrder) {
  Write("lamp/10-the-end.txt", "Nobody spoke.\n");
  Write("lamp/2.md", "# Chapter 2: The Boats\n\nText.\n\n## A letter\n\nText.\n");
  Write("lamp/01.txt", "-1-\n\nThe lamp was lit.\n");
  Write("lamp/11.txt", "For Anne\n\nCHAPTER III\n\n" + Prose() + "CHAPTER IV\n\n" + Prose());
  Write("lamp/notes.doc", "other");
  Write("lamp/.hidden.txt", "other");
  Write("lamp/book.json", R"({"title": "The Lamp", "author": "A. Writer", "narrator": "N. Reader",
                              "language": "en-GB", "cover": "cover.png", "year": "1911"})");
  const Book book = ReadBook(folder_ / "lamp");
  EXPECT_THAT(Titles(book),
              ElementsAre("1", "Chapter 2: The Boats", "The End", "Chapter III", "Chapter IV"));
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.narrator, "N. Reader");
  EXPECT_EQ(book.info.cover, (folder_ / "lamp/cover.png").string());
  EXPECT_EQ(book.sources.size(), 4U);
  EXPECT_EQ(book.chapters[1].blocks[0].file, 1U);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST_F(ReadBookTest, TellsWhatIsWrong) {
  Write("empty.txt", "");
  Write("binary.txt", std::string_view("a\0b", 3));
  Write("none/cover.png", "x");
  Write("typo/1.txt", "Text.");
  Write("typo/book.json", "{\"title\": \"The Lamp\",\n \"autor\": \"A. Writer\"}");
  Write("bad/1.txt", "");
  EXPECT_THAT(Failure(folder_ / "missing.txt"), HasSubstr("missing.txt"));
  EXPECT_THAT(Failure(folder_ / "empty.txt"), HasSubstr("no text"));
  EXPECT_THAT(Failure(folder_ / "binary.txt"), HasSubstr("not a text file"));
  EXPECT_THAT(Failure(folder_ / "none"), HasSubstr("no chapters"));
  EXPECT_THAT(Failure(folder_ / "typo"), HasSubstr("book.json:2:"));
  EXPECT_THAT(Failure(folder_ / "bad"), HasSubstr("1.txt"));
}

TEST(NaturalLess, CountsNumbers) {
  EXPECT_TRUE(NaturalLess("2.txt", "10.txt"));
  EXPECT_TRUE(NaturalLess("a9b", "a010"));
  EXPECT_TRUE(NaturalLess("Chapter 1", "chapter 2"));
  EXPECT_TRUE(NaturalLess("a", "a1"));
  EXPECT_FALSE(NaturalLess("10", "2"));
  EXPECT_FALSE(NaturalLess("a", "a"));
  EXPECT_NE(NaturalLess("1.txt", "01.txt"), NaturalLess("01.txt", "1.txt"));
}

}  // namespace
}  // namespace fullcast
