#include "book/fb2/fb2_markup.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "book/headings/scene_break.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;
using Attributes = std::vector<std::pair<std::string, std::string>>;

// Elements whose meaning needs no more than another name and a class.
struct Meaning {
  std::string_view fb2;
  std::string_view html;
  std::string_view type;  // epub:type
};
constexpr std::array<Meaning, 14> kMeanings = {{{"fictionbook", "html", ""},
                                                {"description", "head", ""},
                                                {"stylesheet", "head", ""},
                                                {"binary", "head", ""},
                                                {"image", "object", ""},
                                                {"epigraph", "blockquote", "epigraph"},
                                                {"cite", "blockquote", ""},
                                                {"annotation", "blockquote", ""},
                                                {"text-author", "p", ""},
                                                {"poem", "div", "z3998:poem"},
                                                {"stanza", "div", "z3998:poem"},
                                                {"v", "p", ""},
                                                {"emphasis", "em", ""},
                                                {"style", "span", ""}}};

// A number, a sign: "12", "[3]", "*", "Note 4".
bool IsLabel(std::string_view title) {
  constexpr std::size_t kLongest = 12;
  return title.size() <= kLongest && title.find_first_of("0123456789*[") != std::string_view::npos;
}

class Translator {
 public:
  Translator(const Markup& fb2, std::string file) : fb2_(fb2), file_(std::move(file)) {}

  Fb2Document Translate() {
    const bool breaks = EmptyLinesAreBreaks();
    for (std::size_t i = 0; i < fb2_.size(); ++i) {
      const MarkupNode& node = fb2_[i];
      if (node.kind == Kind::kText) {
        html_.push_back(node);
      } else if (node.kind == Kind::kEnd) {
        End(node);
      } else if (node.value == "empty-line") {
        if (breaks && IsBetweenParagraphs(i)) AddRule(node.span);
        i = node.match;
      } else {
        Begin(i);
      }
    }
    return {std::move(html_), std::move(contents_)};
  }

 private:
  void Begin(std::size_t i) {
    MarkupNode node = fb2_[i];
    const std::string parent = parents_.empty() ? "" : parents_.back();
    parents_.push_back(node.value);
    if (node.value == "body") {
      BeginBody(node);
    } else if (node.value == "section") {
      BeginSection(i, node);
    } else if (node.value == "title") {
      BeginTitle(i, node);
    } else if (node.value == "subtitle") {
      node.value = IsSceneBreak(TextInside(fb2_, i)) ? "p" : HeadingTag(depth_ + 2);
    } else if (node.value == "p" && parent == "title" && titles_are_headings_) {
      node.value = HeadingTag(depth_ + 1);
    } else if (node.value == "a" && node.Attribute("type") == "note") {
      node.attributes.emplace_back("epub:type", "noteref");
    } else {
      Rename(node);
    }
    open_.push_back(html_.size());
    html_.push_back(std::move(node));
  }

  void End(MarkupNode node) {
    const MarkupNode& begin = fb2_[node.match];
    if (begin.value == "section") {
      if (in_notes_ && note_depth_ > 0) --note_depth_;
      if (!in_notes_ && depth_ > 0) --depth_;
    }
    parents_.pop_back();
    node.match = open_.back();
    open_.pop_back();
    node.value = html_[node.match].value;
    html_[node.match].match = html_.size();
    html_.push_back(std::move(node));
  }

  void BeginBody(MarkupNode& node) {
    const std::string name = Lowercase(node.Attribute("name"));
    in_notes_ = name == "notes" || name == "comments" || name == "footnotes";
    depth_ = 0;
    node.value = "div";
    if (in_notes_) node.attributes.emplace_back("epub:type", "footnotes");
  }

  void BeginSection(std::size_t i, MarkupNode& node) {
    if (in_notes_) {
      ++note_depth_;
      return;
    }
    ++depth_;
    const std::size_t title = TitleOf(i);
    if (title == node.match) {
      if (Neighbour(i, -1) != "section") return;
      AddRule(node.span);
      node.span.begin = node.span.end;
      return;
    }
    const std::string text = TextInside(fb2_, title);
    if (text.empty()) return;
    AddContents(node, text, depth_);
  }

  void AddContents(MarkupNode& node, const std::string& title, int level) {
    std::string id(node.Attribute("id"));
    if (id.empty()) {
      id = "section " + std::to_string(contents_.size() + 1);  // no XML id has a space
      node.attributes.emplace_back("id", id);
    }
    contents_.push_back({title, level, file_, id});
  }

  // The title of a note is its label; all paragraphs of any other are one heading.
  void BeginTitle(std::size_t i, MarkupNode& node) {
    titles_are_headings_ = !in_notes_ || note_depth_ == 0;
    if (titles_are_headings_) {
      node.value = "hgroup";
    } else if (IsLabel(TextInside(fb2_, i))) {
      node.value = "object";
    } else {
      node.value = "div";
    }
  }

  static std::string HeadingTag(int level) { return "h" + std::to_string(std::min(level, 6)); }

  static void Rename(MarkupNode& node) {
    const auto* const meaning =
        std::find_if(kMeanings.begin(), kMeanings.end(),
                     [&](const Meaning& one) { return one.fb2 == node.value; });
    if (meaning == kMeanings.end()) return;
    node.value = meaning->html;
    if (!meaning->type.empty()) node.attributes.emplace_back("epub:type", meaning->type);
  }

  // The title among the children that come before any text, or the section's end.
  [[nodiscard]] std::size_t TitleOf(std::size_t section) const {
    for (std::size_t i = section + 1; i < fb2_[section].match; ++i) {
      if (fb2_[i].kind != Kind::kBegin) continue;
      if (fb2_[i].value == "title") return i;
      if (fb2_[i].value != "image" && fb2_[i].value != "epigraph") break;
      i = fb2_[i].match;
    }
    return fb2_[section].match;
  }

  // The name of the element that ends before node i or begins behind it, "" where there is none.
  [[nodiscard]] std::string_view Neighbour(std::size_t i, int step) const {
    std::size_t at = step < 0 ? i : fb2_[i].match;
    for (;;) {
      if ((step < 0 && at == 0) || (step > 0 && at + 1 >= fb2_.size())) return {};
      at = step < 0 ? at - 1 : at + 1;
      if (fb2_[at].kind != Kind::kText) break;
    }
    return fb2_[at].kind == (step < 0 ? Kind::kEnd : Kind::kBegin) ? fb2_[at].value
                                                                   : std::string_view();
  }

  [[nodiscard]] bool IsBetweenParagraphs(std::size_t i) const {
    return Neighbour(i, -1) == "p" && Neighbour(i, 1) == "p";
  }

  // Some converters put an empty line behind every paragraph.
  [[nodiscard]] bool EmptyLinesAreBreaks() const {
    constexpr std::size_t kParagraphsToABreak = 4;
    std::size_t breaks = 0;
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < fb2_.size(); ++i) {
      if (fb2_[i].kind != Kind::kBegin) continue;
      if (fb2_[i].value == "p") ++paragraphs;
      if (fb2_[i].value == "empty-line" && IsBetweenParagraphs(i)) ++breaks;
    }
    return breaks <= 1 || breaks * kParagraphsToABreak <= paragraphs;
  }

  void AddRule(Span span) {
    html_.push_back({Kind::kBegin, span, "hr", {}, html_.size() + 1});
    html_.push_back({Kind::kEnd, {span.end, span.end}, "hr", {}, html_.size() - 1});
  }

  const Markup& fb2_;
  std::string file_;
  Markup html_;
  std::vector<ContentsEntry> contents_;
  std::vector<std::size_t> open_;     // in html_
  std::vector<std::string> parents_;  // names in FB2
  int depth_ = 0;                     // sections around
  int note_depth_ = 0;                // ... in the body of notes
  bool in_notes_ = false;
  bool titles_are_headings_ = true;
};

}  // namespace

Fb2Document TranslateFb2(const Markup& fb2, const std::string& file) {
  return Translator(fb2, file).Translate();
}

}  // namespace fullcast
