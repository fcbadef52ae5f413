#include "publish/marked_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "core/xml.h"
#include "publish/text_edits.h"

namespace fullcast {

namespace {

constexpr auto kNone = static_cast<std::size_t>(-1);

// A stretch of text without white space.
struct Run {
  Span place;
  std::size_t element = 0;
  bool whole = false;  // its bytes are an entity and can't be parted
  std::string letter;  // ... which stands for this
};

struct Element {
  std::string name;  // without prefix
  std::size_t parent = kNone;
  Span begin_tag;
  Span end_tag;
  std::size_t first_run = 0;
  std::size_t last_run = 0;  // one behind
  std::size_t name_end = 0;  // in the page: where an attribute may be put in
  std::string id;
  std::size_t foreign = kNone;  // the outermost element of SVG or MathML around it, or itself
};

// Phrasing content of HTML, as far as a span may hold it.
bool IsInline(std::string_view name) {
  constexpr std::array<std::string_view, 43> kNames = {
      "a",     "abbr", "acronym", "audio", "b",     "bdi",  "bdo",    "big",    "br",
      "cite",  "code", "data",    "del",   "dfn",   "em",   "font",   "i",      "img",
      "input", "ins",  "kbd",     "label", "mark",  "math", "meter",  "object", "picture",
      "q",     "ruby", "s",       "samp",  "small", "span", "strike", "strong", "sub",
      "sup",   "svg",  "time",    "tt",    "u",     "var",  "wbr"};
  return std::binary_search(kNames.begin(), kNames.end(), name);
}

bool IsRubyPart(std::string_view name) {
  return name == "rt" || name == "rp" || name == "rb" || name == "rtc";
}

// The elements of a page and the text in them.
class PageTree final : public XmlHandler {
 public:
  PageTree(const std::string& page, const EntityResolver& resolve)
      : page_(page), resolve_(resolve) {}

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    Element element;
    element.name = XmlLocalName(name);
    element.parent = open_.empty() ? kNone : open_.back();
    element.begin_tag = place;
    element.name_end = place.begin + 1 + name.size();
    element.first_run = runs_.size();
    for (const XmlAttribute& attribute : attributes) {
      if (attribute.name == "id") element.id = attribute.value;
    }
    if (element.parent != kNone) element.foreign = elements_[element.parent].foreign;
    const std::size_t number = elements_.size();
    if (element.foreign == kNone && (element.name == "svg" || element.name == "math")) {
      element.foreign = number;
    }
    if (element.parent == kNone) prefix_ = name.substr(0, name.size() - element.name.size());
    const bool in_line = IsInline(element.name) || IsRubyPart(element.name);
    if (!in_line && element.foreign == kNone) blocks_.push_back(place.begin);
    open_.push_back(number);
    elements_.push_back(std::move(element));
  }

  void End(std::string_view /*name*/, Span place) override {
    Element& element = elements_[open_.back()];
    element.end_tag = place;
    element.last_run = runs_.size();
    open_.pop_back();
  }

  void Text(std::string_view text, Span place) override {
    if (text == "\n") return;  // which may be two bytes, and comes alone
    const std::size_t bytes = place.end - place.begin;
    const bool is_reference = bytes != text.size() && page_[place.begin] == '&';
    if (is_reference) return AddWhole(text, place);
    // As long as in UTF-8, or in an encoding in which each character is a byte.
    const bool utf8 = bytes == text.size();
    std::size_t at = place.begin;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      const bool space = IsSpace(NextCodePoint(text, i));
      const std::size_t end = at + (utf8 ? i - begin : 1);
      if (!space) AddLetter({at, end});
      at = end;
    }
    if (at != place.end) throw Error("its encoding is none in which ids can be put in");
  }

  void Entity(std::string_view name, Span place) override {
    AddWhole(resolve_ ? resolve_(fmt::format("&{};", name)) : "?", place);
  }

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] std::vector<Element>& elements() { return elements_; }
  [[nodiscard]] const std::string& prefix() const { return prefix_; }

  // Whether an element that is no phrasing content begins in there.
  [[nodiscard]] bool HoldsBlock(std::size_t begin, std::size_t end) const {
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), begin);
    return first != blocks_.end() && *first < end;
  }

 private:
  void AddLetter(Span place) {
    const bool goes_on = !runs_.empty() && runs_.back().place.end == place.begin &&
                         runs_.back().element == open_.back() && !runs_.back().whole;
    if (goes_on) {
      runs_.back().place.end = place.end;
    } else {
      runs_.push_back({place, open_.back(), false, {}});
    }
  }

  void AddWhole(std::string_view text, Span place) {
    std::size_t first = 0;
    if (text.empty() || IsSpace(NextCodePoint(text, first))) return;
    runs_.push_back({place, open_.back(), true, std::string(text)});
  }

  const std::string& page_;
  const EntityResolver& resolve_;
  std::vector<Run> runs_;
  std::vector<Element> elements_;
  std::vector<std::size_t> open_;
  std::vector<std::size_t> blocks_;  // where they begin
  std::string prefix_;               // of XHTML's names: "h:" or nothing
};

// A part of a stretch, before it has an id.
struct Part {
  Span place;                   // what a span is to hold
  std::size_t element = kNone;  // that holds just this; none: a span is put in
  std::size_t container = kNone;
  std::size_t first_run = 0;
  std::size_t last_run = 0;  // one behind
};

class Marker {
 public:
  Marker(const std::string& page, const std::string& name, const EntityResolver& resolve)
      : page_(page), tree_(page, resolve) {
    ParseXml(page, name, tree_);
    while (page_.find(prefix_) != std::string::npos) prefix_ += "x-";
  }

  MarkedPage Mark(std::span<const Span> stretches) {
    for (std::size_t i = 0; i < stretches.size(); ++i) MarkStretch(i, stretches[i]);
    return std::move(marked_);
  }

  void Link(const std::string& style) {
    for (const Element& element : tree_.elements()) {
      if (element.name != "head" || element.end_tag.begin == element.begin_tag.begin) continue;
      const std::string& head_prefix = tree_.prefix();
      edits_.push_back({element.end_tag.begin, false,
                        fmt::format("<{}link rel=\"stylesheet\" type=\"text/css\" href=\"{}\"/>",
                                    head_prefix, style)});
      return;
    }
    throw Error("it has no head");
  }

  std::string Apply() {
    std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) {
      return std::pair(a.at, a.opens) < std::pair(b.at, b.opens);
    });
    std::vector<TextEdit> edits;
    for (Edit& edit : edits_) edits.push_back({{edit.at, edit.at}, std::move(edit.text)});
    return ApplyEdits(page_, edits);
  }

 private:
  struct Edit {
    std::size_t at = 0;
    bool opens = false;
    std::string text;
  };

  [[nodiscard]] const Run& RunAt(std::size_t run) const { return tree_.runs()[run]; }

  [[nodiscard]] bool IsCovered(const Element& element, Span stretch) const {
    return element.first_run < element.last_run &&
           RunAt(element.first_run).place.begin >= stretch.begin &&
           RunAt(element.last_run - 1).place.end <= stretch.end;
  }

  // What the text is highlighted with: the highest element of a line that is covered, or the run.
  Part UnitAt(std::size_t run, Span stretch) {
    const Span place = RunAt(run).place;
    const bool whole = RunAt(run).whole;
    std::size_t top = tree_.elements()[RunAt(run).element].foreign;
    std::size_t at = top == kNone ? RunAt(run).element : tree_.elements()[top].parent;
    for (; at != kNone; at = tree_.elements()[at].parent) {
      const Element& element = tree_.elements()[at];
      if (!IsCovered(element, stretch)) break;
      if (IsInline(element.name) &&
          !tree_.HoldsBlock(element.begin_tag.end, element.end_tag.begin)) {
        top = at;
      } else if (!IsRubyPart(element.name)) {
        break;
      }
    }
    if (top == kNone) {
      const Span cut{whole ? place.begin : std::max(place.begin, stretch.begin),
                     whole ? place.end : std::min(place.end, stretch.end)};
      return {cut, kNone, RunAt(run).element, run, run + 1};
    }
    const Element& element = tree_.elements()[top];
    return {{element.begin_tag.begin, element.end_tag.end},
            top,
            element.parent,
            run,
            std::max(element.last_run, run + 1)};
  }

  std::vector<Part> PartsOf(Span stretch) {
    const auto& runs = tree_.runs();
    const auto first =
        std::upper_bound(runs.begin(), runs.end(), stretch.begin,
                         [](std::size_t at, const Run& run) { return at < run.place.end; });
    std::vector<Part> parts;
    auto run = static_cast<std::size_t>(first - runs.begin());
    while (run < runs.size() && runs[run].place.begin < stretch.end) {
      const Part unit = UnitAt(run, stretch);
      run = unit.last_run;
      const bool goes_on = !parts.empty() && parts.back().container == unit.container &&
                           tree_.elements()[unit.container].name != "ruby" &&
                           !tree_.HoldsBlock(parts.back().place.end, unit.place.begin);
      if (!goes_on) {
        parts.push_back(unit);
        continue;
      }
      parts.back().place.end = unit.place.end;
      parts.back().last_run = unit.last_run;
      parts.back().element = kNone;
    }
    return parts;
  }

  void MarkStretch(std::size_t number, Span stretch) {
    std::string& text = marked_.texts.emplace_back();
    std::size_t letters = 0;
    for (Part& part : PartsOf(stretch)) {
      const Element& container = tree_.elements()[part.container];
      const bool fills = container.first_run == part.first_run &&
                         container.last_run == part.last_run && IsCovered(container, stretch);
      if (fills && container.name != "body" && container.name != "html") {
        part.element = part.container;
      }
      marked_.parts.push_back({number, IdOf(part), letters});
      letters += AddText(part, stretch, text);
    }
  }

  // Returns how many letters it has.
  std::size_t AddText(const Part& part, Span stretch, std::string& text) const {
    const std::size_t before = text.size();
    for (std::size_t i = part.first_run; i < part.last_run; ++i) {
      const Run& run = RunAt(i);
      if (run.whole) {
        text += run.letter;
        continue;
      }
      const std::size_t begin = std::max(run.place.begin, stretch.begin);
      const std::size_t end = std::min(run.place.end, stretch.end);
      if (end > begin) text.append(page_, begin, end - begin);
    }
    std::size_t letters = 0;
    for (std::size_t at = before; at < text.size(); ++letters) NextCodePoint(text, at);
    return letters;
  }

  std::string IdOf(const Part& part) {
    if (part.element == kNone) {
      std::string id = NextId();
      const std::string& prefix = tree_.prefix();
      edits_.push_back({part.place.begin, true, fmt::format("<{}span id=\"{}\">", prefix, id)});
      edits_.push_back({part.place.end, false, fmt::format("</{}span>", prefix)});
      return id;
    }
    Element& element = tree_.elements()[part.element];
    if (element.id.empty()) {
      element.id = NextId();
      edits_.push_back({element.name_end, true, fmt::format(" id=\"{}\"", element.id)});
    }
    return element.id;
  }

  std::string NextId() { return prefix_ + std::to_string(++ids_); }

  const std::string& page_;
  PageTree tree_;
  std::string prefix_ = "heard-";
  std::size_t ids_ = 0;
  std::vector<Edit> edits_;
  MarkedPage marked_;
};

}  // namespace

MarkedPage MarkPage(const std::string& page, const std::string& name,
                    std::span<const Span> stretches, const std::string& style,
                    const EntityResolver& resolve) {
  RefuseUtf16(page, name);
  try {
    Marker marker(page, name, resolve);
    MarkedPage marked = marker.Mark(stretches);
    marker.Link(style);
    marked.bytes = marker.Apply();
    return marked;
  } catch (const Error& error) {
    throw error.Within(name);
  }
}

}  // namespace fullcast
