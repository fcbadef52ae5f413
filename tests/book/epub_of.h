// Small EPUBs for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "book/archive_of.h"
#include "book/reading.h"

namespace fullcast {

inline const char* const kContainer =
    R"(<?xml version="1.0"?><container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>)";

inline std::string Page(const std::string& body) {
  return "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
         "xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>Page</title></head>\n<body>" +
         body + "</body></html>\n";
}

/// A book of pages p0.xhtml, p1.xhtml, ... with a nav document unless `nav` is empty, and whatever
/// else is given.
inline std::string EpubOf(const std::vector<std::string>& pages, const std::string& nav,
                          const std::string& metadata = "", const Entries& more = {}) {
  std::string manifest;
  std::string spine;
  Entries entries = {{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", kContainer}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string id = "p" + std::to_string(i);
    manifest +=
        "<item id=\"" + id + "\" href=\"" + id + ".xhtml\" media-type=\"application/xhtml+xml\"/>";
    spine += "<itemref idref=\"" + id + "\"/>";
    entries.emplace_back("OPS/" + id + ".xhtml", Page(pages[i]));
  }
  if (!nav.empty()) {
    manifest +=
        "<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" "
        "media-type=\"application/xhtml+xml\"/>";
    entries.emplace_back("OPS/nav.xhtml",
                         Page("<nav epub:type=\"toc\"><ol>" + nav + "</ol></nav>"));
  }
  entries.emplace_back("OPS/book.opf", "<package><metadata><dc:title>The Lamp</dc:title>" +
                                           metadata + "</metadata><manifest>" + manifest +
                                           "</manifest><spine>" + spine + "</spine></package>");
  entries.insert(entries.end(), more.begin(), more.end());
  return ArchiveOf(entries);
}

inline std::string Entry(const std::string& href, const std::string& title) {
  return "<li><a href=\"" + href + "\">" + title + "</a></li>";
}

inline Book ReadEpubText(std::string bytes) { return ReadText(std::move(bytes), "lamp.epub"); }

}  // namespace fullcast
