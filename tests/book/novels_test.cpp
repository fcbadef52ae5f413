// Real books, where they are at hand.

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "book/headings/chapters.h"
#include "book/ledger.h"
#include "book/reader.h"
#include "book/reading.h"
#include "support/paths.h"

namespace fullcast {
namespace {

using testing::IsEmpty;

struct Novel {
  const char* path;  // below ../shared
  std::size_t chapters;
};

void PrintTo(const Novel& novel, std::ostream* out) { *out << novel.path; }

class NovelTest : public testing::TestWithParam<Novel> {};

TEST_P(NovelTest, HasItsChaptersAndLosesNothing) {
  const std::filesystem::path path = test::SharedFolder() / GetParam().path;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  const Book book = ReadBook(path);
  const bool opening = book.chapters.front().title == kOpening;
  EXPECT_EQ(book.chapters.size() - (opening ? 1 : 0), GetParam().chapters);
  EXPECT_THAT(CheckBook(book), IsEmpty());
  EXPECT_FALSE(book.info.title.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, NovelTest,
    testing::Values(Novel{"benchmarks/dialogue/APassageToIndia/novel.txt", 37},
                    Novel{"benchmarks/dialogue/ARoomWithAView/novel.txt", 20},
                    Novel{"benchmarks/dialogue/AlicesAdventuresInWonderland/novel.txt", 12},
                    Novel{"benchmarks/dialogue/DaisyMiller/novel.txt", 2},
                    Novel{"benchmarks/dialogue/Emma/novel.txt", 55},
                    Novel{"benchmarks/dialogue/HowardsEnd/novel.txt", 44},
                    Novel{"benchmarks/dialogue/MansfieldPark/novel.txt", 48},
                    Novel{"benchmarks/dialogue/NightAndDay/novel.txt", 34},
                    Novel{"benchmarks/dialogue/NorthangerAbbey/novel.txt", 31},
                    Novel{"benchmarks/dialogue/OliverTwist/novel.txt", 53},
                    Novel{"benchmarks/dialogue/PrideAndPrejudice/novel.txt", 61},
                    Novel{"benchmarks/dialogue/SenseAndSensibility/novel.txt", 50},
                    Novel{"benchmarks/dialogue/TheGambler/novel.txt", 17},
                    Novel{"benchmarks/dialogue/TheInvisibleMan/novel.txt", 29},
                    Novel{"benchmarks/dialogue/ThePictureOfDorianGray/novel.txt", 21},
                    Novel{"benchmarks/dialogue/TheSunAlsoRises/novel.txt", 19},
                    Novel{"benchmarks/dialogue/WhereAngelsFearToTread/novel.txt", 10},
                    Novel{"books/leaving-atlanta.txt", 1},
                    Novel{"books/alice-gutenberg-utf8.txt", 12},
                    Novel{"books/sherlock-gutenberg-latin1.txt", 12}),
    [](const testing::TestParamInfo<Novel>& novel) {
      std::string name;
      for (const char* c = novel.param.path; *c != '\0'; ++c) {
        if (std::isalnum(static_cast<unsigned char>(*c)) != 0) name += *c;
      }
      return name;
    });

TEST(Novels, AnAuthorsChapterIsNamedByItsNumber) {
  const std::filesystem::path path = test::SharedFolder() / "books/leaving-atlanta.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  const Book book = ReadBook(path);
  EXPECT_EQ(book.chapters[0].title, "1");
  EXPECT_EQ(book.chapters[0].blocks[0].text, "-1-");
  EXPECT_EQ(book.chapters[0].blocks[0].say, "Chapter One");
}

}  // namespace
}  // namespace fullcast
