#include "publish/doctype.h"

#include "publish/text_edits.h"

namespace fullcast {

namespace {

// Where the first tag is that is no declaration, instruction or comment.
std::size_t FirstElement(std::string_view document) {
  std::size_t at = 0;
  while ((at = document.find('<', at)) != std::string_view::npos) {
    const std::string_view rest = document.substr(at);
    if (!rest.starts_with("<!") && !rest.starts_with("<?")) return at;
    const std::string_view close = rest.starts_with("<!--") ? "-->" : ">";
    at = document.find(close, at);
  }
  return 0;
}

}  // namespace

std::optional<Span> FindDoctype(std::string_view document, std::size_t first_element) {
  std::size_t at = 0;
  while ((at = document.find('<', at)) < first_element) {
    const std::string_view rest = document.substr(at);
    const std::string_view close = rest.starts_with("<!--") ? "-->" : ">";
    const std::size_t end = document.find(close, at) + close.size();
    if (rest.starts_with("<!DOCTYPE")) return Span{at, end};
    at = end;
  }
  return std::nullopt;
}

bool DeclaresEntities(std::string_view document, Span doctype) {
  return document.substr(doctype.begin, doctype.end - doctype.begin).find('[') !=
         std::string_view::npos;
}

std::string WithoutDoctype(const std::string& document) {
  const auto doctype = FindDoctype(document, FirstElement(document));
  if (!doctype || DeclaresEntities(document, *doctype)) return document;
  const TextEdit edit{*doctype, ""};
  return ApplyEdits(document, std::span(&edit, 1));
}

}  // namespace fullcast
