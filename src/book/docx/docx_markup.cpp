#include "book/docx/docx_markup.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;
using Attributes = std::vector<std::pair<std::string, std::string>>;

// What holds no text of the document as it is now: deletions, the same thing again for older
// programs, properties, commands of fields, pictures' data.
constexpr std::array<std::string_view, 9> kDropped = {
    "del", "movefrom", "fallback", "instrtext", "deltext", "ppr", "rpr", "sectpr", "rt"};

bool IsDropped(std::string_view name) {
  return std::find(kDropped.begin(), kDropped.end(), name) != kDropped.end();
}

std::string_view PrimaryLanguage(std::string_view language) {
  return language.substr(0, language.find('-'));
}

class Translator {
 public:
  Translator(const Markup& docx, DocxPart part, const DocxStyles& styles, const DocxNames& names)
      : docx_(docx), part_(part), styles_(styles), names_(names) {}

  Markup Translate() {
    for (std::size_t i = 0; i < docx_.size(); ++i) {
      const MarkupNode& node = docx_[i];
      if (node.kind == Kind::kText) {
        if (text_ > 0) html_.push_back(node);
      } else if (node.kind == Kind::kEnd) {
        if (node.value == "t") --text_;
        End(node);
      } else if (IsDropped(node.value) || IsHiddenRun(i) || IsSeparator(i)) {
        i = node.match;
      } else if (!AddCharacter(node)) {
        if (node.value == "t") ++text_;
        Begin(i);
      } else {
        i = node.match;
      }
    }
    return std::move(html_);
  }

 private:
  void Begin(std::size_t i) {
    const MarkupNode& docx = docx_[i];
    if (docx.value == "p" && initial_end_ > 0) {
      initial_end_ = 0;  // it has begun with its initial
      return;
    }
    MarkupNode node{Kind::kBegin, docx.span, "span"};
    if (docx.value == "document") node.value = "html";
    if (docx.value == "body") node.value = "body";
    if (docx.value == "tbl") node.value = "table";
    if (docx.value == "tr") node.value = "tr";
    if (docx.value == "tc") node.value = IsOneParagraph(i) ? "td" : "div";
    if (docx.value == "p") BeginParagraph(BehindInitial(i), node);
    if (docx.value == "r" && IsEmphasised(i)) {
      node.value = HasProperty(docx_, i, "rpr", "b") ? "b" : "em";
    }
    if (docx.value == "footnote" || docx.value == "endnote") {
      node.value = "aside";
      node.attributes = {{"epub:type", "footnote"}, {"id", NoteAnchor(docx.Attribute("id"))}};
    }
    if (docx.value == "footnotereference" || docx.value == "endnotereference") {
      const std::string& file =
          docx.value == "footnotereference" ? names_.footnotes_file : names_.endnotes_file;
      node.value = "a";
      node.attributes = {{"epub:type", "noteref"},
                         {"href", '/' + file + '#' + NoteAnchor(docx.Attribute("id"))}};
    }
    open_.push_back(html_.size());
    html_.push_back(std::move(node));
  }

  void End(MarkupNode node) {
    if (initial_end_ > 0 && docx_[initial_end_].match == node.match) return;
    node.match = open_.back();
    open_.pop_back();
    node.value = html_[node.match].value;
    html_[node.match].match = html_.size();
    html_.push_back(std::move(node));
  }

  void BeginParagraph(std::size_t i, MarkupNode& node) {
    const DocxStyle style = styles_.Find(PropertyValue(docx_, i, "ppr", "pstyle"));
    node.value = "p";
    int level = style.outline_level;
    const std::string_view outline = PropertyValue(docx_, i, "ppr", "outlinelvl");
    if (outline.size() == 1 && outline[0] >= '0' && outline[0] <= '8') level = outline[0] - '0' + 1;
    if (level > 0) node.value = "h" + std::to_string(std::min(level, 6));
    if (level == 0 && HasProperty(docx_, i, "ppr", "numpr")) node.value = "li";
    if (style.name == "quote" || style.name == "intense quote" || style.name == "block text") {
      node.value = "blockquote";
    }
    if (style.name == "caption") node.value = "figcaption";
    if (style.name.starts_with("toc ")) node.attributes.emplace_back("epub:type", "toc");
    if (style.name == "title" || style.name == "subtitle") {
      node.attributes.emplace_back("epub:type", "titlepage");
    }
    if (in_cell_ == docx_[i].match) node.value = "span";
    const std::string language = LanguageOf(i);
    if (!language.empty()) node.attributes.emplace_back("xml:lang", language);
  }

  // A dropped initial is a paragraph of its own in a frame: the one that it begins, or `i`.
  std::size_t BehindInitial(std::size_t i) {
    const std::string_view initial = PropertyValue(docx_, i, "ppr", "framepr", "dropcap");
    if (initial != "drop" && initial != "margin") return i;
    std::size_t next = docx_[i].match + 1;
    while (docx_[next].kind == Kind::kText || docx_[next].value.starts_with("bookmark")) ++next;
    if (docx_[next].kind != Kind::kBegin || docx_[next].value != "p") return i;
    initial_end_ = docx_[i].match;
    return next;
  }

  // Word marks the language of words by guess; only of whole paragraphs it is to be believed.
  [[nodiscard]] std::string LanguageOf(std::size_t paragraph) const {
    std::string_view language;
    for (std::size_t i = paragraph + 1; i < docx_[paragraph].match; ++i) {
      if (docx_[i].kind == Kind::kBegin && docx_[i].value == "p") return {};
      if (docx_[i].kind != Kind::kBegin || docx_[i].value != "r") continue;
      const std::size_t run = i;
      i = docx_[run].match;
      if (FindElement(docx_, "t", run, i) == i) continue;
      const std::string_view of_run = PropertyValue(docx_, run, "rpr", "lang");
      if (of_run.empty() || (!language.empty() && of_run != language)) return {};
      language = of_run;
    }
    const bool foreign = PrimaryLanguage(language) != PrimaryLanguage(names_.language);
    return foreign ? std::string(language) : std::string();
  }

  // A cell of one paragraph is read in its row.
  bool IsOneParagraph(std::size_t cell) {
    std::size_t paragraph = 0;
    in_cell_ = 0;
    for (std::size_t i = cell + 1; i < docx_[cell].match; ++i) {
      const MarkupNode& node = docx_[i];
      if (node.kind != Kind::kBegin) continue;
      if (node.value == "tbl" || node.value == "tc") return false;
      if (node.value != "p") continue;
      if (paragraph != 0) return false;
      paragraph = node.match;
    }
    in_cell_ = paragraph;
    return paragraph != 0;
  }

  [[nodiscard]] bool IsEmphasised(std::size_t run) const {
    return HasProperty(docx_, run, "rpr", "i") || HasProperty(docx_, run, "rpr", "b") ||
           styles_.Find(PropertyValue(docx_, run, "rpr", "rstyle")).emphasis;
  }

  [[nodiscard]] bool IsHiddenRun(std::size_t i) const {
    return docx_[i].value == "r" && (HasProperty(docx_, i, "rpr", "vanish") ||
                                     styles_.Find(PropertyValue(docx_, i, "rpr", "rstyle")).hidden);
  }

  // The line above the notes of a page.
  [[nodiscard]] bool IsSeparator(std::size_t i) const {
    const MarkupNode& node = docx_[i];
    const bool note = node.value == "footnote" || node.value == "endnote";
    return note && part_ != DocxPart::kText && !node.Attribute("type").empty() &&
           node.Attribute("type") != "normal";
  }

  // Elements that stand for characters, or for a line's end.
  bool AddCharacter(const MarkupNode& node) {
    if (node.value == "br" || node.value == "cr") {
      const std::string_view type = node.Attribute("type");
      if (type == "page" || type == "column") return AddText(node.span, " ");
      html_.push_back({Kind::kBegin, node.span, "br", {}, html_.size() + 1});
      html_.push_back({Kind::kEnd, {node.span.end, node.span.end}, "br", {}, html_.size() - 1});
      return true;
    }
    if (node.value == "tab" || node.value == "ptab") return AddText(node.span, " ");
    if (node.value == "nobreakhyphen") return AddText(node.span, "-");
    return node.value == "softhyphen" || node.value == "footnoteref" ||
           node.value == "endnoteref" || node.value == "sym";
  }

  bool AddText(Span span, std::string text) {
    html_.push_back({Kind::kText, span, std::move(text)});
    return true;
  }

  const Markup& docx_;
  DocxPart part_;
  const DocxStyles& styles_;
  const DocxNames& names_;
  Markup html_;
  std::vector<std::size_t> open_;  // in html_
  int text_ = 0;                   // inside how many <w:t>
  std::size_t in_cell_ = 0;        // where the paragraph of a row's cell ends
  std::size_t initial_end_ = 0;    // where the paragraph ends whose text goes on in the next; or 0
};

}  // namespace

std::string NoteAnchor(std::string_view id) { return "note-" + std::string(id); }

Markup TranslateDocx(const Markup& docx, DocxPart part, const DocxStyles& styles,
                     const DocxNames& names) {
  return Translator(docx, part, styles, names).Translate();
}

}  // namespace fullcast
