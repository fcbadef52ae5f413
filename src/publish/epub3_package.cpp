#include "publish/epub3_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/html.h"
#include "core/utf8.h"
#include "core/xml.h"
#include "publish/attribute_places.h"
#include "publish/text_edits.h"

namespace fullcast {

namespace {

// What an attribute of an EPUB 2's metadata is in EPUB 3.
struct Refinement {
  std::string_view attribute;
  std::string_view of;  // the only element that may have it; empty: any
  std::string_view property;
  std::string_view scheme;
};

constexpr std::array<Refinement, 3> kRefinements = {
    {{"role", "", "role", " scheme=\"marc:relators\""},
     {"file-as", "", "file-as", ""},
     {"scheme", "identifier", "identifier-type", ""}}};

class OldPackage final : public XmlHandler {
 public:
  OldPackage(const std::string& package, const PackageUpgrade& upgrade)
      : package_(package), upgrade_(upgrade) {
    while (package.find(id_prefix_) != std::string::npos) id_prefix_ += "x-";
  }

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    const std::string_view local = XmlLocalName(name);
    const Tag tag{name, attributes, place};
    if (local == "package") {
      prefix_ = name.substr(0, name.size() - local.size());
      SetVersion(tag);
    } else if (local == "dc-metadata" || local == "x-metadata") {
      throw Error("its metadata are of a format older than EPUB 2");
    } else if (local == "metadata") {
      in_metadata_ = true;
    } else if (local == "meta") {
      if (Find(tag, "name") == "cover") cover_ = Find(tag, "content");
      if (Find(tag, "property") == "dcterms:modified") has_time_ = true;
    } else if (local == "item") {
      TakeItem(tag);
      Remove(tag, {"fallback-style", "required-modules", "required-namespace"});
    } else if (local == "spine") {
      Remove(tag, {"page-map"});
    } else if (local == "tours") {
      tours_ = place.begin;
    } else if (in_metadata_) {
      described_ = {place.begin, edits_.size(), metadata_.size(), false};
      if (local == "date") {
        dates_.push_back({place, Find(tag, "opf:event"), EditsOf(tag)});
      } else {
        for (TextEdit& edit : EditsOf(tag)) edits_.push_back(std::move(edit));
      }
    }
  }

  void End(std::string_view name, Span place) override {
    const std::string_view local = XmlLocalName(name);
    if (in_metadata_ && local != "meta") EndDescription(local, place);
    if (local == "tours") edits_.push_back({{tours_, place.end}, ""});
    if (local == "manifest") manifest_end_ = place.begin;
    if (local != "metadata") return;
    metadata_end_ = place.begin;
    in_metadata_ = false;
  }

  void Text(std::string_view text, Span /*place*/) override {
    if (!Trim(text).empty()) described_.has_text = true;
  }

  std::string Apply() {
    if (metadata_end_ == 0 || manifest_end_ == 0) throw Error("it has no metadata or no manifest");
    KeepOneDate();
    MarkCover();
    // EPUB 3 asks for the time of the last change; ours must not depend on the clock.
    if (!has_time_) Meta("property=\"dcterms:modified\"", "2000-01-01T00:00:00Z");
    edits_.push_back({{metadata_end_, metadata_end_}, metadata_});
    edits_.push_back({{manifest_end_, manifest_end_},
                      fmt::format("<{}item id=\"{}\" href=\"{}\" properties=\"nav\" "
                                  "media-type=\"application/xhtml+xml\"/>\n",
                                  prefix_, NextId(), EscapeHtml(upgrade_.navigation))});
    std::stable_sort(edits_.begin(), edits_.end(), [](const TextEdit& a, const TextEdit& b) {
      return std::pair(a.place.begin, a.place.end) < std::pair(b.place.begin, b.place.end);
    });
    return ApplyEdits(package_, edits_);
  }

 private:
  struct Tag {
    std::string_view name;
    std::span<const XmlAttribute> attributes;
    Span place;

    // Where an attribute may be put in.
    [[nodiscard]] Span NameEnd() const {
      const std::size_t end = place.begin + 1 + name.size();
      return {end, end};
    }
  };

  struct Item {
    Span name_end;
    bool is_picture = false;
  };

  struct Date {
    Span place;
    std::string event;
    std::vector<TextEdit> edits;
  };

  // An element of Dublin Core that is open.
  struct Description {
    std::size_t begin = 0;
    std::size_t edits = 0;     // that were there before it
    std::size_t metadata = 0;  // bytes of them
    bool has_text = false;
  };

  static std::string Find(const Tag& tag, std::string_view name) {
    for (const XmlAttribute& attribute : tag.attributes) {
      if (attribute.name == name) return std::string(attribute.value);
    }
    return {};
  }

  std::string NextId() { return id_prefix_ + std::to_string(++ids_); }

  void Meta(std::string_view attributes, std::string_view text) {
    metadata_ += fmt::format("<{0}meta {1}>{2}</{0}meta>\n", prefix_, attributes, EscapeHtml(text));
  }

  void SetVersion(const Tag& tag) {
    const auto places = AttributePlaces(package_, tag.place);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (tag.attributes[i].name != "version") continue;
      if (!tag.attributes[i].value.starts_with("2")) break;
      edits_.push_back({places[i].value, "3.0"});
      return;
    }
    throw Error("it is no EPUB 2");
  }

  void Remove(const Tag& tag, std::initializer_list<std::string_view> attributes) {
    const auto places = AttributePlaces(package_, tag.place);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool goes = std::find(attributes.begin(), attributes.end(), tag.attributes[i].name) !=
                        attributes.end();
      if (goes) edits_.push_back({places[i].whole, ""});
    }
  }

  // EPUB 3 has no place for what tells nothing.
  void EndDescription(std::string_view local, Span place) {
    const bool is_date = local == "date" && !dates_.empty();
    if (is_date) dates_.back().place.end = place.end;
    if (described_.begin == 0 || std::exchange(described_.has_text, true)) return;
    metadata_.resize(described_.metadata);
    edits_.resize(described_.edits);
    edits_.push_back({{described_.begin, place.end}, ""});
    if (is_date) dates_.pop_back();
  }

  // An element of Dublin Core keeps what EPUB 3 lets it have.
  std::vector<TextEdit> EditsOf(const Tag& tag) {
    std::vector<TextEdit> edits;
    std::string id = Find(tag, "id");
    const auto places = AttributePlaces(package_, tag.place);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const XmlAttribute& attribute = tag.attributes[i];
      if (attribute.name == "id" || attribute.name == "dir" || attribute.name == "xml:lang" ||
          attribute.name.starts_with("xmlns")) {
        continue;
      }
      edits.push_back({places[i].whole, ""});
      for (const Refinement& refinement : kRefinements) {
        const bool may = refinement.of.empty() || refinement.of == XmlLocalName(tag.name);
        if (!may || XmlLocalName(attribute.name) != refinement.attribute) continue;
        if (id.empty()) {
          id = NextId();
          edits.push_back({tag.NameEnd(), fmt::format(" id=\"{}\"", id)});
        }
        Meta(fmt::format("refines=\"#{}\" property=\"{}\"{}", EscapeHtml(id), refinement.property,
                         refinement.scheme),
             attribute.value);
      }
    }
    return edits;
  }

  void TakeItem(const Tag& tag) {
    const std::string id = Find(tag, "id");
    const std::string own = Find(tag, "properties");
    has_cover_ = has_cover_ || own.find("cover-image") != std::string::npos;
    if (!own.empty()) return;
    items_[id] = {tag.NameEnd(), Find(tag, "media-type").starts_with("image/")};
    const auto properties = upgrade_.properties.find(id);
    if (properties == upgrade_.properties.end() || properties->second.empty()) return;
    edits_.push_back({tag.NameEnd(), fmt::format(" properties=\"{}\"", properties->second)});
  }

  // That of the publication, or the first one.
  void KeepOneDate() {
    if (dates_.empty()) return;
    auto kept = std::find_if(dates_.begin(), dates_.end(), [](const Date& date) {
      return date.event.find("publication") != std::string::npos;
    });
    if (kept == dates_.end()) kept = dates_.begin();
    for (auto date = dates_.begin(); date != dates_.end(); ++date) {
      if (date != kept) date->edits = {{date->place, ""}};
      edits_.insert(edits_.end(), date->edits.begin(), date->edits.end());
    }
  }

  void MarkCover() {
    const auto item = items_.find(cover_);
    if (has_cover_ || item == items_.end() || !item->second.is_picture) return;
    edits_.push_back({item->second.name_end, " properties=\"cover-image\""});
  }

  const std::string& package_;
  const PackageUpgrade& upgrade_;
  std::string prefix_;  // of the package's names: "opf:" or nothing
  std::string id_prefix_ = "epub3-";
  std::size_t ids_ = 0;
  bool in_metadata_ = false;
  bool has_time_ = false;
  bool has_cover_ = false;
  std::string cover_;  // id of its item
  std::map<std::string, Item> items_;
  std::vector<Date> dates_;
  Description described_;
  std::size_t tours_ = 0;  // where they begin
  std::string metadata_;   // that is put in
  std::size_t metadata_end_ = 0;
  std::size_t manifest_end_ = 0;
  std::vector<TextEdit> edits_;
};

}  // namespace

std::string ToEpub3Package(const std::string& package, const std::string& name,
                           const PackageUpgrade& upgrade) {
  RefuseUtf16(package, name);
  OldPackage old(package, upgrade);
  try {
    ParseXml(package, name, old);
    return old.Apply();
  } catch (const Error& error) {
    throw error.Within(name);
  }
}

}  // namespace fullcast
