#include "publish/epub3_page.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace fullcast {
namespace {

Epub3Page Upgrade(const std::string& page) {
  return ToEpub3Page(page, "page.html", [](std::string_view reference) {
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

TEST(ToEpub3Page, HasNumbersInPlaceOfEntities) {
  EXPECT_EQ(Upgrade("<p a='&eacute;&lt;' b=\"&#8212;\">x &eacute; &amp; &#233;</p>").bytes,
            "<p a='&#233;&lt;' b=\"&#8212;\">x &#233; &amp; &#233;</p>");
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

TEST(ToEpub3Page, NamesWhatItsItemMustTell) {
  EXPECT_EQ(Upgrade("<body><s:svg xmlns:s='urn:s'/><math/><script/></body>").properties,
            "mathml scripted svg");
  EXPECT_EQ(Upgrade("<p/>").properties, "");
}

}  // namespace
}  // namespace fullcast
