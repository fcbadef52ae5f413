// Footnotes of HTML and of every format that is read as markup.
#include "book/markup/markup_notes.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "book/footnotes.h"
#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Read(const std::string& body, Footnotes footnotes = Footnotes::kSkip) {
  Book book = ReadText("<html><body>" + body + "</body></html>", "story.html");
  EXPECT_THAT(CheckBook(book), IsEmpty());
  PlaceFootnotes(book, footnotes);
  return Spoken(book);
}

const char* const kSemantic =
    "<p>It was late<a epub:type='noteref' href='#n1'>1</a>, and dark.</p><p>Nobody spoke.</p>"
    "<aside epub:type='footnote' id='n1'><p>By the clock.</p><p>So it was.</p></aside>";

TEST(MarkupNotes, AreReadWhereTheyAreAskedFor) {
  EXPECT_THAT(Read(kSemantic), ElementsAre("It was late, and dark.", "Nobody spoke."));
  EXPECT_THAT(Read(kSemantic, Footnotes::kInline),
              ElementsAre("It was late, and dark.", "Footnote: By the clock.", "So it was.",
                          "Nobody spoke."));
  EXPECT_THAT(Read(kSemantic, Footnotes::kEnd),
              ElementsAre("It was late, and dark.", "Nobody spoke.", "Footnote: By the clock.",
                          "So it was."));
}

TEST(MarkupNotes, AreFoundByTheRolesOfDpubAria) {
  EXPECT_THAT(Read("<p>It was late<a role='doc-noteref' href='#n'>*</a>.</p><p>On.</p>"
                   "<section role='doc-endnotes'><ol><li id='n'>By the clock.</li></ol></section>",
                   Footnotes::kInline),
              ElementsAre("It was late.", "Footnote: By the clock.", "On."));
}

TEST(MarkupNotes, AreFoundByPlainLinksThereAndBack) {
  const std::string text =
      "<p>It was late<a id='r1' href='#n1'><sup>1</sup></a>, and dark<a id='r2' href='#n2'>[2]</a>."
      "</p><p>On.</p><p id='n1'><a href='#r1'>1</a> By the clock.</p>"
      "<p><a id='n2' href='#r2'>[2]</a> No moon.</p>";
  EXPECT_THAT(Read(text), ElementsAre("It was late, and dark.", "On."));
  EXPECT_THAT(Read(text, Footnotes::kInline),
              ElementsAre("It was late, and dark.", "Footnote: By the clock.", "Footnote: No moon.",
                          "On."));
}

TEST(MarkupNotes, AreFoundByTheirNumbersWithoutALinkBack) {
  const std::string text =
      "<p>It was late<a href='#n1'><sup>1</sup></a>.</p><p>On.</p><p id='n1'>1. By the clock.</p>";
  EXPECT_THAT(Read(text), ElementsAre("It was late.", "On."));
  EXPECT_THAT(Read(text, Footnotes::kInline),
              ElementsAre("It was late.", "Footnote: By the clock.", "On."));
}

TEST(MarkupNotes, NotesThatOnlyPopUpAreNotes) {
  EXPECT_THAT(Read("<p>Late<a epub:type='noteref' href='#n'>1</a>.</p>"
                   "<aside epub:type='footnote' id='n' hidden=''><p>By the clock.</p></aside>",
                   Footnotes::kInline),
              ElementsAre("Late.", "Footnote: By the clock."));
}

TEST(MarkupNotes, NumberedLinksToWhatFollowsAreNoNotes) {
  EXPECT_THAT(
      Read("<p><a href='#c1'>1</a> The lamp is lit.</p><h2 id='c1'>The Lamp</h2><p>So.</p>"),
      testing::Contains("The lamp is lit."));
}

}  // namespace
}  // namespace fullcast
