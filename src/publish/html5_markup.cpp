#include "publish/html5_markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "core/utf8.h"

namespace fullcast {

namespace {

using Names = std::set<std::string_view>;

bool IsNumber(std::string_view value) {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsInteger(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  return IsNumber(value);
}

// "12", "12px" or "50%" as CSS.
std::string Length(std::string_view value) {
  value = Trim(value);
  const bool percent = value.ends_with('%');
  if (percent) value.remove_suffix(1);
  if (value.ends_with("px")) value.remove_suffix(2);
  const auto is_of_number = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  if (!std::all_of(value.begin(), value.end(), is_of_number) || !IsNumber(value.substr(0, 1))) {
    return "";
  }
  return std::string(value) + (percent ? "%" : "px");
}

std::string Declare(std::string_view property, std::string_view value) {
  return value.empty() ? "" : fmt::format("{}:{}", property, value);
}

// "#FFF", "FF8000" or "navy".
std::string Colour(std::string_view value) {
  value = Trim(value);
  std::string colour = Lowercase(value);
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  const std::string_view digits = std::string_view(colour).substr(colour.starts_with('#') ? 1 : 0);
  const bool hex = (digits.size() == 6 || (digits.size() == 3 && digits.size() < colour.size())) &&
                   std::all_of(digits.begin(), digits.end(), is_hex);
  if (hex) return "#" + std::string(digits);
  return std::all_of(colour.begin(), colour.end(), is_letter) ? colour : "";
}

std::string Fonts(std::string_view value) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == ',' || c == '-';
  };
  return std::all_of(value.begin(), value.end(), is_plain) ? std::string(Trim(value)) : "";
}

// The seven sizes of a font, of which the third is the usual one.
std::string FontSize(std::string_view value) {
  constexpr std::array<const char*, 7> kSizes = {"x-small", "small",    "medium", "large",
                                                 "x-large", "xx-large", "300%"};
  constexpr int kUsual = 3;
  value = Trim(value);
  const bool relative = value.starts_with('+') || value.starts_with('-');
  if (value.starts_with('+')) value.remove_prefix(1);
  int size = 0;
  if (std::from_chars(value.data(), value.data() + value.size(), size).ec != std::errc()) return "";
  if (relative) size = std::clamp(size, -kUsual, kUsual + 1) + kUsual;
  return kSizes[static_cast<std::size_t>(std::clamp(size, 1, 7) - 1)];
}

std::string Among(const Names& values, const std::string& value) {
  return values.contains(value) ? value : "";
}

bool IsReplaced(std::string_view element) {
  static const Names replaced = {"applet", "embed", "iframe", "img", "input", "object"};
  return replaced.contains(element);
}

std::string StyleOfAlign(std::string_view element, const std::string& value) {
  const bool floats = value == "left" || value == "right";
  if (IsReplaced(element)) {
    if (floats) return "float:" + value;
    return Declare("vertical-align",
                   value == "bottom" ? "baseline" : Among({"top", "middle"}, value));
  }
  const bool center = value == "center" || value == "middle";
  if (element == "table") {
    return floats ? "float:" + value : center ? "margin-left:auto;margin-right:auto" : "";
  }
  if (element == "hr") {
    return fmt::format("margin-left:{};margin-right:{}", value == "left" ? "0" : "auto",
                       value == "right" ? "0" : "auto");
  }
  if (element == "caption" && (value == "top" || value == "bottom")) {
    return "caption-side:" + value;
  }
  return Declare("text-align", center ? "center" : Among({"left", "right", "justify"}, value));
}

std::string StyleOfType(std::string_view value) {
  static const std::map<std::string_view, std::string_view> numbers = {{"1", "decimal"},
                                                                       {"a", "lower-alpha"},
                                                                       {"A", "upper-alpha"},
                                                                       {"i", "lower-roman"},
                                                                       {"I", "upper-roman"}};
  const auto number = numbers.find(value);
  return Declare("list-style-type", number != numbers.end()
                                        ? std::string(number->second)
                                        : Among({"disc", "circle", "square"}, Lowercase(value)));
}

std::string StyleOfBorder(std::string_view element, std::string_view value) {
  const std::string width = Length(value);
  if (width.empty() || width == "0px") return "";
  return fmt::format("border:{} {}", width, element == "table" ? "outset" : "solid");
}

// The attributes of their own that elements of HTML 4 still have.
const std::map<std::string_view, Names>& KeptAttributes() {
  static const std::map<std::string_view, Names> attributes = [] {
    std::map<std::string_view, Names> kept = {
        {"a", {"href", "target", "rel", "hreflang", "type", "name"}},
        {"area", {"alt", "coords", "href", "shape", "target", "rel", "hreflang", "type"}},
        {"base", {"href", "target"}},
        {"blockquote", {"cite"}},
        {"col", {"span"}},
        {"colgroup", {"span"}},
        {"del", {"cite", "datetime"}},
        {"iframe", {"src", "name", "width", "height"}},
        {"img", {"src", "alt", "width", "height", "usemap", "ismap", "border"}},
        {"ins", {"cite", "datetime"}},
        {"li", {"value"}},
        {"link", {"href", "rel", "hreflang", "media", "type"}},
        {"map", {"name"}},
        {"meta", {"name", "content", "charset", "http-equiv"}},
        {"object", {"data", "type", "width", "height", "usemap", "name"}},
        {"ol", {"start", "type"}},
        {"param", {"name", "value"}},
        {"q", {"cite"}},
        {"script", {"src", "type", "defer", "charset"}},
        {"style", {"type", "media"}},
        {"table", {"border"}},
        {"td", {"colspan", "rowspan", "headers"}},
        {"th", {"colspan", "rowspan", "headers", "scope"}}};
    for (const char* bare :
         {"abbr",    "acronym", "address", "b",    "basefont", "bdo",    "big",  "body", "br",
          "caption", "center",  "cite",    "code", "dd",       "dfn",    "dir",  "div",  "dl",
          "dt",      "em",      "font",    "h1",   "h2",       "h3",     "h4",   "h5",   "h6",
          "head",    "hr",      "html",    "i",    "kbd",      "menu",   "nobr", "p",    "pre",
          "s",       "samp",    "small",   "span", "strike",   "strong", "sub",  "sup",  "tbody",
          "tfoot",   "thead",   "title",   "tr",   "tt",       "u",      "ul",   "var"}) {
      kept[bare];
    }
    return kept;
  }();
  return attributes;
}

bool IsOfAll(std::string_view attribute) {
  static const Names all = {"accesskey", "class", "dir",   "hidden",    "id",    "lang",
                            "role",      "style", "title", "translate", "xmlns", "tabindex"};
  for (const char* prefix : {"aria-", "data-", "on"}) {
    if (attribute.starts_with(prefix)) return true;
  }
  return attribute.find(':') != std::string_view::npos || all.contains(attribute);
}

}  // namespace

std::string_view Html5Element(std::string_view element) {
  static const std::map<std::string_view, std::string_view> elements = {
      {"acronym", "abbr"}, {"basefont", "span"}, {"big", "span"}, {"center", "div"},
      {"dir", "ul"},       {"font", "span"},     {"menu", "ul"},  {"nobr", "span"},
      {"strike", "s"},     {"tt", "span"}};
  const auto found = elements.find(element);
  return found == elements.end() ? element : found->second;
}

std::string_view StyleOfElement(std::string_view element) {
  if (element == "big") return "font-size:larger";
  if (element == "center") return "text-align:center";
  if (element == "nobr") return "white-space:nowrap";
  if (element == "tt") return "font-family:monospace";
  return "";
}

bool IsHtml5Attribute(std::string_view element, std::string_view attribute,
                      std::string_view value) {
  const auto kept = KeptAttributes().find(element);
  if (kept == KeptAttributes().end() || IsOfAll(attribute)) return true;
  if (!kept->second.contains(attribute)) return false;
  if (attribute == "width" || attribute == "height" || attribute == "rowspan") {
    return IsNumber(value);
  }
  if (attribute == "colspan" || attribute == "span") return IsNumber(value) && value != "0";
  if (attribute == "start" || element == "li") return IsInteger(value);
  if (attribute == "border") return value == (element == "img" ? "0" : "1");
  if (attribute == "type" && element == "ol") {
    return value.size() == 1 && std::string_view("1aAiI").find(value) != std::string_view::npos;
  }
  if (attribute == "scope") {
    return value == "row" || value == "col" || value == "rowgroup" || value == "colgroup";
  }
  return true;
}

std::string StyleOfAttribute(std::string_view element, std::string_view attribute,
                             std::string_view value) {
  const std::string word = Lowercase(Trim(value));
  if (attribute == "align") return StyleOfAlign(element, word);
  if (attribute == "valign") {
    return Declare("vertical-align", Among({"top", "middle", "bottom", "baseline"}, word));
  }
  if (attribute == "bgcolor") return Declare("background-color", Colour(value));
  if (attribute == "bordercolor") return Declare("border-color", Colour(value));
  if (attribute == "color" || attribute == "text") return Declare("color", Colour(value));
  if (attribute == "face") return Declare("font-family", Fonts(value));
  if (attribute == "size" && element == "hr") return Declare("height", Length(value));
  if (attribute == "size") return Declare("font-size", FontSize(value));
  if (attribute == "width" && element == "pre") return "";  // in characters, and never heeded
  if (attribute == "width" || attribute == "height") return Declare(attribute, Length(value));
  if (attribute == "border") return StyleOfBorder(element, value);
  if (attribute == "cellspacing") return Declare("border-spacing", Length(value));
  if (attribute == "nowrap") return "white-space:nowrap";
  if (attribute == "noshade") return "border-style:solid";
  if (attribute == "clear") {
    return Declare("clear", word == "all" ? "both" : Among({"left", "right", "both"}, word));
  }
  if (attribute == "type") return StyleOfType(value);
  const std::string length = Length(value);
  if (length.empty()) return "";
  if (attribute == "hspace") return fmt::format("margin-left:{0};margin-right:{0}", length);
  if (attribute == "vspace") return fmt::format("margin-top:{0};margin-bottom:{0}", length);
  return "";
}

std::string CellStyleOfAttribute(std::string_view attribute, std::string_view value) {
  if (attribute == "cellpadding") return Declare("padding", Length(value));
  const bool lines = attribute == "border" && !IsHtml5Attribute("table", attribute, value);
  return lines && !StyleOfBorder("table", value).empty() ? "border:1px inset" : "";
}

}  // namespace fullcast
