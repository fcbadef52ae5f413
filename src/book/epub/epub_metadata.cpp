#include "book/epub/epub_metadata.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "book/markup/markup_rules.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

// An element of the metadata, with what refines it.
struct Element {
  std::string name;
  std::string text;
  std::string role;  // of EPUB 2's attribute
  std::map<std::string, std::string> refined;

  [[nodiscard]] std::string Refined(const std::string& property) const {
    const auto found = refined.find(property);
    return found == refined.end() ? std::string() : found->second;
  }
};

void AppendTo(std::string& list, const std::string& item, const char* separator) {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

// HTML in a description, as text.
std::string WithoutTags(const std::string& text) {
  if (text.find('<') == std::string::npos) return text;
  SourceText source;
  source.text = "<div>" + text + "</div>";
  source.map = {{0, 0}};
  source.source_size = source.text.size();
  const Markup markup = ParseMarkup(source, "", MarkupKind::kHtml);
  return markup.empty() ? text : TextInside(markup, 0);
}

class Reader {
 public:
  Reader(const Markup& markup, EpubPackage& package) : markup_(markup), package_(package) {}

  void Read() {
    const std::size_t begin = FindElement(markup_, "metadata", 0, markup_.size());
    if (begin == markup_.size()) return;
    for (std::size_t i = begin + 1; i < markup_[begin].match; ++i) {
      if (markup_[i].kind == MarkupNode::Kind::kBegin) Take(i);
    }
    Refine();
    for (const Element& element : elements_) Use(element);
    const auto& [title, subtitle] = Titles();
    package_.info.title = title;
    package_.info.subtitle = subtitle;
  }

 private:
  void Take(std::size_t i) {
    const MarkupNode& node = markup_[i];
    if (node.value == "meta") return TakeMeta(i);
    Element element{node.value, TextInside(markup_, i), Role(node), {}};
    if (element.text.empty()) return;
    const std::string_view id = node.Attribute("id");
    if (!id.empty()) by_id_[std::string(id)] = elements_.size();
    elements_.push_back(std::move(element));
  }

  static std::string Role(const MarkupNode& node) { return std::string(node.Attribute("role")); }

  void TakeMeta(std::size_t i) {
    const MarkupNode& node = markup_[i];
    const std::string property(node.Attribute("property"));
    const std::string refines(node.Attribute("refines"));
    const std::string name(node.Attribute("name"));
    const std::string content(node.Attribute("content"));
    if (name == "calibre:series") package_.info.series = content;
    if (name == "calibre:series_index") package_.info.series_index = content;
    if (name == "cover") TakeCover(content);
    if (property.empty()) return;
    const std::string text = TextInside(markup_, i);
    if (!refines.empty()) {
      refinements_.emplace_back(refines.substr(refines.starts_with('#') ? 1 : 0), property, text);
      return;
    }
    const std::string_view id = node.Attribute("id");
    if (!id.empty()) by_id_[std::string(id)] = elements_.size();
    elements_.push_back({property, text, {}, {}});
  }

  void TakeCover(const std::string& id) {
    for (const ManifestItem& item : package_.manifest) {
      const bool image = item.media_type.starts_with("image/");
      if (image && item.id == id && package_.cover_file.empty()) package_.cover_file = item.file;
    }
  }

  void Refine() {
    for (const auto& [id, property, text] : refinements_) {
      const auto found = by_id_.find(id);
      if (found != by_id_.end()) elements_[found->second].refined[property] = text;
    }
  }

  void Use(const Element& element) {
    BookInfo& info = package_.info;
    const std::string role = element.role.empty() ? element.Refined("role") : element.role;
    if (element.name == "creator" && (role.empty() || role == "aut")) {
      AppendTo(info.author, element.text, ", ");
    } else if (role == "trl" && (element.name == "creator" || element.name == "contributor")) {
      AppendTo(info.translator, element.text, ", ");
    } else if (element.name == "language" && !package_.has_language && element.text != "und") {
      info.language = element.text;
      package_.has_language = true;
    } else if (element.name == "date" && info.year.empty()) {
      info.year = Year(element.text);
    } else if (element.name == "subject") {
      AppendTo(info.genre, element.text, "; ");
    } else if (element.name == "description" && info.description.empty()) {
      info.description = WithoutTags(element.text);
    } else if (element.name == "publisher" && info.publisher.empty()) {
      info.publisher = element.text;
    } else if (element.name == "identifier" && info.identifier.empty()) {
      info.identifier = element.text;
    } else if (element.name == "belongs-to-collection" && info.series.empty() &&
               element.Refined("collection-type") == "series") {
      info.series = element.text;
      info.series_index = element.Refined("group-position");
    }
  }

  static std::string Year(const std::string& date) {
    constexpr std::size_t kDigits = 4;
    const bool year =
        date.size() >= kDigits && std::all_of(date.begin(), date.begin() + kDigits,
                                              [](char c) { return c >= '0' && c <= '9'; });
    return year ? date.substr(0, kDigits) : std::string();
  }

  [[nodiscard]] std::pair<std::string, std::string> Titles() const {
    std::string title;
    std::string first;
    std::string subtitle;
    for (const Element& element : elements_) {
      if (element.name != "title") continue;
      const std::string type = element.Refined("title-type");
      if (first.empty()) first = element.text;
      if (type == "main" && title.empty()) title = element.text;
      if (type == "subtitle" && subtitle.empty()) subtitle = element.text;
    }
    return {title.empty() ? first : title, subtitle};
  }

  const Markup& markup_;
  EpubPackage& package_;
  std::vector<Element> elements_;
  std::map<std::string, std::size_t> by_id_;
  std::vector<std::tuple<std::string, std::string, std::string>> refinements_;
};

}  // namespace

void ReadMetadata(const Markup& markup, EpubPackage& package) { Reader(markup, package).Read(); }

}  // namespace fullcast
