#include "publish/html5_tag.h"

#include <fmt/format.h>

#include "core/html.h"
#include "core/utf8.h"
#include "publish/attribute_places.h"
#include "publish/html5_markup.h"

namespace fullcast {

namespace {

void Add(std::string& styles, std::string_view style) {
  if (style.empty()) return;
  if (!styles.empty()) styles += ';';
  styles += style;
}

// An attribute that HTML has, but not there.
bool IsOutOfPlace(const OldTag& tag, std::string_view attribute, const TagContext& around) {
  const std::string_view element = XmlLocalName(tag.name);
  if (element == "li") return attribute == "value" && around.element != "ol";
  const bool leads_nowhere = element == "a" && AttributeOf(tag, "href").empty();
  return leads_nowhere && (attribute == "target" || attribute == "rel" || attribute == "type" ||
                           attribute == "hreflang");
}

}  // namespace

std::string_view AttributeOf(const OldTag& tag, std::string_view name) {
  for (const XmlAttribute& attribute : tag.attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

Html5Tag ToHtml5Tag(std::string_view document, const OldTag& tag, const TagContext& around) {
  const std::string_view old = XmlLocalName(tag.name);
  const std::string_view element = tag.ahead_of_rows ? "tbody" : Html5Element(old);
  const std::size_t name_end = tag.place.begin + 1 + tag.name.size();
  Html5Tag made{{}, {std::string(element), element == "table" ? "" : around.cell_style}};
  std::vector<TextEdit> edits;  // of attributes
  std::string styles;
  Add(styles, tag.ahead_of_rows ? "display:table-footer-group" : StyleOfElement(old));
  if (old == "td" || old == "th") Add(styles, around.cell_style);
  std::size_t own_style = 0;  // where its value begins
  const auto places = AttributePlaces(document, tag.place);
  const std::string_view language = AttributeOf(tag, "xml:lang");
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& [name, value] = tag.attributes[i];
    if (name == "style") own_style = places[i].value.begin;
    if (old == "table") Add(made.inside.cell_style, CellStyleOfAttribute(name, value));
    if (name == "lang" && !language.empty() && Lowercase(language) != Lowercase(value)) {
      edits.push_back({places[i].value, EscapeHtml(language)});
    } else if (!IsHtml5Attribute(old, name, value)) {
      Add(styles, StyleOfAttribute(old, name, value));
      edits.push_back({places[i].whole, ""});
    } else if (IsOutOfPlace(tag, name, around)) {
      edits.push_back({places[i].whole, ""});
    }
  }
  if (element != old) {
    made.edits.push_back({{name_end - old.size(), name_end}, std::string(element)});
  }
  if (!styles.empty() && own_style == 0) {
    made.edits.push_back({{name_end, name_end}, fmt::format(" style=\"{}\"", styles)});
  }
  for (TextEdit& edit : edits) {
    const bool passes = !styles.empty() && own_style != 0 && edit.place.begin > own_style;
    if (passes) {
      made.edits.push_back({{own_style, own_style}, styles + ";"});
      styles.clear();
    }
    made.edits.push_back(std::move(edit));
  }
  if (!styles.empty() && own_style != 0) {
    made.edits.push_back({{own_style, own_style}, styles + ";"});
  }
  return made;
}

}  // namespace fullcast
