// What the styles of a Word document mean to a reader aloud.
#pragma once

#include <map>
#include <string>

#include "book/markup/markup.h"

namespace fullcast {

struct DocxStyle {
  std::string name;  ///< in lower case; Word's own styles have their English names in any language
  std::string based_on;
  int outline_level = 0;  ///< 1 to 9; 0: no heading
  bool emphasis = false;
  bool hidden = false;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  /// Of word/styles.xml.
  explicit DocxStyles(const Markup& styles);

  /// The style with what it inherits; without a name where there is none of this id.
  [[nodiscard]] DocxStyle Find(std::string_view id) const;

  /// Of the document's defaults, BCP 47; empty: it says none.
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string language_;
};

/// Whether a property such as <w:i/> is there and on, directly inside the properties `name` of the
/// element that begins at `begin`: "rpr", "ppr".
bool HasProperty(const Markup& markup, std::size_t begin, std::string_view properties,
                 std::string_view property);

/// ... its attribute "val", or another, or "".
std::string_view PropertyValue(const Markup& markup, std::size_t begin, std::string_view properties,
                               std::string_view property, std::string_view attribute = "val");

}  // namespace fullcast
