#include "produce/rendering/batch_list.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "core/file.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;

class ListBooksTest : public ::testing::Test {
 protected:
  void Write(const std::string& name, const std::string& text = "x") const {
    WriteFile(folder_ / name, text);
  }

  [[nodiscard]] std::vector<std::string> Names(const std::string& of = "") const {
    std::vector<std::string> names;
    for (const BatchBook& book : ListBooks(folder_ / of)) names.push_back(book.name);
    return names;
  }

  test::TemporaryFolder folder_;
};

TEST_F(ListBooksTest, FindsBooksInAFolderAndBelow) {
  Write("austen/emma.txt");
  Write("austen/later/persuasion.md");
  Write("book 10.txt");
  Write("book 2.txt");
  Write("cover.png");
  Write(".hidden.txt");
  Write(".git/notes.txt");
  EXPECT_THAT(Names(), ElementsAre("austen/emma", "austen/later/persuasion", "book 2", "book 10"));
}

TEST_F(ListBooksTest, AFolderWithBookJsonIsOneBook) {
  Write("tales/book.json", "{}");
  Write("tales/1.txt");
  Write("tales/2.txt");
  EXPECT_THAT(Names(), ElementsAre("tales"));
}

TEST_F(ListBooksTest, BooksOfOneNameAreToldApart) {
  Write("emma.md");
  Write("emma.txt");
  Write("other/emma.txt");
  EXPECT_THAT(Names(), ElementsAre("emma", "emma (2)", "other/emma"));
}

TEST_F(ListBooksTest, AListNamesBooksFromItsOwnFolder) {
  Write("shelf/emma.txt");
  Write("far/emma.txt");
  Write("shelf/list", "# mine\n\nemma.txt\r\n../far/emma.txt\n" +
                          (folder_ / "far/emma.txt").string() + "\nmissing.txt");
  EXPECT_THAT(Names("shelf/list"), ElementsAre("emma", "emma (2)", "emma (3)", "missing"));
}

TEST_F(ListBooksTest, ABookIsNoList) {
  Write("emma.txt", "It was late.\nThe lamp was low.\n");
  EXPECT_THROW(ListBooks(folder_ / "emma.txt"), Error);
}

TEST_F(ListBooksTest, WithoutABookThereIsNoBatch) {
  Write("cover.png");
  Write("list", "# none\n");
  EXPECT_THROW(ListBooks(folder_.path()), Error);
  EXPECT_THROW(ListBooks(folder_ / "list"), Error);
}

}  // namespace
}  // namespace fullcast
