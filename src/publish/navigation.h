// The contents of an EPUB 3.
#pragma once

#include <span>
#include <string>

namespace fullcast {

struct NavigationEntry {
  std::string title;
  std::string address;  ///< escaped for URLs
  int level = 1;
};

/// The nav element of these entries, at least one; one that is deeper than the entry ahead of it
/// stands inside that one.
std::string NavigationElement(std::span<const NavigationEntry> entries);

/// A page with nothing else on it. `language` is a BCP 47 tag.
std::string WriteNavigation(const std::string& title, const std::string& language,
                            std::span<const NavigationEntry> entries);

}  // namespace fullcast
