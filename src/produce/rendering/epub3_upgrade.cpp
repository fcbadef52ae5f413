#include "produce/rendering/epub3_upgrade.h"

#include <optional>
#include <utility>
#include <vector>

#include "book/source/entities.h"
#include "core/error.h"
#include "publish/doctype.h"
#include "publish/entry_address.h"
#include "publish/epub3_package.h"
#include "publish/epub3_page.h"
#include "publish/navigation.h"

namespace fullcast {

namespace {

std::vector<NavigationEntry> ContentsOf(Archive& archive, const EpubPackage& package,
                                        const std::string& from) {
  std::vector<NavigationEntry> entries;
  for (const ContentsEntry& entry : ReadContents(archive, package)) {
    if (entry.file.empty()) continue;
    std::string address = EntryAddress(entry.file, from);
    if (!entry.anchor.empty()) address += "#" + EscapeUrl(entry.anchor);
    entries.push_back({entry.title, std::move(address), entry.level});
  }
  if (entries.empty()) {
    entries.push_back({package.info.title, EntryAddress(package.spine.front().file, from)});
  }
  return entries;
}

}  // namespace

std::string& EntryOf(Archive& archive, const std::string& entry, ChangedEntries& changed) {
  const auto found = changed.find(entry);
  if (found != changed.end()) return found->second;
  std::optional<std::string> bytes = archive.Read(entry);
  if (!bytes) throw Error("the EPUB has no file " + entry);
  return changed[entry] = std::move(*bytes);
}

std::string ToEpub3(Archive& archive, const EpubPackage& package, const std::string& name,
                    const std::string& contents, ChangedEntries& changed) {
  PackageUpgrade upgrade;
  upgrade.navigation = EntryAddress(contents, package.file);
  for (const ManifestItem& item : package.manifest) {
    if (item.media_type == "application/x-dtbncx+xml" || item.media_type == "image/svg+xml") {
      std::string& bytes = EntryOf(archive, item.file, changed);
      bytes = WithoutDoctype(bytes);
      continue;
    }
    if (item.media_type != "application/xhtml+xml") continue;
    std::string& bytes = EntryOf(archive, item.file, changed);
    Epub3Page page = ToEpub3Page(bytes, name + ": " + item.file, package.info.title, ResolveEntity);
    bytes = std::move(page.bytes);
    upgrade.properties[item.id] = std::move(page.properties);
  }
  std::string& bytes = EntryOf(archive, package.file, changed);
  bytes = ToEpub3Package(bytes, name + ": " + package.file, upgrade);
  return WriteNavigation(package.info.title, package.info.language,
                         ContentsOf(archive, package, contents));
}

}  // namespace fullcast
