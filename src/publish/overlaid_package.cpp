#include "publish/overlaid_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/error.h"
#include "core/html.h"
#include "core/xml.h"
#include "publish/smil.h"
#include "publish/text_edits.h"

namespace fullcast {

namespace {

std::string_view Find(std::span<const XmlAttribute> attributes, std::string_view name) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

// The places of a package where something is put in.
class Places final : public XmlHandler {
 public:
  explicit Places(const std::string& package) : package_(package) {}

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    const std::string_view local = XmlLocalName(name);
    if (local == "package") {
      prefix = name.substr(0, name.size() - local.size());
      if (!Find(attributes, "version").starts_with("3")) {
        throw Error("it is an EPUB 2, which can hold no sound");
      }
    }
    if (local == "meta" && Find(attributes, "property").starts_with("media:")) RefuseOverlays();
    if (local != "item") return;
    if (!Find(attributes, "media-overlay").empty()) RefuseOverlays();
    const bool closed = package_.compare(place.end - 2, 2, "/>") == 0;
    items[std::string(Find(attributes, "id"))] = place.end - (closed ? 2 : 1);
  }

  void End(std::string_view name, Span place) override {
    if (XmlLocalName(name) == "metadata") metadata_end = place.begin;
    if (XmlLocalName(name) == "manifest") manifest_end = place.begin;
  }

  void Text(std::string_view /*text*/, Span /*place*/) override {}

  std::string prefix;                        // of the package's names: "opf:" or nothing
  std::map<std::string, std::size_t> items;  // where an attribute may be put in, by id
  std::size_t metadata_end = 0;
  std::size_t manifest_end = 0;

 private:
  [[noreturn]] static void RefuseOverlays() { throw Error("it is read aloud by its own overlays"); }

  const std::string& package_;
};

// An id that no item has.
std::string FreeId(const Places& places, const std::string& kind, std::size_t number) {
  std::string id = fmt::format("heard-{}-{}", kind, number);
  while (places.items.contains(id)) id += "-x";
  return id;
}

}  // namespace

std::string AddOverlays(const std::string& package, const std::string& name,
                        const PackageAdditions& additions) {
  RefuseUtf16(package, name);
  Places places(package);
  try {
    ParseXml(package, name, places);
  } catch (const Error& error) {
    throw error.Within(name);
  }
  if (places.metadata_end == 0 || places.manifest_end == 0) {
    throw Error(Place{name}, "it has no metadata or no manifest");
  }
  const std::string& prefix = places.prefix;
  std::vector<TextEdit> edits;
  const auto put_in = [&edits](std::size_t at, std::string text) {
    edits.push_back({{at, at}, std::move(text)});
  };
  std::string metadata;
  std::string manifest;
  const auto meta = [&](const std::string& attributes, const std::string& text) {
    metadata += fmt::format("<{0}meta {1}>{2}</{0}meta>\n", prefix, attributes, EscapeHtml(text));
  };
  const auto item = [&](const std::string& id, const AddedFile& file) {
    manifest += fmt::format("<{}item id=\"{}\" href=\"{}\" media-type=\"{}\"/>\n", prefix, id,
                            EscapeHtml(file.href), file.media_type);
  };
  std::int64_t total_ms = 0;
  for (std::size_t i = 0; i < additions.pages.size(); ++i) {
    const OverlaidPage& page = additions.pages[i];
    const auto place = places.items.find(page.item);
    if (place == places.items.end()) throw Error(Place{name}, "it has no item " + page.item);
    const std::string id = FreeId(places, "overlay", i + 1);
    put_in(place->second, fmt::format(" media-overlay=\"{}\"", id));
    item(id, {page.smil, "application/smil+xml"});
    meta(fmt::format("property=\"media:duration\" refines=\"#{}\"", id),
         ClockValue(page.duration_ms));
    total_ms += page.duration_ms;
  }
  for (std::size_t i = 0; i < additions.files.size(); ++i) {
    item(FreeId(places, "file", i + 1), additions.files[i]);
  }
  meta("property=\"media:duration\"", ClockValue(total_ms));
  meta("property=\"media:active-class\"", additions.active_class);
  if (!additions.narrator.empty()) meta("property=\"media:narrator\"", additions.narrator);
  put_in(places.metadata_end, metadata);
  put_in(places.manifest_end, manifest);
  std::sort(edits.begin(), edits.end(),
            [](const TextEdit& a, const TextEdit& b) { return a.place.begin < b.place.begin; });
  return ApplyEdits(package, edits);
}

}  // namespace fullcast
