// The package of an EPUB 2 as one of EPUB 3.
#pragma once

#include <map>
#include <string>

namespace fullcast {

/// What the package of an EPUB 3 tells that an older one does not.
struct PackageUpgrade {
  std::string navigation;                         ///< address of the contents, escaped for URLs
  std::map<std::string, std::string> properties;  ///< of items, by id: "svg scripted"
};

/// The package document in version 3: attributes like opf:role become metadata of their own, of
/// several dates the publication's stays, the cover's item is marked; all else stays to the byte.
/// Throws Error: it is no EPUB 2, is no XML, or has the metadata of a still older format.
std::string ToEpub3Package(const std::string& package, const std::string& name,
                           const PackageUpgrade& upgrade);

}  // namespace fullcast
