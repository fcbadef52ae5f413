#include "publish/epub3_package.h"

#include <gmock/gmock.h>

#include "core/error.h"

namespace fullcast {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string Upgrade(const std::string& metadata, const std::string& items = "",
                    const std::string& version = "2.0") {
  return ToEpub3Package("<package version='" + version + "'><metadata>" + metadata +
                            "</metadata><manifest>" + items + "</manifest></package>",
                        "p.opf", {"nav.xhtml", {{"one", "svg"}}});
}

TEST(ToEpub3Package, IsOfVersion3WithContentsAndATime) {
  EXPECT_EQ(Upgrade("<dc:title xml:lang='en'>T</dc:title>", "<item id='one' href='1.html'/>"),
            "<package version='3.0'><metadata><dc:title xml:lang='en'>T</dc:title><meta "
            "property=\"dcterms:modified\">2000-01-01T00:00:00Z</meta>\n</metadata><manifest><item "
            "properties=\"svg\" id='one' href='1.html'/><item id=\"epub3-1\" href=\"nav.xhtml\" "
            "properties=\"nav\" media-type=\"application/xhtml+xml\"/>\n</manifest></package>");
  EXPECT_THROW(Upgrade("", "", "3.0"), Error);
  EXPECT_THROW(Upgrade("<dc-metadata/>"), Error);
}

TEST(ToEpub3Package, TurnsAttributesIntoMetadata) {
  const std::string package = Upgrade(
      "<dc:creator opf:role = 'aut' opf:file-as=\"A &amp; B\">A</dc:creator>"
      "<dc:identifier id='x' opf:scheme='ISBN'>1</dc:identifier>"
      "<dc:subject opf:scheme='Y'>S</dc:subject>");
  EXPECT_THAT(package, HasSubstr("<metadata><dc:creator id=\"epub3-1\">A</dc:creator>"
                                 "<dc:identifier id='x'>1</dc:identifier>"
                                 "<dc:subject>S</dc:subject><meta "));
  EXPECT_THAT(package, HasSubstr("<meta refines=\"#epub3-1\" property=\"role\" "
                                 "scheme=\"marc:relators\">aut</meta>\n"));
  EXPECT_THAT(package,
              HasSubstr("<meta refines=\"#epub3-1\" property=\"file-as\">A &amp; B</meta>\n"));
  EXPECT_THAT(package,
              HasSubstr("<meta refines=\"#x\" property=\"identifier-type\">ISBN</meta>\n"));
}

TEST(ToEpub3Package, KeepsOneDate) {
  EXPECT_THAT(Upgrade("<dc:date opf:event='conversion'>2</dc:date>\n<dc:date "
                      "opf:event='publication'>1</dc:date>"),
              HasSubstr("<metadata>\n<dc:date>1</dc:date><meta"));
  EXPECT_THAT(Upgrade("<dc:date>1</dc:date><dc:date>2</dc:date>"),
              HasSubstr("<metadata><dc:date>1</dc:date><meta"));
}

TEST(ToEpub3Package, LeavesOutWhatEpub3HasNot) {
  const std::string package = Upgrade(
      "<dc:title>T</dc:title><dc:date opf:event='creation'> </dc:date><dc:creator "
      "opf:role='aut'/><dc:source></dc:source><dc:date>1901</dc:date>",
      "<item id='a' required-namespace='x'/></manifest><spine toc='n' page-map='m'/><tours><tour/>"
      "</tours><manifest>");
  EXPECT_THAT(package,
              HasSubstr("<metadata><dc:title>T</dc:title><dc:date>1901</dc:date><meta property"));
  EXPECT_THAT(package, HasSubstr("<item id='a'/></manifest><spine toc='n'/><manifest>"));
  EXPECT_THAT(package, Not(HasSubstr("refines")));
}

TEST(ToEpub3Package, MarksTheCoversPicture) {
  const std::string items =
      "<item id='c' media-type='image/png'/><item id='d' media-type='text/css'/>";
  EXPECT_THAT(Upgrade("<meta name='cover' content='c'/>", items),
              HasSubstr("<item properties=\"cover-image\" id='c'"));
  EXPECT_THAT(Upgrade("<meta name='cover' content='d'/>", items), Not(HasSubstr("cover-image")));
}

}  // namespace
}  // namespace fullcast
