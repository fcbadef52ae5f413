#include "book/markup/markup.h"

#include "book/markup/html_markup.h"
#include "book/markup/xml_markup.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

std::string_view MarkupNode::Attribute(std::string_view name) const {
  for (const auto& [key, content] : attributes) {
    if (key == name) return content;
  }
  return {};
}

Markup ParseMarkup(const SourceText& source, const std::string& name, MarkupKind kind) {
  if (kind == MarkupKind::kHtml) return ParseHtmlMarkup(source.text, name);
  try {
    return ParseXmlMarkup(source.text, name);
  } catch (const Error&) {
    if (kind == MarkupKind::kXml) throw;
    return ParseHtmlMarkup(source.text, name);
  }
}

std::string TextInside(const Markup& markup, std::size_t begin) {
  std::string text;
  bool space = false;
  for (std::size_t i = begin; i < markup[begin].match; ++i) {
    const MarkupNode& node = markup[i];
    if (node.kind != MarkupNode::Kind::kText) {
      space = space || node.value == "br" || node.value == "p" || node.value == "div";
      continue;
    }
    for (std::size_t position = 0; position < node.value.size();) {
      const std::size_t before = position;
      if (IsSpace(NextCodePoint(node.value, position))) {
        space = true;
        continue;
      }
      if (space && !text.empty()) text += ' ';
      space = false;
      text.append(node.value, before, position - before);
    }
  }
  return text;
}

std::map<std::string, std::size_t> AnchorPlaces(const Markup& markup) {
  std::map<std::string, std::size_t> anchors;
  for (const MarkupNode& node : markup) {
    if (node.kind != MarkupNode::Kind::kBegin) continue;
    if (!node.Attribute("id").empty()) {
      anchors.try_emplace(std::string(node.Attribute("id")), node.span.begin);
    }
    if (node.value == "a" && !node.Attribute("name").empty()) {
      anchors.try_emplace(std::string(node.Attribute("name")), node.span.begin);
    }
  }
  return anchors;
}

bool HasWord(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || words[at - 1] == ' ' || words[at - 1] == '\n';
    if (begins && (end == words.size() || words[end] == ' ' || words[end] == '\n')) return true;
  }
  return false;
}

std::size_t FindElement(const Markup& markup, std::string_view name, std::size_t from,
                        std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (markup[i].kind == MarkupNode::Kind::kBegin && markup[i].value == name) return i;
  }
  return to;
}

}  // namespace fullcast
