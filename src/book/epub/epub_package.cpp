#include "book/epub/epub_package.h"

#include <algorithm>
#include <map>
#include <utility>

#include "book/epub/epub_metadata.h"
#include "book/markup/markup.h"
#include "book/markup/markup_rules.h"
#include "book/source/charset.h"
#include "core/error.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

Markup ReadXml(Archive& archive, const std::string& file, const std::string& name) {
  const auto bytes = archive.Read(file);
  if (!bytes) throw Error(Place{name}, "the EPUB has no file " + file);
  return ParseMarkup(DecodeMarkup(*bytes, name + ": " + file), name + ": " + file,
                     MarkupKind::kXhtml);
}

// Obfuscated fonts are no DRM: all that is encrypted may be them.
void RefuseDrm(Archive& archive, const std::string& name) {
  const auto bytes = archive.Read("META-INF/encryption.xml");
  if (!bytes) return;
  const Markup markup = ReadXml(archive, "META-INF/encryption.xml", name);
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i].kind != Kind::kBegin || markup[i].value != "encrypteddata") continue;
    const std::size_t method = FindElement(markup, "encryptionmethod", i, markup[i].match);
    const std::string_view algorithm =
        method < markup[i].match ? markup[method].Attribute("algorithm") : std::string_view();
    if (algorithm == "http://www.idpf.org/2008/embedding" ||
        algorithm == "http://ns.adobe.com/pdf/enc#RC") {
      continue;
    }
    const std::size_t reference = FindElement(markup, "cipherreference", i, markup[i].match);
    const std::string file = reference < markup[i].match
                                 ? std::string(markup[reference].Attribute("uri"))
                                 : std::string("its text");
    throw Error(Place{name},
                "this book is encrypted (DRM): " + file +
                    " can't be read without its seller's key; give a book without DRM");
  }
}

std::string PackageFile(Archive& archive, const std::string& name) {
  if (!archive.FindName("META-INF/container.xml")) {
    throw Error(Place{name}, "this is no EPUB: META-INF/container.xml is missing");
  }
  const Markup markup = ReadXml(archive, *archive.FindName("META-INF/container.xml"), name);
  const std::size_t root = FindElement(markup, "rootfile", 0, markup.size());
  const std::string_view path =
      root < markup.size() ? markup[root].Attribute("full-path") : std::string_view();
  const auto file = ResolveReference("", path);
  const auto found = file ? archive.FindName(file->file) : std::nullopt;
  if (!found || path.empty()) {
    throw Error(Place{name}, "META-INF/container.xml names no package that is in the EPUB");
  }
  return *found;
}

void ReadManifest(const Markup& markup, const std::string& opf, const Archive& archive,
                  EpubPackage& package) {
  const std::size_t manifest = FindElement(markup, "manifest", 0, markup.size());
  const std::size_t end = manifest < markup.size() ? markup[manifest].match : manifest;
  for (std::size_t i = manifest; i < end; ++i) {
    const MarkupNode& node = markup[i];
    if (node.kind != Kind::kBegin || node.value != "item") continue;
    const auto reference = ResolveReference(opf, node.Attribute("href"));
    if (!reference) continue;
    package.manifest.push_back({std::string(node.Attribute("id")),
                                archive.FindName(reference->file).value_or(reference->file),
                                std::string(node.Attribute("media-type")),
                                std::string(node.Attribute("properties"))});
    const ManifestItem& item = package.manifest.back();
    if (HasWord(item.properties, "nav")) package.nav = item.file;
    if (item.media_type == "application/x-dtbncx+xml") package.ncx = item.file;
    if (HasWord(item.properties, "cover-image")) package.cover_file = item.file;
  }
}

void ReadSpine(const Markup& markup, EpubPackage& package) {
  std::map<std::string, const ManifestItem*> items;
  for (const ManifestItem& item : package.manifest) items.try_emplace(item.id, &item);
  const std::size_t spine = FindElement(markup, "spine", 0, markup.size());
  const std::size_t end = spine < markup.size() ? markup[spine].match : spine;
  for (std::size_t i = spine; i < end; ++i) {
    const MarkupNode& node = markup[i];
    if (node.kind != Kind::kBegin || node.value != "itemref") continue;
    const auto item = items.find(std::string(node.Attribute("idref")));
    if (item == items.end()) continue;
    const std::string& file = item->second->file;
    const bool twice = std::any_of(package.spine.begin(), package.spine.end(),
                                   [&](const SpineItem& other) { return other.file == file; });
    if (twice) continue;
    std::string skip;
    if (node.Attribute("linear") == "no") skip = "not in the reading order";
    if (file == package.nav) skip = "contents";
    package.spine.push_back({file, std::move(skip)});
  }
}

// EPUB 2's guide tells which files are contents, imprint, ...
void ReadGuide(const Markup& markup, const std::string& opf, EpubPackage& package) {
  const std::size_t guide = FindElement(markup, "guide", 0, markup.size());
  const std::size_t end = guide < markup.size() ? markup[guide].match : guide;
  for (std::size_t i = guide; i < end; ++i) {
    const MarkupNode& node = markup[i];
    if (node.kind != Kind::kBegin || node.value != "reference") continue;
    const auto reference = ResolveReference(opf, node.Attribute("href"));
    if (!reference || !reference->anchor.empty()) continue;
    if (node.Attribute("type") == "cover" && package.cover_file.empty()) {
      package.cover_file = reference->file;
    }
    const std::string reason = SkipReasonOfType(node.Attribute("type"));
    for (SpineItem& item : package.spine) {
      if (item.file == reference->file && item.skip.empty()) item.skip = reason;
    }
  }
}

void AddEntry(const std::string& file, std::string title, std::string_view href, int level,
              std::vector<ContentsEntry>& entries) {
  ContentsEntry entry{std::move(title), level, {}, {}};
  if (!href.empty()) {
    if (auto reference = ResolveReference(file, href)) {
      entry.file = std::move(reference->file);
      entry.anchor = std::move(reference->anchor);
    }
  }
  entries.push_back(std::move(entry));
}

std::vector<ContentsEntry> ReadNav(const Markup& markup, const std::string& file) {
  std::vector<ContentsEntry> entries;
  std::size_t nav = FindElement(markup, "nav", 0, markup.size());
  while (nav < markup.size() && !HasWord(markup[nav].Attribute("epub:type"), "toc") &&
         markup[nav].Attribute("role") != "doc-toc") {
    nav = FindElement(markup, "nav", nav + 1, markup.size());
  }
  if (nav == markup.size()) return entries;
  int level = 0;
  for (std::size_t i = nav + 1; i < markup[nav].match; ++i) {
    const MarkupNode& node = markup[i];
    const bool list = node.value == "ol" || node.value == "ul";
    if (list && node.kind == Kind::kBegin) {
      bool hidden = false;
      for (const auto& [key, value] : node.attributes) hidden = hidden || key == "hidden";
      if (hidden) {
        i = node.match;
        continue;
      }
      ++level;
    }
    if (list && node.kind == Kind::kEnd) --level;
    const bool label = node.value == "a" || (node.value == "span" && level > 0);
    if (node.kind != Kind::kBegin || !label) continue;
    AddEntry(file, TextInside(markup, i), node.Attribute("href"), std::max(level, 1), entries);
    i = node.match;
  }
  return entries;
}

std::vector<ContentsEntry> ReadNcx(const Markup& markup, const std::string& file) {
  std::vector<ContentsEntry> entries;
  const std::size_t map = FindElement(markup, "navmap", 0, markup.size());
  if (map == markup.size()) return entries;
  int level = 0;
  for (std::size_t i = map + 1; i < markup[map].match; ++i) {
    const MarkupNode& node = markup[i];
    if (node.value != "navpoint") continue;
    level += node.kind == Kind::kBegin ? 1 : -1;
    if (node.kind != Kind::kBegin) continue;
    const std::size_t label = FindElement(markup, "text", i, node.match);
    const std::size_t content = FindElement(markup, "content", i, node.match);
    if (label == node.match || content == node.match) continue;
    AddEntry(file, TextInside(markup, label), markup[content].Attribute("src"), level, entries);
  }
  return entries;
}

}  // namespace

EpubPackage ReadPackage(Archive& archive, const std::string& name) {
  RefuseDrm(archive, name);
  const std::string opf = PackageFile(archive, name);
  const Markup markup = ReadXml(archive, opf, name);
  EpubPackage package;
  package.file = opf;
  const std::size_t root = FindElement(markup, "package", 0, markup.size());
  package.is_epub2 = root < markup.size() && markup[root].Attribute("version").starts_with('2');
  ReadManifest(markup, opf, archive, package);
  ReadMetadata(markup, package);
  ReadSpine(markup, package);
  ReadGuide(markup, opf, package);
  if (package.spine.empty()) {
    throw Error(Place{name}, "the EPUB names no files to read: the spine of " + opf + " is empty");
  }
  return package;
}

std::vector<ContentsEntry> ReadContents(Archive& archive, const EpubPackage& package) {
  std::vector<ContentsEntry> entries;
  for (const std::string& file : {package.nav, package.ncx}) {
    if (file.empty() || !entries.empty()) continue;
    const auto bytes = archive.Read(file);
    if (!bytes) continue;
    const Markup markup = ParseMarkup(DecodeMarkup(*bytes, file), file, MarkupKind::kXhtml);
    entries = file == package.nav ? ReadNav(markup, file) : ReadNcx(markup, file);
  }
  for (ContentsEntry& entry : entries) {
    entry.file = archive.FindName(entry.file).value_or(entry.file);
  }
  return entries;
}

}  // namespace fullcast
