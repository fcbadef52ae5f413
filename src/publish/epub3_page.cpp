#include "publish/epub3_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/utf8.h"
#include "core/xml.h"
#include "publish/attribute_places.h"
#include "publish/doctype.h"
#include "publish/html5_tag.h"
#include "publish/text_edits.h"

namespace fullcast {

namespace {

// References to characters by number: they are the same in any encoding.
std::string Numbers(std::string_view text) {
  std::string numbers;
  for (std::size_t at = 0; at < text.size();) {
    numbers += fmt::format("&#{};", static_cast<unsigned>(NextCodePoint(text, at)));
  }
  return numbers;
}

// What must be known of a page before its first tag is changed.
class Survey final : public XmlHandler {
 public:
  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    const std::string_view local = XmlLocalName(name);
    for (const XmlAttribute& attribute : attributes) {
      if (attribute.name == "id") ids.emplace(attribute.value);
    }
    if (!open_.empty() && open_.back() && (local == "tbody" || local == "tr")) {
      early_feet.insert(*open_.back());
    }
    if (!open_.empty() && local == "tfoot") open_.back() = place.begin;
    open_.emplace_back();
  }
  void End(std::string_view /*name*/, Span /*place*/) override { open_.pop_back(); }
  void Text(std::string_view /*text*/, Span /*place*/) override {}

  std::set<std::string> ids;
  std::set<std::size_t> early_feet;  // where those tfoot begin that stand ahead of rows

 private:
  std::vector<std::optional<std::size_t>> open_;  // of each open element, its last tfoot
};

class OldPage final : public XmlHandler {
 public:
  OldPage(const std::string& page, const std::string& title, const EntityResolver& resolve,
          Survey survey)
      : page_(page), title_(title), resolve_(resolve), survey_(std::move(survey)) {}

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    const std::string_view local = XmlLocalName(name);
    if (first_element_ == page_.size()) first_element_ = place.begin;
    if (local == "svg") properties_.insert("svg");
    if (local == "math") properties_.insert("mathml");
    if (local == "script" || local == "form") properties_.insert("scripted");
    const OldTag tag{name, attributes, place, survey_.early_feet.contains(place.begin)};
    const TagContext around = open_.empty() ? TagContext() : open_.back().inside;
    Element element;
    element.is_foreign =
        local == "svg" || local == "math" || (!open_.empty() && open_.back().is_foreign);
    std::vector<TextEdit> edits;
    if (!element.is_foreign) {
      if (local == "meta" && TakeHeader(tag, element)) return open_.push_back(element);
      element.is_dropped = local == "link" && !IsLink(tag);
      element.prefix = name.substr(0, name.size() - local.size());
      PutAhead(tag, element.prefix);
      Html5Tag made = ToHtml5Tag(page_, tag, around);
      element.inside = std::move(made.inside);
      edits = std::move(made.edits);
      if (local == "a") NameAnchor(tag, element.prefix, edits);
    }
    open_.push_back(element);
    if (element.is_dropped) return edits_.push_back({place, ""});
    AddEdits(place, std::move(edits));
    if (local == "col" && around.element == "table") wraps_col_ = true;
  }

  void End(std::string_view name, Span place) override {
    const Element element = std::move(open_.back());
    open_.pop_back();
    if (element.is_foreign) return;
    const std::string_view local = XmlLocalName(name);
    const bool is_tag = place.begin != place.end;  // none ends what began with "/>"
    if (element.is_dropped) {
      if (is_tag) edits_.push_back({place, ""});
      return;
    }
    if (local == "dl" && element.last_child == "dt") PutHidden(place.begin, element.prefix, "dd");
    if (local == "title" && !element.has_text) PutTitle(place, is_tag, element.prefix);
    if (is_tag && local != element.inside.element) {
      const std::size_t begin = place.begin + 2 + element.prefix.size();
      edits_.push_back({{begin, begin + local.size()}, element.inside.element});
    }
    if (std::exchange(wraps_col_, false)) {
      edits_.push_back({{place.end, place.end}, fmt::format("</{}colgroup>", element.prefix)});
    }
  }

  void Text(std::string_view text, Span /*place*/) override {
    if (!open_.empty() && !Trim(text).empty()) open_.back().has_text = true;
  }

  void Entity(std::string_view /*name*/, Span place) override {
    if (!open_.empty()) open_.back().has_text = true;
    if (const auto edit = Numbered(place)) edits_.push_back(*edit);
  }

  Epub3Page Take() {
    if (const auto doctype = FindDoctype(page_, first_element_)) {
      if (DeclaresEntities(page_, *doctype))
        throw Error("its doctype declares entities of its own");
      edits_.insert(edits_.begin(), {*doctype, "<!DOCTYPE html>"});
    }
    Epub3Page page{ApplyEdits(page_, edits_), {}};
    for (const std::string& property : properties_) {
      page.properties += (page.properties.empty() ? "" : " ") + property;
    }
    return page;
  }

 private:
  struct Element {
    TagContext inside;
    std::string prefix;       // "h:" or nothing
    std::string last_child;   // of a dl
    bool is_foreign = false;  // of SVG or MathML
    bool is_dropped = false;
    bool has_text = false;
  };

  // What a meta element tells in place of a server's header. False: it tells none, or one that HTML
  // knows, and stays.
  bool TakeHeader(const OldTag& tag, Element& element) {
    const std::string header = Lowercase(AttributeOf(tag, "http-equiv"));
    for (const char* known :
         {"", "refresh", "default-style", "x-ua-compatible", "content-security-policy"}) {
      if (header == known) return false;
    }
    const bool closed = page_[tag.place.end - 2] == '/';
    element.inside.element = "meta";
    element.is_dropped = header != "content-type";
    edits_.push_back({tag.place, element.is_dropped
                                     ? ""
                                     : fmt::format("<{} http-equiv=\"Content-Type\" "
                                                   "content=\"text/html; charset=utf-8\"{}>",
                                                   tag.name, closed ? "/" : "")});
    return true;
  }

  // HTML links say to what, and style sheets are CSS.
  static bool IsLink(const OldTag& tag) {
    const std::string relation = Lowercase(AttributeOf(tag, "rel"));
    const std::string_view type = AttributeOf(tag, "type");
    if (relation.find("stylesheet") == std::string::npos) return !relation.empty();
    return type.empty() || Lowercase(type).starts_with("text/css");
  }

  // What HTML 4 lets out around a tag.
  void PutAhead(const OldTag& tag, const std::string& prefix) {
    if (open_.empty()) return;
    Element& parent = open_.back();
    const std::string_view local = XmlLocalName(tag.name);
    const std::size_t at = tag.place.begin;
    if (parent.inside.element == "dl") {
      if (local == "dd" && parent.last_child.empty()) PutHidden(at, prefix, "dt");
      parent.last_child = local;
    }
    if (parent.inside.element == "table" && local == "col") {
      edits_.push_back({{at, at}, fmt::format("<{}colgroup>", prefix)});
    }
  }

  void PutHidden(std::size_t at, const std::string& prefix, std::string_view element) {
    edits_.push_back(
        {{at, at}, fmt::format("<{0}{1} style=\"display:none\"></{0}{1}>", prefix, element)});
  }

  // What links lead to is named by an id.
  void NameAnchor(const OldTag& tag, const std::string& prefix, std::vector<TextEdit>& edits) {
    const std::string name(AttributeOf(tag, "name"));
    const bool is_id = !name.empty() && name.find_first_of(" \t\r\n") == std::string::npos;
    if (!is_id || !survey_.ids.insert(name).second) return;
    if (!AttributeOf(tag, "id").empty()) {
      const std::size_t at = tag.place.begin;
      edits_.push_back(
          {{at, at}, fmt::format("<{0}span id=\"{1}\"></{0}span>", prefix, Numbers(name))});
      return;
    }
    const auto places = AttributePlaces(page_, tag.place);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (tag.attributes[i].name != "name") continue;
      const std::size_t begin = page_.find("name", places[i].whole.begin);
      edits.push_back({{begin, begin + std::string_view("name").size()}, "id"});
    }
  }

  void PutTitle(Span place, bool is_tag, const std::string& prefix) {
    if (title_.empty()) return;
    if (is_tag) return edits_.push_back({{place.begin, place.begin}, Numbers(title_)});
    const std::size_t slash = page_.rfind('/', place.end);
    edits_.push_back({{slash, place.end}, fmt::format(">{}</{}title>", Numbers(title_), prefix)});
  }

  // The edits of a tag, and of entities in its attributes, which are not told of.
  void AddEdits(Span tag, std::vector<TextEdit> edits) {
    const auto is_gone = [&edits](std::size_t at) {
      return std::any_of(edits.begin(), edits.end(), [at](const TextEdit& edit) {
        return edit.place.begin <= at && at < edit.place.end;
      });
    };
    for (std::size_t at = tag.begin; (at = page_.find('&', at)) < tag.end;) {
      const std::size_t end = page_.find(';', at) + 1;
      if (!is_gone(at)) {
        if (const auto edit = Numbered({at, end})) edits.push_back(*edit);
      }
      at = end;
    }
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) {
      return std::pair(a.place.begin, a.place.end) < std::pair(b.place.begin, b.place.end);
    });
    std::move(edits.begin(), edits.end(), std::back_inserter(edits_));
  }

  // A reference to an entity that XML does not know, by number.
  std::optional<TextEdit> Numbered(Span reference) const {
    const std::string_view text =
        std::string_view(page_).substr(reference.begin, reference.end - reference.begin);
    for (const char* xml : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
      if (text == xml) return std::nullopt;
    }
    if (text.starts_with("&#")) return std::nullopt;
    const std::string character = resolve_(text);
    if (character == text) throw Error(std::string(text) + " stands for no character");
    return TextEdit{reference, Numbers(character)};
  }

  const std::string& page_;
  const std::string& title_;
  const EntityResolver& resolve_;
  Survey survey_;
  std::size_t first_element_ = page_.size();
  std::vector<Element> open_;
  bool wraps_col_ = false;  // around the element that ends next
  std::vector<TextEdit> edits_;
  std::set<std::string> properties_;
};

}  // namespace

Epub3Page ToEpub3Page(const std::string& page, const std::string& name, const std::string& title,
                      const EntityResolver& resolve) {
  RefuseUtf16(page, name);
  try {
    Survey survey;
    ParseXml(page, name, survey);
    OldPage old(page, title, resolve, std::move(survey));
    ParseXml(page, name, old);
    return old.Take();
  } catch (const Error& error) {
    throw error.Within(name);
  }
}

}  // namespace fullcast
