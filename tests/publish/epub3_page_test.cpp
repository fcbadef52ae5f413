#include "publish/epub3_page.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "publish/doctype.h"

namespace fullcast {
namespace {

Epub3Page Upgrade(const std::string& page) {
  return ToEpub3Page(page, "page.html", "The \u00C9", [](std::string_view reference) {
    return reference == "&eacute;" ? std::string("\u00E9") : std::string(reference);
  });
}

TEST(ToEpub3Page, HasTheDoctypeOfHtml) {
  EXPECT_EQ(Upgrade("<?xml version='1.0'?><!-- <!DOCTYPE a> -->\n<!DOCTYPE html PUBLIC \"x\" "
                    "\"y\">\n<html/>")
                .bytes,
            "<?xml version='1.0'?><!-- <!DOCTYPE a> -->\n<!DOCTYPE html>\n<html/>");
  EXPECT_EQ(Upgrade("<html/>").bytes, "<html/>");
  EXPECT_THROW(Upgrade("<!DOCTYPE html [<!ENTITY x 'y'>]><html>&x;</html>"), Error);
}

TEST(WithoutDoctype, KeepsAllElse) {
  EXPECT_EQ(
      WithoutDoctype("<?xml version='1.0'?>\n<!-- <x> --><!DOCTYPE ncx PUBLIC 'a'\n'b'>\n<ncx/>"),
      "<?xml version='1.0'?>\n<!-- <x> -->\n<ncx/>");
  for (const char* kept : {"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<svg><!DOCTYPE svg></svg>",
                           "", "<!DOCTYPE", "x", "<!--"}) {
    EXPECT_EQ(WithoutDoctype(kept), kept);
  }
}

TEST(ToEpub3Page, HasNumbersInPlaceOfEntities) {
  EXPECT_EQ(Upgrade("<p title='&eacute;&lt;' class=\"&#8212;\">x &eacute; &amp; &#233;</p>").bytes,
            "<p title='&#233;&lt;' class=\"&#8212;\">x &#233; &amp; &#233;</p>");
  EXPECT_EQ(Upgrade("<p><!-- &eacute; --><![CDATA[&eacute;]]></p>").bytes,
            "<p><!-- &eacute; --><![CDATA[&eacute;]]></p>");
  EXPECT_THROW(Upgrade("<p>&unheardof;</p>"), Error);
}

TEST(ToEpub3Page, TellsTheContentTypeThatHtmlMayTell) {
  EXPECT_EQ(Upgrade("<head><meta content='application/xhtml+xml; charset=utf-8' "
                    "http-equiv='content-type'/><meta name='a' content='b'></meta></head>")
                .bytes,
            "<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"/><meta "
            "name='a' content='b'></meta></head>");
  EXPECT_EQ(Upgrade("<head><meta http-equiv='Content-Style-Type' content='text/css'/><meta "
                    "http-equiv='Pragma' content='x'></meta><meta http-equiv='refresh'/></head>")
                .bytes,
            "<head><meta http-equiv='refresh'/></head>");
}

TEST(ToEpub3Page, HasCssForObsoleteMarkup) {
  EXPECT_EQ(Upgrade("<p align='center' class=\"a\">x <font color='red' size='+1' face='A, B'>y"
                    "</font> <big>z</big><br clear=\"all\" /></p>")
                .bytes,
            "<p style=\"text-align:center\" class=\"a\">x <span "
            "style=\"color:red;font-size:large;font-family:A, B\">y</span> <span "
            "style=\"font-size:larger\">z</span><br style=\"clear:both\" /></p>");
  // The tag's own style wins; what makes no sense is gone.
  EXPECT_EQ(Upgrade("<div align='right' style='color:red' bgcolor='ff0' foo='&eacute;'/>").bytes,
            "<div style='text-align:right;color:red'/>");
  EXPECT_EQ(Upgrade("<div style='color:red' align='right'/>").bytes,
            "<div style='text-align:right;color:red'/>");
  EXPECT_EQ(Upgrade("<h:center xmlns:h='x'><h:tt/></h:center>").bytes,
            "<h:div style=\"text-align:center\" xmlns:h='x'><h:span "
            "style=\"font-family:monospace\"/></h:div>");
  EXPECT_EQ(Upgrade("<img src='a' alt='' width='50%' height='20' border='0'/>").bytes,
            "<img style=\"width:50%\" src='a' alt='' height='20' border='0'/>");
  const std::string kept =
      "<body><p id='a' onclick='x' xml:lang='en'>x</p><svg align='x'><font "
      "color='y'/></svg><input align='left'/></body>";
  EXPECT_EQ(Upgrade(kept).bytes, kept);
}

TEST(ToEpub3Page, HasTablesOfHtml) {
  EXPECT_EQ(Upgrade("<table border='2' cellpadding='4' summary='x'><col width='10%'/><col></col>"
                    "<tfoot><tr><td/></tr></tfoot><tbody><tr><td nowrap='nowrap' "
                    "colspan='2'><table border='1'><tr><td/></tr></table></td></tr></tbody>"
                    "</table>")
                .bytes,
            "<table style=\"border:2px outset\"><colgroup><col style=\"width:10%\"/></colgroup>"
            "<colgroup><col></col></colgroup><tbody style=\"display:table-footer-group\"><tr><td "
            "style=\"border:1px inset;padding:4px\"/></tr></tbody><tbody><tr><td "
            "style=\"border:1px inset;padding:4px;white-space:nowrap\" colspan='2'><table "
            "border='1'><tr><td/></tr></table></td></tr></tbody></table>");
  const std::string kept =
      "<table><colgroup><col/></colgroup><tr><td/></tr><tfoot><tr/></tfoot></table>";
  EXPECT_EQ(Upgrade(kept).bytes, kept);
}

TEST(ToEpub3Page, HasWhatHtmlAsksFor) {
  EXPECT_EQ(Upgrade("<dl><dd>x</dd><dt>y</dt></dl>").bytes,
            "<dl><dt style=\"display:none\"></dt><dd>x</dd><dt>y</dt><dd "
            "style=\"display:none\"></dd></dl>");
  EXPECT_EQ(Upgrade("<head><title> </title></head>").bytes,
            "<head><title> &#84;&#104;&#101;&#32;&#201;</title></head>");
  EXPECT_EQ(Upgrade("<head><title/></head>").bytes,
            "<head><title>&#84;&#104;&#101;&#32;&#201;</title></head>");
  EXPECT_EQ(Upgrade("<head><title>x</title></head>").bytes, "<head><title>x</title></head>");
  EXPECT_EQ(Upgrade("<p lang='de' xml:lang='en-GB'/>").bytes, "<p lang='en-GB' xml:lang='en-GB'/>");
  EXPECT_EQ(Upgrade("<head><link rel='stylesheet' href='a.css'/><link rel='stylesheet' "
                    "type='application/vnd.adobe-page-template+xml' href='a.xpgt'/></head>")
                .bytes,
            "<head><link rel='stylesheet' href='a.css'/></head>");
  EXPECT_EQ(Upgrade("<ul><li value='2'/></ul><!-- -->").bytes, "<ul><li/></ul><!-- -->");
}

TEST(ToEpub3Page, LinksLeadToIds) {
  EXPECT_EQ(Upgrade("<p><a name='x'/><a id='heard-1' name='y'>z</a><a name='w' id='w'/><a "
                    "name='v'/><b id='v'/></p>")
                .bytes,
            "<p><a id='x'/><span id=\"&#121;\"></span><a id='heard-1' name='y'>z</a><a name='w' "
            "id='w'/><a name='v'/><b id='v'/></p>");
}

TEST(ToEpub3Page, NamesWhatItsItemMustTell) {
  EXPECT_EQ(Upgrade("<body><s:svg xmlns:s='urn:s'/><math/><script/></body>").properties,
            "mathml scripted svg");
  EXPECT_EQ(Upgrade("<p/>").properties, "");
}

}  // namespace
}  // namespace fullcast
