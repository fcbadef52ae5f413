// Media overlays added to somebody's EPUB package.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fullcast {

/// A page that is heard: an item of the package, and its overlay.
struct OverlaidPage {
  std::string item;  ///< the page's id in the manifest
  std::string smil;  ///< address of the overlay, escaped for URLs
  std::int64_t duration_ms = 0;
};

/// Another file that comes with the overlays.
struct AddedFile {
  std::string href;  ///< escaped for URLs
  std::string media_type;
};

struct PackageAdditions {
  std::vector<OverlaidPage> pages;
  std::vector<AddedFile> files;
  std::string narrator;
  std::string active_class;  ///< of the text that is heard
};

/// The package document with these put in; all else stays to the byte. Throws Error: it is no EPUB
/// 3, has overlays already, is no XML, or does not have one of the items.
std::string AddOverlays(const std::string& package, const std::string& name,
                        const PackageAdditions& additions);

}  // namespace fullcast
