#include "publish/navigation.h"

#include <gtest/gtest.h>

#include <vector>

namespace fullcast {
namespace {

TEST(NavigationElement, NestsItsEntries) {
  const std::vector<NavigationEntry> entries = {
      {"Part <1>", "1.xhtml", 1}, {"A", "1.xhtml#a", 2}, {"", "2.xhtml", 9}, {"B", "3.xhtml", 1}};
  EXPECT_EQ(NavigationElement(entries),
            "<nav epub:type=\"toc\" id=\"toc\">\n<h1>Contents</h1>\n<ol>\n"
            "<li><a href=\"1.xhtml\">Part &lt;1&gt;</a><ol>\n"
            "<li><a href=\"1.xhtml#a\">A</a><ol>\n"
            "<li><a href=\"2.xhtml\">Untitled</a></li>\n</ol></li>\n</ol></li>\n"
            "<li><a href=\"3.xhtml\">B</a></li>\n</ol>\n</nav>\n");
}

}  // namespace
}  // namespace fullcast
