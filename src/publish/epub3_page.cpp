#include "publish/epub3_page.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <vector>

#include "core/error.h"
#include "core/utf8.h"
#include "core/xml.h"
#include "publish/text_edits.h"

namespace fullcast {

namespace {

constexpr std::string_view kDoctype = "<!DOCTYPE";

// The document type declaration ahead of the first element; comments may stand there, too.
std::optional<Span> FindDoctype(std::string_view page, std::size_t first_element) {
  std::size_t at = 0;
  while (at < first_element) {
    at = page.find('<', at);
    if (at >= first_element) break;
    const std::string_view rest = page.substr(at);
    const std::string_view close = rest.starts_with("<!--") ? "-->" : ">";
    const std::size_t end = page.find(close, at) + close.size();
    if (rest.starts_with(kDoctype)) {
      if (page.substr(at, end - at).find('[') != std::string_view::npos) {
        throw Error("its doctype declares entities of its own");
      }
      return Span{at, end};
    }
    at = end;
  }
  return std::nullopt;
}

// References to characters by number: they are the same in any encoding.
std::string Numbers(std::string_view text) {
  std::string numbers;
  for (std::size_t at = 0; at < text.size();) {
    numbers += fmt::format("&#{};", static_cast<unsigned>(NextCodePoint(text, at)));
  }
  return numbers;
}

class OldPage final : public XmlHandler {
 public:
  OldPage(const std::string& page, const EntityResolver& resolve)
      : page_(page), resolve_(resolve) {}

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    const std::string_view local = XmlLocalName(name);
    if (first_element_ == page_.size()) first_element_ = place.begin;
    if (local == "svg") properties_.insert("svg");
    if (local == "math") properties_.insert("mathml");
    if (local == "script" || local == "form") properties_.insert("scripted");
    if (local == "meta" && TakeHeader(name, attributes, place)) return;
    // Entities in attributes are not told of.
    for (std::size_t at = place.begin; (at = page_.find('&', at)) < place.end;) {
      const std::size_t end = page_.find(';', at) + 1;
      Replace({at, end});
      at = end;
    }
  }

  void End(std::string_view /*name*/, Span place) override {
    if (in_dropped_) edits_.push_back({place, ""});
    in_dropped_ = false;
  }
  void Text(std::string_view /*text*/, Span /*place*/) override {}
  void Entity(std::string_view /*name*/, Span place) override { Replace(place); }

  Epub3Page Take() {
    if (const auto doctype = FindDoctype(page_, first_element_)) {
      edits_.insert(edits_.begin(), {*doctype, "<!DOCTYPE html>"});
    }
    Epub3Page page{ApplyEdits(page_, edits_), {}};
    for (const std::string& property : properties_) {
      page.properties += (page.properties.empty() ? "" : " ") + property;
    }
    return page;
  }

 private:
  // What a meta element tells in place of a server's header. False: it tells none, or one that HTML
  // knows, and stays.
  bool TakeHeader(std::string_view name, std::span<const XmlAttribute> attributes, Span place) {
    std::string header;
    for (const XmlAttribute& attribute : attributes) {
      if (attribute.name == "http-equiv") header = Lowercase(attribute.value);
    }
    for (const char* known :
         {"", "refresh", "default-style", "x-ua-compatible", "content-security-policy"}) {
      if (header == known) return false;
    }
    const bool closed = page_[place.end - 2] == '/';
    const bool stays = header == "content-type";
    edits_.push_back({place, stays ? fmt::format("<{} http-equiv=\"Content-Type\" "
                                                 "content=\"text/html; charset=utf-8\"{}>",
                                                 name, closed ? "/" : "")
                                   : ""});
    in_dropped_ = !stays && !closed;
    return true;
  }

  void Replace(Span reference) {
    const std::string_view text =
        std::string_view(page_).substr(reference.begin, reference.end - reference.begin);
    for (const char* xml : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
      if (text == xml) return;
    }
    if (text.starts_with("&#")) return;
    const std::string character = resolve_(text);
    if (character == text) throw Error(std::string(text) + " stands for no character");
    edits_.push_back({reference, Numbers(character)});
  }

  const std::string& page_;
  const EntityResolver& resolve_;
  std::size_t first_element_ = page_.size();
  std::vector<TextEdit> edits_;
  std::set<std::string> properties_;
  bool in_dropped_ = false;  // an element that is left out
};

}  // namespace

Epub3Page ToEpub3Page(const std::string& page, const std::string& name,
                      const EntityResolver& resolve) {
  RefuseUtf16(page, name);
  OldPage old(page, resolve);
  try {
    ParseXml(page, name, old);
    return old.Take();
  } catch (const Error& error) {
    throw error.Within(name);
  }
}

}  // namespace fullcast
