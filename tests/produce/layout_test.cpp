#include "produce/rendering/layout.h"

#include <gtest/gtest.h>

#include <string>

#include "core/error.h"
#include "produce/rendering/output_paths.h"

namespace fullcast {
namespace {

BookInfo SomeBook() {
  BookInfo book;
  book.title = "The Lamp";
  book.author = "A. Writer";
  book.narrator = "C. Reader";
  book.year = "2026";
  book.series = "Harbours";
  book.series_index = "2.5";
  return book;
}

TEST(LibraryFolder, IsAsAudiobookshelfReadsIt) {
  EXPECT_EQ(LibraryFolder(SomeBook()), "A. Writer/Harbours/Vol 2.5 - 2026 - The Lamp {C. Reader}");
}

TEST(LibraryFolder, LeavesOutWhatIsUnknown) {
  BookInfo book = SomeBook();
  book.series_index.clear();
  EXPECT_EQ(LibraryFolder(book), "A. Writer/Harbours/2026 - The Lamp {C. Reader}");
  book.series.clear();
  book.year.clear();
  EXPECT_EQ(LibraryFolder(book), "A. Writer/The Lamp {C. Reader}");
  book.narrator.clear();
  EXPECT_EQ(LibraryFolder(book), "A. Writer/The Lamp");
  book.author.clear();
  EXPECT_EQ(LibraryFolder(book), "The Lamp");
  EXPECT_EQ(LibraryFolder({}), "Untitled");
}

TEST(LibraryFolder, StaysInTheLibraryWhateverABookIsCalled) {
  BookInfo book = SomeBook();
  book.author = "../..";
  book.series = "/";
  book.title = "..{x}\n/etc";
  EXPECT_EQ(LibraryFolder(book), "-/-/Vol 2.5 - 2026 - (x) -etc {C. Reader}");
  book = SomeBook();
  book.title = std::string(1000, 'x');
  book.narrator = std::string(1000, 'y');
  for (const auto& part : LibraryFolder(book)) EXPECT_LT(part.string().size(), 255U);
}

TEST(FileNameFrom, IsANameOnEverySystem) {
  EXPECT_EQ(FileNameFrom("What? \"Why\" <not>: a/b\\c|d*"), "What- -Why- -not-- a-b-c-d-");
  EXPECT_EQ(FileNameFrom("Ночь 夜 🌙"), "Ночь 夜 🌙");
  EXPECT_EQ(FileNameFrom(" ...and then. . "), "and then");
  EXPECT_EQ(FileNameFrom(".."), "");
  EXPECT_EQ(FileNameFrom("a\u202Egpj.b\u200B\x01"), "agpj.b");
  EXPECT_EQ(FileNameFrom("CON"), "CON_");
  EXPECT_EQ(FileNameFrom("com1.txt"), "com1.txt_");
  EXPECT_EQ(FileNameFrom("Contents"), "Contents");
  EXPECT_EQ(FileNameFrom("夜夜夜", 7), "夜夜");
}

TEST(OutputPaths, KeepDotsThatAreNoExtension) {
  Script script;
  script.book.title = "Mr. Dunn";
  RenderOptions options;
  options.output = "library/dunn.mp3";
  options.layout = Layout::kAudiobookshelf;
  options.deliveries = {{Format::kMp3, {}}, {Format::kOpus, {}}};
  EXPECT_EQ(OutputPaths(script, options, options.deliveries[0]).front(),
            "library/Mr. Dunn/Mr. Dunn.mp3");
  EXPECT_EQ(OutputPaths(script, options, options.deliveries[1]).front(),
            "library/Mr. Dunn/Mr. Dunn.opus");
  script.chapters.push_back({"One", {}});
  options.split_chapters = true;
  EXPECT_EQ(OutputPaths(script, options, options.deliveries[0]).front(),
            "library/Mr. Dunn/01 - One.mp3");
}

TEST(LayoutNamed, KnowsItsNames) {
  EXPECT_EQ(LayoutNamed(""), Layout::kPlain);
  EXPECT_EQ(LayoutNamed("acx"), Layout::kAcx);
  EXPECT_THROW(LayoutNamed("shelf"), Error);
}

}  // namespace
}  // namespace fullcast
