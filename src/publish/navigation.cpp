#include "publish/navigation.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/html.h"

namespace fullcast {

std::string NavigationElement(std::span<const NavigationEntry> entries) {
  std::string lists;
  int level = 0;
  for (const NavigationEntry& entry : entries) {
    const int to = std::clamp(entry.level, 1, level + 1);
    if (to > level) {
      lists += "<ol>\n";
    } else {
      lists += "</li>\n";
    }
    for (; level > to; --level) lists += "</ol></li>\n";
    level = to;
    lists += fmt::format("<li><a href=\"{}\">{}</a>", EscapeHtml(entry.address),
                         EscapeHtml(entry.title.empty() ? "Untitled" : entry.title));
  }
  for (; level > 0; --level) lists += "</li>\n</ol>\n";
  return "<nav epub:type=\"toc\" id=\"toc\">\n<h1>Contents</h1>\n" + lists + "</nav>\n";
}

std::string WriteNavigation(const std::string& title, const std::string& language,
                            std::span<const NavigationEntry> entries) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html "
      "xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" "
      "xml:lang=\"{0}\" lang=\"{0}\">\n<head><title>{1}</title></head>\n<body>\n{2}</body>\n"
      "</html>\n",
      EscapeHtml(language.empty() ? "und" : language),
      EscapeHtml(title.empty() ? "Untitled" : title), NavigationElement(entries));
}

}  // namespace fullcast
