#include "book/markup/html_markup.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "book/markup/source_order.h"
#include "book/source/entities.h"
#include "book/source/size_limits.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kDeepest = 400;
constexpr std::size_t kMostBytes = std::size_t{1} << 25;  // gumbo counts in unsigned int

// Tags that are empty or that end by themselves where the next one begins: they do not nest.
constexpr std::array<std::string_view, 30> kFlat = {
    "area",  "base",   "br",    "col",   "embed",  "hr",       "img", "input", "link",  "meta",
    "param", "source", "track", "wbr",   "p",      "li",       "dt",  "dd",    "tr",    "td",
    "th",    "thead",  "tbody", "tfoot", "option", "optgroup", "rp",  "rt",    "frame", "basefont"};

// Gumbo makes some 300 bytes of each tag, and each character reference is a text of its own.
void CheckTags(std::string_view text, const std::string& name) {
  std::size_t count = 0;
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    if (++count <= kMostTags) continue;
    throw TooLarge(PlaceAt(name, text, at),
                   "up to here there are more than " + std::to_string(kMostTags) +
                       " tags and character references; cut the book into several");
  }
}

// Where the tag that begins at a place ends; counts what may begin an attribute.
std::size_t EndOfTag(std::string_view text, std::size_t begin, std::size_t& attributes) {
  char quote = '\0';
  bool value_follows = false;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '>') return i;
    if (value_follows && (c == '"' || c == '\'')) quote = c;
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space) value_follows = c == '=';
    attributes += space || c == '=' || c == '/' ? 1U : 0U;
  }
  return text.size();
}

// Gumbo compares each attribute of a tag with all others.
void CheckAttributes(std::string_view text, const std::string& name) {
  constexpr std::size_t kMost = 500;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::size_t tag = at++;
    if (at >= text.size() || !IsLetter(static_cast<unsigned char>(text[at]))) continue;
    std::size_t attributes = 0;
    at = EndOfTag(text, at, attributes);
    if (attributes > kMost) {
      throw TooLarge(PlaceAt(name, text, tag), "this tag has too many attributes");
    }
    for (const std::string_view code : {"script", "style"}) {  // "i<n"
      if (Lowercase(text.substr(tag + 1, code.size())) == code) {
        at = std::min(text.find("</", at), text.size());
      }
    }
  }
}

// Gumbo takes quadratic time and the machine's stack for deep trees: they are refused before.
void CheckDepth(std::string_view text, const std::string& name) {
  std::size_t depth = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (text.substr(at, 4) == "<!--") {
      at = std::min(text.find("-->", at), text.size() - 1);
      continue;
    }
    const bool closes = at + 1 < text.size() && text[at + 1] == '/';
    const std::size_t begin = at + (closes ? 2 : 1);
    std::size_t end = begin;
    while (end < text.size() && IsLetter(static_cast<unsigned char>(text[end]))) ++end;
    while (end > begin && end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == begin) continue;
    const std::string tag = Lowercase(text.substr(begin, std::min<std::size_t>(end - begin, 16)));
    if (std::find(kFlat.begin(), kFlat.end(), tag) != kFlat.end()) continue;
    if (closes) {
      depth -= depth > 0 ? 1 : 0;
    } else if (++depth > kDeepest) {
      throw Error(PlaceAt(name, text, at), "tags are nested too deeply; is this a book?");
    }
  }
}

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

// Where the characters of a text node stand: a text is one node as far as it reads as it stands.
class TextSplitter {
 public:
  TextSplitter(std::string_view raw, std::size_t offset, Markup& markup)
      : raw_(raw), offset_(offset), markup_(markup) {}

  // `read` is what gumbo makes of the raw text.
  void Split(std::string_view read) {
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t plain = 0;  // raw bytes from here to i read as they stand
    while (i < raw_.size() && j < read.size()) {
      if (raw_[i] == read[j] && !IsReference(i, read, j)) {
        ++i;
        ++j;
        continue;
      }
      for (; i > plain && IsInsideCharacter(raw_[i]); --i) --j;
      Add(plain, i, std::string(raw_.substr(plain, i - plain)));
      const std::size_t begin = i;
      const std::size_t read_begin = j;
      Skip(read, i, j);
      const std::string_view made = read.substr(read_begin, j - read_begin);
      // A vertical tab and the like are spaces wherever else text is looked at.
      const bool control = static_cast<unsigned char>(raw_[begin]) < ' ' && made == kReplaced;
      Add(begin, i, std::string(control ? " " : made));
      plain = i;
    }
    Add(plain, i, std::string(raw_.substr(plain, i - plain)));
  }

 private:
  static constexpr std::string_view kReplaced = "\xEF\xBF\xBD";  // U+FFFD

  // "&amp;" begins like the "&" it reads as.
  [[nodiscard]] bool IsReference(std::size_t i, std::string_view read, std::size_t j) const {
    if (raw_[i] != '&') return false;
    return i + 1 < raw_.size() && (j + 1 >= read.size() || raw_[i + 1] != read[j + 1]) &&
           raw_.substr(i, 5).find_first_of("amAM#") == 1;
  }

  static bool IsInsideCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  }

  // Moves behind a character that gumbo leaves out or replaces: a line end of two bytes, a NUL, a
  // code point that is no character.
  void SkipCharacter(std::string_view read, std::size_t& i, std::size_t& j) const {
    const char32_t c = NextCodePoint(raw_, i);
    if (c == '\r') {
      if (i == raw_.size() || raw_[i] != '\n') NextCodePoint(read, j);
      return;
    }
    std::size_t behind = j;
    if (NextCodePoint(read, behind) == kReplacementCharacter) j = behind;
  }

  // ... or a character reference.
  void Skip(std::string_view read, std::size_t& i, std::size_t& j) const {
    if (raw_[i] != '&') return SkipCharacter(read, i, j);
    constexpr std::size_t kLongestReference = 40;
    const std::size_t end = raw_.substr(i, kLongestReference).find(';');
    const std::string_view reference = raw_.substr(i, end == std::string_view::npos ? 0 : end + 1);
    if (!reference.empty() && reference.find_first_of(" \n<", 1) == std::string_view::npos) {
      const std::string resolved = ResolveEntity(reference);
      i += reference.size();
      if (read.substr(j).starts_with(resolved)) {
        j += resolved.size();
      } else {
        NextCodePoint(read, j);
      }
      return;
    }
    ++i;
    while (i < raw_.size() && IsNameByte(raw_[i]) && !Continues(read, i, j)) ++i;
    NextCodePoint(read, j);
  }

  static bool IsNameByte(char c) {
    return (c >= '0' && c <= '9') || c == '#' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  // Whether the text goes on as it stands behind a reference without its ";".
  [[nodiscard]] bool Continues(std::string_view read, std::size_t i, std::size_t j) const {
    constexpr std::size_t kEnough = 8;
    NextCodePoint(read, j);
    const std::string_view rest = read.substr(j, kEnough);
    return !rest.empty() && raw_.substr(i, rest.size()) == rest;
  }

  void Add(std::size_t begin, std::size_t end, std::string text) {
    if (text.empty()) return;
    markup_.push_back({MarkupNode::Kind::kText, {offset_ + begin, offset_ + end}, std::move(text)});
  }

  std::string_view raw_;
  std::size_t offset_;
  Markup& markup_;
};

class Flattener {
 public:
  explicit Flattener(std::string_view text) : text_(text) {}

  // No recursion: the tree is as deep as the input makes it.
  Markup Flatten(const GumboNode& root) {
    const GumboNode* node = &root;
    while (node != nullptr) {
      if (Enter(*node) && Children(*node)->length > 0) {
        node = static_cast<const GumboNode*>(Children(*node)->data[0]);
        continue;
      }
      node = Next(*node, root);
    }
    return std::move(markup_);
  }

 private:
  static const GumboVector* Children(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : &node.v.element.children;
  }

  static bool IsElement(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  }

  [[nodiscard]] std::size_t OffsetOf(const char* at) const {
    const auto begin = reinterpret_cast<std::uintptr_t>(text_.data());
    const auto place = reinterpret_cast<std::uintptr_t>(at);
    return place < begin || place > begin + text_.size() ? 0 : place - begin;
  }

  [[nodiscard]] Span SpanOf(const GumboStringPiece& piece, std::size_t implied) const {
    if (piece.data == nullptr || piece.length == 0) return {implied, implied};
    const std::size_t begin = OffsetOf(piece.data);
    return {begin, begin + piece.length};
  }

  // Whether the node may have children.
  bool Enter(const GumboNode& node) {
    if (IsElement(node)) {
      BeginElement(node.v.element);
      if (Children(node)->length > 0) return true;
      EndElement(node.v.element);
      return false;
    }
    if (node.type == GUMBO_NODE_DOCUMENT) return true;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
        node.type == GUMBO_NODE_CDATA) {
      const GumboStringPiece& raw = node.v.text.original_text;
      const std::size_t offset = OffsetOf(raw.data);
      TextSplitter({raw.data, raw.length}, offset, markup_).Split(node.v.text.text);
      last_ = std::max(last_, offset + raw.length);
    }
    return false;
  }

  void BeginElement(const GumboElement& element) {
    MarkupNode node{MarkupNode::Kind::kBegin, SpanOf(element.original_tag, last_), NameOf(element)};
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      node.attributes.emplace_back(Lowercase(attribute->name), attribute->value);
    }
    last_ = std::max(last_, node.span.end);
    open_.push_back(markup_.size());
    markup_.push_back(std::move(node));
  }

  void EndElement(const GumboElement& element) {
    MarkupNode node{MarkupNode::Kind::kEnd, SpanOf(element.original_end_tag, last_),
                    markup_[open_.back()].value};
    last_ = std::max(last_, node.span.end);
    node.match = open_.back();
    markup_[open_.back()].match = markup_.size();
    open_.pop_back();
    markup_.push_back(std::move(node));
  }

  static std::string NameOf(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    const std::string tag = name.data == nullptr ? "unknown" : Lowercase({name.data, name.length});
    return tag.substr(tag.rfind(':') + 1);
  }

  // The node behind this one and its children; ends the elements that are left.
  const GumboNode* Next(const GumboNode& from, const GumboNode& root) {
    const GumboNode* node = &from;
    while (node != &root) {
      const GumboNode* parent = node->parent;
      const GumboVector* siblings = Children(*parent);
      if (node->index_within_parent + 1 < siblings->length) {
        return static_cast<const GumboNode*>(siblings->data[node->index_within_parent + 1]);
      }
      if (IsElement(*parent)) EndElement(parent->v.element);
      node = parent;
    }
    return nullptr;
  }

  std::string_view text_;
  Markup markup_;
  std::vector<std::size_t> open_;
  std::size_t last_ = 0;  // where the last tag or text ended
};

}  // namespace

Markup ParseHtmlMarkup(std::string_view text, const std::string& name) {
  if (text.size() > kMostBytes) throw Error(Place{name}, "this file is too large for HTML");
  CheckTags(text, name);
  CheckAttributes(text, name);
  CheckDepth(text, name);
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
  return InSourceOrder(Flattener(text).Flatten(*output->document));
}

}  // namespace fullcast
