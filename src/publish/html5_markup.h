// What became of the elements and attributes that HTML 4 had and HTML has no more (HTML Standard,
// "Obsolete features" and "Rendering"): others that mean the same, or CSS that looks the same.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// The element that stands for one of HTML 4 today: "span" for "font". Most stand for themselves.
std::string_view Html5Element(std::string_view element);

/// What is lost when an element gives place to another: "font-size:larger" of "big". Often nothing.
std::string_view StyleOfElement(std::string_view element);

/// Whether an attribute of HTML 4 may stay, with this value. All may of elements that HTML 4 has
/// not, and whatever has a prefix.
bool IsHtml5Attribute(std::string_view element, std::string_view attribute, std::string_view value);

/// An attribute that may not, as CSS: "text-align:right" for "align" of "p". Nothing where CSS has
/// nothing like it, or the value makes no sense.
std::string StyleOfAttribute(std::string_view element, std::string_view attribute,
                             std::string_view value);

/// What such an attribute of a table tells of its cells: "padding:4px" for "cellpadding".
std::string CellStyleOfAttribute(std::string_view attribute, std::string_view value);

}  // namespace fullcast
