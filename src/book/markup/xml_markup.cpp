#include "book/markup/xml_markup.h"

#include <array>
#include <utility>

#include "book/source/entities.h"
#include "book/source/size_limits.h"
#include "core/error.h"
#include "core/utf8.h"
#include "core/xml.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostNodes = 1'000'000;

class Builder final : public XmlHandler {
 public:
  Builder(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    MarkupNode node{MarkupNode::Kind::kBegin, place, Lowercase(XmlLocalName(name))};
    for (const auto& [key, value] : attributes) {
      node.attributes.emplace_back(KeyOf(key), value);
    }
    open_.push_back(markup_.size());
    Add(std::move(node));
  }

  void End(std::string_view name, Span place) override {
    MarkupNode node{MarkupNode::Kind::kEnd, place, Lowercase(XmlLocalName(name))};
    node.match = open_.back();
    markup_[open_.back()].match = markup_.size();
    open_.pop_back();
    Add(std::move(node));
  }

  void Text(std::string_view text, Span place) override {
    // Runs that stand in the file as they read are one text.
    const bool as_it_stands = text_.substr(place.begin, place.end - place.begin) == text;
    if (as_it_stands && joinable_ && markup_.back().kind == MarkupNode::Kind::kText &&
        markup_.back().span.end == place.begin) {
      markup_.back().value += text;
      markup_.back().span.end = place.end;
      return;
    }
    Add({MarkupNode::Kind::kText, place, std::string(text)});
    joinable_ = as_it_stands;
  }

  void Entity(std::string_view name, Span place) override {
    Add({MarkupNode::Kind::kText, place, ResolveEntity("&" + std::string(name) + ";")});
    joinable_ = false;
  }

  Markup Take() { return std::move(markup_); }

 private:
  static std::string KeyOf(std::string_view key) {
    constexpr std::array<std::string_view, 3> kPrefixed = {"epub:type", "xml:lang", "ssml:ph"};
    for (const std::string_view prefixed : kPrefixed) {
      if (key == prefixed) return std::string(key);
    }
    return Lowercase(XmlLocalName(key));
  }

  void Add(MarkupNode node) {
    if (markup_.size() >= kMostNodes) {
      throw TooLarge(PlaceAt(name_, text_, node.span.begin),
                     "up to here there are too many tags; cut the book into several");
    }
    markup_.push_back(std::move(node));
    joinable_ = false;
  }

  std::string_view text_;
  const std::string& name_;
  Markup markup_;
  std::vector<std::size_t> open_;
  bool joinable_ = false;  // the last node is a text that stands in the file as it reads
};

}  // namespace

Markup ParseXmlMarkup(std::string_view text, const std::string& name) {
  Builder builder(text, name);
  ParseXml(text, name, builder, XmlEncoding::kUtf8);
  return builder.Take();
}

}  // namespace fullcast
