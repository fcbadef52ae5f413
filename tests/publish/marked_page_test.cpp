#include "publish/marked_page.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/error.h"
#include "publish/overlaid_package.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kHead = "<html><head><title>T</title></head><body>";
constexpr const char* kMarkedHead =
    "<html><head><title>T</title><link rel=\"stylesheet\" type=\"text/css\" "
    "href=\"a.css\"/></head><body>";

// Marks what stands between "{" and "}", which are taken out first.
MarkedPage Mark(const std::string& body) {
  std::string page = kHead;
  std::vector<Span> stretches;
  for (const char c : body) {
    if (c == '{') stretches.push_back({page.size(), 0});
    if (c == '}') stretches.back().end = page.size();
    if (c != '{' && c != '}') page += c;
  }
  return MarkPage(page + "</body></html>", "page.xhtml", stretches, "a.css");
}

void Expect(const std::string& body, const std::string& marked) {
  EXPECT_EQ(Mark(body).bytes, kMarkedHead + marked + "</body></html>") << body;
}

TEST(MarkPage, GivesAnIdToAnElementThatHoldsNothingElse) {
  Expect("<p>{It was late.}</p>\n<h1 class='x'> {One}\n</h1>",
         "<p id=\"heard-1\">It was late.</p>\n<h1 id=\"heard-2\" class='x'> One\n</h1>");
  Expect("<p>{It was\r\nlate.}\r\n</p>", "<p id=\"heard-1\">It was\r\nlate.\r\n</p>");
  Expect("<p>{<em>No</em> more.}</p>", "<p id=\"heard-1\"><em>No</em> more.</p>");
  Expect("<p>{No} <em>{more}</em></p>",
         "<p><span id=\"heard-1\">No</span> <em id=\"heard-2\">more</em></p>");
}

TEST(MarkPage, KeepsAnIdThatIsThere) {
  const MarkedPage marked = Mark("<p id=\"p7\">{It was late.}</p>");
  EXPECT_THAT(marked.bytes, HasSubstr("<body><p id=\"p7\">It was late.</p>"));
  EXPECT_EQ(marked.parts.at(0).id, "p7");
}

TEST(MarkPage, PutsSpansAroundTheTextOfMany) {
  Expect("<p>{“No,”}{ she said.} {<i>“Never</i> again!”}</p>",
         "<p><span id=\"heard-1\">“No,”</span> <span id=\"heard-2\">she said.</span> "
         "<span id=\"heard-3\"><i>“Never</i> again!”</span></p>");
  Expect("<p>{One<br/>two &amp; three} {&lt;}</p>",
         "<p><span id=\"heard-1\">One<br/>two &amp; three</span> <span id=\"heard-2\">&lt;</span>"
         "</p>");
}

TEST(MarkPage, AStretchThatNoElementCanHoldIsMarkedInParts) {
  const MarkedPage marked = Mark("<p>{“No, <em>never}{ again</em>!”} she said.</p>");
  EXPECT_THAT(marked.bytes, HasSubstr("<p><span id=\"heard-1\">“No,</span> <em>"
                                      "<span id=\"heard-2\">never</span> <span id=\"heard-3\">again"
                                      "</span></em><span id=\"heard-4\">!”</span> she said.</p>"));
  ASSERT_EQ(marked.parts.size(), 4U);
  EXPECT_EQ(marked.parts[1].stretch, 0U);
  EXPECT_EQ(marked.parts[1].letters_before, 4U);
  EXPECT_EQ(marked.parts[3].stretch, 1U);
  EXPECT_EQ(marked.parts[3].letters_before, 5U);
  EXPECT_THAT(marked.texts, ElementsAre("“No,never", "again!”"));
}

TEST(MarkPage, NoSpanHoldsABlock) {
  Expect("<div>{One <p>two</p> three}</div>",
         "<div><span id=\"heard-1\">One</span> <p id=\"heard-2\">two</p> "
         "<span id=\"heard-3\">three</span></div>");
  Expect("<p>{One}<hr/></p>", "<p id=\"heard-1\">One<hr/></p>");
}

TEST(MarkPage, PicturesAndRubyStayWhole) {
  Expect("<p>{<ruby>漢<rt>kan</rt></ruby> one} {<math><mi>x</mi></math>} two</p>",
         "<p><span id=\"heard-1\"><ruby>漢<rt>kan</rt></ruby> one</span> "
         "<math id=\"heard-2\"><mi>x</mi></math> two</p>");
}

TEST(MarkPage, FindsNamesThatThePageDoesNotUse) {
  EXPECT_EQ(Mark("<p id=\"heard-1\"><b>{One}</b> two</p>").parts.at(0).id, "heard-x-1");
}

TEST(MarkPage, RefusesWhatIsNoXmlOrHasNoHead) {
  EXPECT_THROW(Mark("<p>{One}<br></p>"), Error);
  EXPECT_THROW(MarkPage("<html><body>One</body></html>", "p", {}, "a.css"), Error);
}

TEST(AddOverlays, ChangesNothingElse) {
  const std::string package =
      "<opf:package version=\"3.0\"><opf:metadata><dc:title>T</dc:title>\n</opf:metadata>"
      "<opf:manifest>\n<opf:item id=\"c1\" href=\"1.xhtml\"/><opf:item id=\"c2\" href=\"2\">"
      "</opf:item>\n</opf:manifest></opf:package>";
  PackageAdditions additions;
  additions.pages = {{"c2", "a/1.smil", 1'500}, {"c1", "a/2.smil", 250}};
  additions.files = {{"a/1.mp3", "audio/mpeg"}};
  additions.active_class = "on";
  EXPECT_EQ(
      AddOverlays(package, "p.opf", additions),
      "<opf:package version=\"3.0\"><opf:metadata><dc:title>T</dc:title>\n"
      "<opf:meta property=\"media:duration\" refines=\"#heard-overlay-1\">1.500s</opf:meta>\n"
      "<opf:meta property=\"media:duration\" refines=\"#heard-overlay-2\">0.250s</opf:meta>\n"
      "<opf:meta property=\"media:duration\">1.750s</opf:meta>\n"
      "<opf:meta property=\"media:active-class\">on</opf:meta>\n</opf:metadata><opf:manifest>\n"
      "<opf:item id=\"c1\" href=\"1.xhtml\" media-overlay=\"heard-overlay-2\"/>"
      "<opf:item id=\"c2\" href=\"2\" media-overlay=\"heard-overlay-1\"></opf:item>\n"
      "<opf:item id=\"heard-overlay-1\" href=\"a/1.smil\" media-type=\"application/smil+xml\"/>\n"
      "<opf:item id=\"heard-overlay-2\" href=\"a/2.smil\" media-type=\"application/smil+xml\"/>\n"
      "<opf:item id=\"heard-file-1\" href=\"a/1.mp3\" media-type=\"audio/mpeg\"/>\n"
      "</opf:manifest></opf:package>");
}

TEST(AddOverlays, RefusesAnEpub2AndOneThatIsReadAloud) {
  const auto package = [](const std::string& version, const std::string& item) {
    return "<package version=\"" + version + "\"><metadata></metadata><manifest><item id=\"c1\" " +
           item + "/></manifest></package>";
  };
  EXPECT_THROW(AddOverlays(package("2.0", ""), "p", {}), Error);
  EXPECT_THROW(AddOverlays(package("3.0", "media-overlay=\"o\""), "p", {}), Error);
  EXPECT_NO_THROW(AddOverlays(package("3.0", ""), "p", {}));
}

}  // namespace
}  // namespace fullcast
