// Project Gutenberg's frame in the forms it has had since the nineties.
#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What is read of a text, headings included.
std::vector<std::string> Read(const std::string& text) {
  const Book book = ReadText(text);
  EXPECT_THAT(CheckBook(book), IsEmpty());
  return TextsRead(book);
}

struct Frame {
  const char* name;
  std::string header;
  std::string footer;
};

void PrintTo(const Frame& frame, std::ostream* out) { *out << frame.name; }

class GutenbergFrame : public testing::TestWithParam<Frame> {};

TEST_P(GutenbergFrame, IsNotRead) {
  const std::string text = "Chapter I\n\nThe lamp was lit.\n\nThe boats came home.\n\n";
  EXPECT_THAT(Read(GetParam().header + text + GetParam().footer),
              ElementsAre("Chapter I", "The lamp was lit.", "The boats came home."));
}

INSTANTIATE_TEST_SUITE_P(
    All, GutenbergFrame,
    testing::Values(
        Frame{
            "Present",
            "\xEF\xBB\xBFThe Project Gutenberg eBook of The Lamp\n\nThis ebook is for the use of\n"
            "anyone.\n\nTitle: The Lamp\n\nAuthor: A. Writer\n\nRelease date: May 1, 2020 [eBook "
            "#1]\n\nLanguage: English\n\nCredits: Somebody\n\n\n*** START OF THE PROJECT "
            "GUTENBERG EBOOK THE LAMP ***\n\n\nProduced by Somebody and others\n\n\n",
            "\n*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\nUpdated editions will "
            "replace the previous one.\n\n*** START: FULL LICENSE ***\n\nTHE FULL LICENSE\n"},
        Frame{"OfThis",
              "Project Gutenberg's The Lamp, by A. Writer\n\n***START OF THIS PROJECT GUTENBERG "
              "EBOOK THE LAMP***\n\n\nE-text prepared by Somebody\n\n\n\nNote: Project Gutenberg "
              "also has an HTML version of this\n      file which includes the pictures.\n\n\n",
              "\n\nEnd of Project Gutenberg's The Lamp, by A. Writer\n\n***END OF THIS PROJECT "
              "GUTENBERG EBOOK THE LAMP***\n\n***** This file should be named 1.txt *****\n"},
        Frame{"SmallPrint",
              "***The Project Gutenberg Etext of The Lamp, by A. Writer***\n#1 in our series by A. "
              "Writer\n\nCopyright laws are changing all over the world.\n\n**Welcome To The World "
              "of Free Plain Vanilla Electronic Texts**\n\nThe Lamp\n\nby A. Writer\n\nJanuary, "
              "1995  [Etext #1]\n\n***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***\n"
              "Why is this \"Small Print!\" statement here?\n\nLIMITED WARRANTY\n\n*END*THE SMALL "
              "PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\n\nThis etext was prepared by "
              "Somebody.\n\n\n",
              "\n\nEnd of The Project Gutenberg Etext of The Lamp, by A. Writer\n"},
        Frame{"SmallPrintInALongParagraph",
              "The Project Gutenberg Etext of The Lamp\n\n***START** SMALL PRINT! for eBooks "
              "**START***\nPlease read it.\nIt is long.\n*END THE SMALL PRINT! FOR PUBLIC DOMAIN "
              "ETEXTS*Ver.03.17.02*END*\n\nProduced by Somebody\n\n",
              "End of the Project Gutenberg EBook of The Lamp\n\nThe Legal Small Print\n"},
        Frame{"German",
              "The Project Gutenberg EBook of Die Lampe, by A. Writer\n\nTitle: Die Lampe\n\n*** "
              "START OF THIS PROJECT GUTENBERG EBOOK DIE LAMPE ***\n\n",
              "Ende dieses Projekt Gutenberg Etextes \"Die Lampe\"\n\nMehr davon.\n"},
        Frame{"French", "*** START OF THIS PROJECT GUTENBERG EBOOK LA LAMPE ***\n\n",
              "Fin de Project Gutenberg's La lampe, par A. Writer\n\nThis file.\n"},
        Frame{"WithoutStars", "Project Gutenberg's Etext of The Lamp, by A. Writer\n\n",
              "[End of Project Gutenberg's The Lamp]\n"},
        Frame{"Australian",
              "A Project Gutenberg of Australia eBook\n\nTitle:      The Lamp\nAuthor:     A. "
              "Writer\neBook No.:  0100011.txt\nLanguage:   English\n\nProject Gutenberg of "
              "Australia eBooks are created from printed editions.\n\n",
              "This site is full of FREE ebooks - Project Gutenberg of Australia\n"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Gutenberg, SaysWhyForEachOfItsBlocks) {
  const Book book = ReadText(
      "*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\nProduced by Somebody\n\nText.\n\n"
      "*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n");
  std::vector<std::string> reasons;
  for (const Block& block : Blocks(book)) reasons.push_back(block.skip);
  EXPECT_THAT(reasons, ElementsAre("Project Gutenberg header", "transcriber's credit", "",
                                   "Project Gutenberg licence"));
}

TEST(Gutenberg, IsNotSeenInAStoryThatSpeaksOfIt) {
  EXPECT_THAT(
      Read("Chapter I\n\nThe start of this was old.\n\nEnd of story.\n\nEnd of August.\n"),
      ElementsAre("Chapter I", "The start of this was old.", "End of story.", "End of August."));
}

}  // namespace
}  // namespace fullcast
