#include "book/markup/markup_rules.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "book/footnotes.h"
#include "book/markup/raised_numbers.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 37> kBlockTags = {
    "html",   "body",       "div",     "p",     "section", "article", "header",  "footer",
    "main",   "aside",      "nav",     "ul",    "ol",      "li",      "dl",      "dt",
    "dd",     "table",      "thead",   "tbody", "tfoot",   "tr",      "caption", "blockquote",
    "figure", "figcaption", "pre",     "hr",    "center",  "address", "hgroup",  "fieldset",
    "form",   "details",    "summary", "title", "head"};

// Elements that hold nothing to be read.
constexpr std::array<std::string_view, 17> kSilentTags = {
    "head",   "script", "style", "template", "object", "iframe", "audio", "video",   "canvas",
    "button", "select", "svg",   "math",     "rt",     "rp",     "input", "textarea"};

// Words of epub:type and of a guide; DPUB-ARIA's roles are the same behind "doc-".
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kSkippedTypes = {
    {{"toc", "contents"},          {"toc-brief", "contents"},
     {"landmarks", "contents"},    {"page-list", "page numbers"},
     {"pagelist", "page numbers"}, {"loi", "list of illustrations"},
     {"lot", "list of tables"},    {"loa", "contents"},
     {"lov", "contents"},          {"index", "index"},
     {"imprint", "imprint"},       {"copyright-page", "imprint"},
     {"copyright", "imprint"},     {"imprimatur", "imprint"},
     {"other-credits", "imprint"}, {"colophon", "colophon"},
     {"cover", "cover"},           {"titlepage", "title page"},
     {"title-page", "title page"}, {"halftitlepage", "title page"},
     {"halftitle", "title page"},  {"footnote", "footnote"},
     {"footnotes", "footnote"},    {"endnote", "footnote"},
     {"endnotes", "footnote"},     {"rearnote", "footnote"},
     {"rearnotes", "footnote"},    {"note", "footnote"},
     {"notes", "footnote"},        {"annotation", "annotation"}}};

// Sections inside skipped ones that are read all the same.
constexpr std::array<std::string_view, 4> kReadTypes = {"epigraph", "dedication", "doc-epigraph",
                                                        "doc-dedication"};

// Class names (whole words) of what is not read.
constexpr std::array<std::string_view, 19> kSilentClasses = {
    "pagenum",     "pageno",      "page-number", "pagenumber",   "pagebreak",
    "page-break",  "pgnum",       "lnum",        "linenum",      "linenumber",
    "line-number", "noteref",     "fnref",       "footnote-ref", "footnoteref",
    "fnanchor",    "endnote-ref", "note-ref",    "ncx-only"};
constexpr std::array<std::string_view, 6> kFootnoteClasses = {"footnote", "footnotes", "endnote",
                                                              "endnotes", "fnote",     "rearnote"};
constexpr std::array<std::string_view, 6> kTranscriberClasses = {
    "transnote", "tnote", "trans-note", "transcriber-note", "transcribers-note", "tn"};
constexpr std::array<std::string_view, 15> kNavigationClasses = {
    "share",       "sharing",     "social",      "sharedaddy", "addtoany",
    "navigation",  "navbar",      "nav-links",   "sidebar",    "breadcrumb",
    "breadcrumbs", "site-header", "site-footer", "entry-meta", "post-meta"};
constexpr std::array<std::string_view, 13> kVerseWords = {
    "poem",         "poetry",           "verse",       "stanza",     "linegroup",
    "line-group",   "z3998:poem",       "z3998:verse", "z3998:song", "z3998:hymn",
    "z3998:lyrics", "poetry-container", "lg"};

bool IsOneOf(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool HasOneOf(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return HasWord(text, word); });
}

bool IsNoteReference(const Markup& markup, std::size_t begin) {
  const MarkupNode& node = markup[begin];
  if (node.value != "a") return false;
  const std::string_view types = node.Attribute("epub:type");
  if (HasWord(types, "noteref") || HasWord(node.Attribute("role"), "doc-noteref") ||
      HasWord(types, "backlink") || HasWord(node.Attribute("role"), "doc-backlink")) {
    return true;
  }
  const bool link = node.Attribute("href").find('#') != std::string_view::npos;
  return link && IsNoteMark(TextInside(markup, begin));
}

// The style attribute in lower case, without spaces.
std::string InlineStyle(const MarkupNode& node) {
  std::string style = Lowercase(node.Attribute("style"));
  std::erase(style, ' ');
  return style;
}

bool IsHidden(const MarkupNode& node) {
  const std::string style = InlineStyle(node);
  bool hidden = style.find("display:none") != std::string::npos ||
                style.find("visibility:hidden") != std::string::npos;
  for (const auto& [key, value] : node.attributes) hidden = hidden || key == "hidden";
  return hidden || node.Attribute("aria-hidden") == "true";
}

bool IsBold(const MarkupNode& node) {
  const std::string style = InlineStyle(node);
  return node.value == "b" || node.value == "strong" || HasWord(node.Attribute("class"), "bold") ||
         style.find("font-weight:bold") != std::string::npos;
}

bool IsLinkInside(const MarkupNode& node) {
  const std::string_view target = node.Attribute("href");
  return node.value == "a" && !target.empty() && target.find(':') == std::string_view::npos;
}

bool IsPageNumber(const MarkupNode& node) {
  return HasWord(node.Attribute("epub:type"), "pagebreak") ||
         HasWord(node.Attribute("role"), "doc-pagebreak");
}

std::string SkipReasonOf(const MarkupNode& node) {
  if (node.value == "nav") return "contents";
  if (node.Attribute("role") == "navigation") return "navigation";
  const std::string_view types = node.Attribute("epub:type");
  const std::string_view role = node.Attribute("role");
  if (std::string reason = SkipReasonOfType(types); !reason.empty()) return reason;
  if (role.starts_with("doc-")) {
    if (std::string reason = SkipReasonOfType(role.substr(4)); !reason.empty()) return reason;
  }
  if (IsHidden(node)) return "hidden text";
  const std::string_view classes = node.Attribute("class");
  if (HasWord(classes, "pg-boilerplate") || node.Attribute("id") == "pg-header" ||
      node.Attribute("id") == "pg-footer") {
    return "Project Gutenberg";
  }
  if (node.Attribute("id") == "title-block-header") return "title page";  // pandoc's
  if (HasOneOf(classes, kTranscriberClasses)) return "transcriber's note";
  if (HasOneOf(classes, kFootnoteClasses)) return "footnote";
  if (HasOneOf(classes, kNavigationClasses)) return "navigation";
  if (Lowercase(classes).starts_with("msotoc")) return "contents";
  if (HasWord(classes, "toc") && node.value != "a" && node.value != "h2") return "contents";
  return {};
}

void TakeKind(const MarkupNode& node, MarkupStyle& style) {
  const std::string_view name = node.value;
  if (name == "blockquote") style.kind = BlockKind::kQuote;
  if (name == "li" || name == "dd" || name == "dt") style.kind = BlockKind::kListItem;
  if (name == "figcaption" || name == "caption") style.kind = BlockKind::kCaption;
  if (HasWord(node.Attribute("class"), "caption")) style.kind = BlockKind::kCaption;
  if (name == "pre") style.preformatted = true;
  if (HasOneOf(node.Attribute("epub:type"), kVerseWords) ||
      HasOneOf(node.Attribute("class"), kVerseWords)) {
    style.verse = true;
  }
}

bool IsCode(const Markup& markup, std::size_t begin) {
  const MarkupNode& node = markup[begin];
  if (node.value != "pre") return false;
  const std::string_view classes = node.Attribute("class");
  if (HasWord(classes, "programlisting") || HasWord(classes, "code")) return true;
  return FindElement(markup, "code", begin, node.match) < node.match;
}

}  // namespace

std::string SkipReasonOfType(std::string_view types) {
  for (const auto& [type, reason] : kSkippedTypes) {
    if (HasWord(types, type)) return std::string(reason);
  }
  return {};
}

MarkupStyle StyleInside(const Markup& markup, std::size_t begin, MarkupStyle outer) {
  const MarkupNode& node = markup[begin];
  MarkupStyle style = std::move(outer);
  if (style.silent) return style;
  if (IsOneOf(kSilentTags, node.value) || IsPageNumber(node) || IsNoteReference(markup, begin) ||
      IsRaisedNoteMark(markup, begin) || HasOneOf(node.Attribute("class"), kSilentClasses)) {
    style.silent = true;
    return style;
  }
  const bool root = node.value == "html" || node.value == "body";
  const std::string_view language =
      node.Attribute("xml:lang").empty() ? node.Attribute("lang") : node.Attribute("xml:lang");
  if (!language.empty() && !root) style.language = language;
  style.bold = style.bold || IsBold(node);
  style.raised = node.value == "sup";
  style.link = style.link || IsLinkInside(node);
  TakeKind(node, style);
  if (HasOneOf(node.Attribute("epub:type"), kReadTypes) ||
      HasOneOf(node.Attribute("role"), kReadTypes)) {
    style.skip.clear();
    style.front = true;
  }
  if (std::string reason = IsCode(markup, begin) ? "code" : SkipReasonOf(node); !reason.empty()) {
    if (style.skip.empty()) style.skip = std::move(reason);
  }
  if (style.skip == kFootnoteReason) style.kind = BlockKind::kFootnote;
  return style;
}

std::string_view NoteTarget(const Markup& markup, std::size_t begin) {
  const std::size_t link = FindElement(markup, "a", begin, markup[begin].match);
  if (link == markup[begin].match || !IsNoteReference(markup, link)) return {};
  const std::string_view target = markup[link].Attribute("href");
  return target.find('#') == std::string_view::npos ? std::string_view() : target;
}

bool IsBlockTag(std::string_view name) {
  return IsOneOf(kBlockTags, name) || HeadingLevel(name) > 0;
}

int HeadingLevel(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

bool IsEmphasis(const MarkupNode& node) {
  const std::string_view name = node.value;
  if (name == "em" || name == "strong") return true;
  const bool set_off = name == "i" || name == "b" || name == "emphasis";
  return set_off && node.Attribute("epub:type").empty() && node.Attribute("xml:lang").empty() &&
         node.Attribute("lang").empty();
}

}  // namespace fullcast
