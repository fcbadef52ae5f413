#include "book/html/html_reader.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <utility>

#include "book/ledger.h"
#include "book/reading.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Book ReadHtmlText(std::string bytes) { return ReadText(std::move(bytes), "lamp.html"); }

std::vector<std::string> Read(const Book& book) {
  std::vector<std::string> read;
  for (const Block& block : Blocks(book)) {
    if (block.skip.empty()) read.push_back(block.text);
  }
  return read;
}

std::string Complaint(std::string bytes) {
  try {
    ReadHtmlText(std::move(bytes));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Html, CutsByItsListOfContents) {
  const Book book = ReadHtmlText(
      "<title>The Project Gutenberg eBook of The Lamp, by A. Writer</title><body>"
      "<pre>*** START OF THIS PROJECT GUTENBERG EBOOK THE LAMP ***\n\nProduced by nobody\n</pre>"
      "<h1>THE LAMP</h1><h2>CONTENTS</h2><p><a href='#a'>Rain</a><br><a href='#b'>Sun</a><br>"
      "<a href='#c'>Snow</a></p><h3><a name=a>I. RAIN</a></h3><p>It rained."
      "<h3><a name=b>II. SUN</a></h3><p>It shone.<h3><a name=c>III. SNOW</a></h3><p>It snowed.\n"
      "<pre>End of the Project Gutenberg EBook of The Lamp\n\nLicence.</pre>");
  EXPECT_THAT(TitlesRead(book), ElementsAre("I. Rain", "II. Sun", "III. Snow"));
  EXPECT_THAT(Read(book), ElementsAre("I. RAIN", "It rained.", "II. SUN", "It shone.", "III. SNOW",
                                      "It snowed."));
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.author, "A. Writer");
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Html, EndsItsListOfContentsBeforeTheFirstChapter) {
  const Book book = ReadHtmlText(
      "<title>The Lamp</title><meta name=dcterms.date content=1911-05-01>"
      "<header id=title-block-header><h1>The Lamp</h1><p class=subtitle>A Story of Oil</p></header>"
      "<nav id=TOC><ul><li><a href='#a'>Rain</a><li><a href='#b'>Sun</a>"
      "<li><a href='#c'>Snow</a></ul></nav><h1 id=a>Rain</h1><p>It rained.<a href='#n'>1</a>"
      "<h1 id=b>Sun</h1><p>It shone.<h1 id=c>Snow</h1><p>It snowed."
      "<section role=doc-endnotes><ol><li id=n>A little.</ol></section>");
  EXPECT_THAT(TitlesRead(book), ElementsAre("Rain", "Sun", "Snow"));
  EXPECT_THAT(Read(book),
              ElementsAre("Rain", "It rained.", "Sun", "It shone.", "Snow", "It snowed."));
  EXPECT_EQ(book.info.year, "1911");
}

TEST(Html, LeavesOutPagesAndTitlesOfItsLists) {
  const std::string text = "<p>" + Prose();
  const Book book = ReadHtmlText(
      "<title>The Lamp</title><h1>The Lamp</h1><h2>A Comedy in Two "
      "Acts</h2><h2>CONTENTS</h2><table>"
      "<tr><td>CHAP.<td>PAGE<tr><td><a href='#a'>Rain</a><td><a href='#Page_1'>1</a>"
      "<tr><td><a href='#b'>Sun</a><td><a href='#Page_9'>9</a>"
      "<tr><td><a href='#c'>Snow</a><td><a href='#Page_12'>12</a></table>"
      "<h2>ILLUSTRATIONS</h2><ul><li>A lamp. <i>Frontispiece</i></ul><h2 id=a>Rain</h2>" +
      text + "<h2 id=b>Sun</h2>" + text + "<p id=Page_9>It shone.<h2 id=c>Snow</h2>" + text +
      "<p id=Page_12>It snowed.");
  EXPECT_THAT(TitlesRead(book), ElementsAre("Rain", "Sun", "Snow"));
  EXPECT_EQ(Read(book).front(), "Rain");
}

TEST(Html, PutsChaptersInThePartAboveThem) {
  const auto link = [](const std::string& id, const std::string& title) {
    return "<p><a href='#" + id + "'>" + title + "</a>";
  };
  const auto heading = [](const std::string& id, const std::string& title) {
    return "<h2 id=" + id + ">" + title + "</h2>";
  };
  const std::string text = "<p>" + Prose();
  const Book book = ReadHtmlText(
      "<title>The Lamp</title>" + link("p", "Preface") + link("a", "BOOK THE FIRST") +
      link("b", "CHAPTER 1. Rain") + link("c", "CHAPTER 2. Sun") + link("d", "BOOK THE SECOND") +
      link("e", "CHAPTER 1. Snow") + link("f", "Epilogue") + heading("p", "Preface") + text +
      heading("a", "BOOK THE FIRST") + heading("b", "CHAPTER 1. Rain") + text +
      heading("c", "CHAPTER 2. Sun") + text + heading("d", "BOOK THE SECOND") +
      heading("e", "CHAPTER 1. Snow") + text + heading("f", "Epilogue") + text);
  EXPECT_THAT(TitlesRead(book), ElementsAre("Preface", "Book the First, Chapter 1. Rain",
                                            "Book the First, Chapter 2. Sun",
                                            "Book the Second, Chapter 1. Snow", "Epilogue"));
}

TEST(Html, TakesItsTitleFromWhatIsCalledSo) {
  EXPECT_EQ(ReadHtmlText("<p class='c1 title'>The Lamp<h1>Chapter 1</h1><p>It rained."
                         "<h1>Chapter 2</h1><p>It shone.")
                .info.title,
            "The Lamp");
  const Book book = ReadHtmlText("<h1>Rain</h1><p>It rained.<h1>Sun</h1><p>It shone.");
  EXPECT_EQ(book.info.title, "Story");
  EXPECT_THAT(TitlesRead(book), ElementsAre("Rain", "Sun"));
}

TEST(Html, TakesItsAuthorFromItsDataOrItsTitlePage) {
  EXPECT_EQ(ReadHtmlText("<meta name=dc.creator content='Marlow, Edith, 1871-1940'><p>It rained.")
                .info.author,
            "Edith Marlow");
  EXPECT_EQ(ReadHtmlText("<title>The Lamp</title><p>The Lamp<p>by<p>Edith Marlow<h1>One</h1>"
                         "<p>It rained.<h1>Two</h1><p>It shone.")
                .info.author,
            "Edith Marlow");
  const Book book = ReadHtmlText(
      "<title>The Lamp</title><p>The Lamp<p>Edith Marlow<h1>One</h1><p>It rained.<h1>Two</h1>"
      "<p>It shone.");
  EXPECT_EQ(book.info.author, "Edith Marlow");
  EXPECT_EQ(Read(book).front(), "One");
}

TEST(Html, KnowsWhereItsTextStands) {
  const std::string text =
      "<p>Tom &amp; <i>Anne</i>&mdash;na\xC3\xAFve\r\nand so\xC2\xAD on&#8230;<p>&lt;End&gt;";
  const Book book = ReadHtmlText(text);
  EXPECT_THAT(Read(book), ElementsAre("Tom & Anne\u2014na\u00EFve and so on\u2026", "<End>"));
  for (const Block& block : Blocks(book)) {
    for (std::size_t i = 0; i < block.text.size(); ++i) {
      const bool letter = block.text[i] >= 'A' && block.text[i] <= 'z';
      if (!letter) continue;
      std::size_t offset = block.SourceOffset(i);
      while (text[offset] == '<')
        offset = text.find('>', offset) + 1;  // tags cling to what follows
      EXPECT_EQ(text[offset], block.text[i]) << i << block.text;
    }
  }
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Html, ReadsVerseListsTablesAndInitials) {
  const Book book = ReadHtmlText(
      "<p>One line,<br>and<br></p><p class=poem>Light<br>and rain</p><ul><li>Oil<li>Wick</ul>"
      "<table><tr><td>Tom</td><td>9</td></tr></table><p><img alt='I' src=i.png>t was <span "
      "class=pagenum>12</span>late.</p><pre><code>x = 1</code></pre><hr><p>Night.");
  EXPECT_THAT(Texts(book, BlockKind::kListItem), ElementsAre("Oil", "Wick"));
  EXPECT_THAT(Read(book), ElementsAre("One line, and", "Light", "and rain", "Oil", "Wick", "Tom, 9",
                                      "It was late.", "Night."));
  EXPECT_EQ(Texts(book, BlockKind::kSceneBreak).size(), 1U);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Html, LeavesOutWhatAWebsitePutsAroundIt) {
  const Book book = ReadHtmlText(
      "<header><nav><a href='/'>Home</a></nav><p>The Harbour Serial</p></header><main><article>"
      "<h1>Rain</h1><div class='entry-meta'>Posted on May 1</div><p>It rained on the harbour all "
      "night, and nobody came.</p>"
      "<p><a href='1'>Previous Chapter</a> | <a href='3'>Next Chapter</a></p></article></main>"
      "<aside><h2>Archives</h2><ul><li>May</li></ul></aside><footer>Powered by lamps</footer>");
  EXPECT_THAT(Read(book),
              ElementsAre("Rain", "It rained on the harbour all night, and nobody came."));
  EXPECT_THAT(Read(ReadHtmlText("<p>It rained.</p><aside>A box.</aside><footer>End.</footer>")),
              ElementsAre("It rained.", "A box.", "End."));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Html, LeavesOutDescriptionsOfPictures) {
  const Book book = ReadHtmlText(
      "<p>[Illustration: A <i>lamp</i>]</p><p>It rained.</p><p>[Illustration] of [rain]</p>");
  EXPECT_THAT(Read(book), ElementsAre("It rained.", "[Illustration] of [rain]"));
  EXPECT_EQ(Blocks(book).front().skip, "illustration");
  EXPECT_THAT(TextsRead(ReadMarkdownText("[Illustration: A lamp]\n\nIt rained.\n")),
              ElementsAre("It rained."));
}

TEST(Html, ReadsTheDeclaredCharset) {
  const std::string text = "<meta charset=windows-1251><p>\xCD\xEE\xF7\xFC.";
  const Book book = ReadHtmlText(text);
  EXPECT_THAT(Read(book), ElementsAre("\u041D\u043E\u0447\u044C."));
  EXPECT_EQ(Blocks(book)[0].SourceOffset(2), text.size() - 4);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Html, KeepsWhatStandsBesideACodePointThatIsNoCharacter) {
  for (const char* odd : {"\xEF\xBF\xBF", "\x01", "\xF0\x9F\xBF\xBF", "\r"}) {
    const Book book = ReadHtmlText("<p>Before" + std::string(odd) + "\xBD behind, and on.</p>");
    EXPECT_THAT(CheckBook(book), IsEmpty());
    EXPECT_THAT(Read(book).front(), HasSubstr("behind, and on."));
    EXPECT_TRUE(IsValidUtf8(Read(book).front())) << odd;
  }
}

TEST(Html, AVerticalTabAheadOfTheTextIsSpace) {
  const Book book = ReadHtmlText("\v\xBF\xBFQue?");
  EXPECT_THAT(CheckBook(book), IsEmpty());
  EXPECT_THAT(Read(book).front(), HasSubstr("Que?"));
}

TEST(Html, SurvivesHostileInput) {
  std::string deep = "a";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_THAT(Complaint(deep), HasSubstr("nested too deeply"));
  std::string tables;
  for (int i = 0; i < 1000; ++i) tables += "<table>z<tr>";
  EXPECT_THAT(Complaint(tables), HasSubstr("nested too deeply"));
  for (const char* piece : {"<p>", "<br>", "<a name=x></a>b", "<h2>1</h2>", "&", "&#0;", "<!--",
                            "<td>x", "<li>y", "\xE9", "</p>", "<hr>", "<b>q</b>"}) {
    std::string text = "a";
    for (int i = 0; i < 3000; ++i) text += piece;
    EXPECT_THAT(CheckBook(ReadHtmlText(text)), IsEmpty()) << piece;
  }
}

TEST(HtmlReader, ReadsTheCellsOfARowOneAfterTheOther) {
  const Book book = ReadText(
      "<p>The keepers.</p><table>\n<tr>\n<td>Ida Grey<a href='#n'>1</a></td>\n<td>1809</td>\n</tr>"
      "\n<tr><td>Who?</td> <td>Tom</td></tr></table>",
      "lamp.html");
  EXPECT_THAT(Spoken(book), ElementsAre("The keepers.", "Ida Grey, 1809", "Who? Tom"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(HtmlReader, KeepsTextBetweenTheCellsOfATableInItsPlace) {
  const Book book = ReadText(
      "<p>Before.</p><table><tr><td>Tide</td></tr>Loose <b>words</b><tr><td>Lamp</td></tr></table>"
      "<p>Behind.</p>",
      "story.html");
  EXPECT_THAT(CheckBook(book), IsEmpty());
  std::string text;
  for (const std::string& spoken : Spoken(book)) text += spoken + ' ';
  EXPECT_EQ(text, "Before. Tide Loose words Lamp Behind. ");
}

}  // namespace
}  // namespace fullcast
