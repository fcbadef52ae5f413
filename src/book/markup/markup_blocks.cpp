#include "book/markup/markup_blocks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "book/footnotes.h"
#include "book/markup/draft_list.h"
#include "book/markup/joined_headings.h"
#include "book/markup/markup_paragraph.h"
#include "book/markup/markup_rules.h"
#include "book/markup/picture_words.h"
#include "book/markup/raised_numbers.h"
#include "book/markup/scene_elements.h"
#include "book/markup/table_rows.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using NodeKind = MarkupNode::Kind;
using PieceKind = MarkupPiece::Kind;

std::string PrimaryLanguage(std::string_view language) {
  return Lowercase(language.substr(0, language.find_first_of("-_")));
}

class Maker {
 public:
  Maker(const SourceText& source, const Markup& markup, const std::string& language)
      : source_(source),
        markup_(markup),
        language_(PrimaryLanguage(language)),
        anchors_(AnchorPlaces(markup)),
        scene_breaks_(SceneBreakElements(markup)),
        drafts_(source) {}

  std::vector<MarkupDraft> Make() {
    styles_.emplace_back();
    for (std::size_t i = 0; i < markup_.size(); ++i) {
      const MarkupNode& node = markup_[i];
      switch (node.kind) {
        case NodeKind::kBegin:
          Begin(i);
          break;
        case NodeKind::kEnd:
          End(i);
          break;
        case NodeKind::kText:
          if (!styles_.back().silent) AddText(node);
          break;
      }
    }
    EndParagraph(source_.text.size());
    FlushHeadings();
    return drafts_.Finish();
  }

 private:
  void Begin(std::size_t i) {
    const MarkupNode& node = markup_[i];
    const MarkupStyle outer = styles_.back();
    styles_.push_back(StyleInside(markup_, i, outer));
    const MarkupStyle& style = styles_.back();
    TakeIds(node);
    if (outer.silent) return;
    if (style.silent) {
      BeginSilent(i);
      return;
    }
    if (IsBlockTag(node.value) || style.skip != outer.skip) {
      EndParagraph(node.span.begin);
      if (node.value == "hgroup" || node.value == "header") groups_.push_back(i);
      if (node.value == "hr") AddSceneBreak(node.span);
      if (scene_breaks_.contains(i)) {
        AddSceneBreak({node.span.begin, markup_[node.match].span.end});
        styles_.back().silent = true;
      }
      if (HeadingLevel(node.value) > 0) {
        level_ = HeadingLevel(node.value);
        pictured_ = TextInside(markup_, i).empty();
      }
      if (IsSecondLine(node)) level_ = pending_.back().level;
      return;
    }
    if (node.value == "br") return AddBreak(node);
    if (node.value == "img") return AddImage(i);
    if (IsCell(node) && open_ && paragraph_.HasText()) AddCellJoint(node, paragraph_);
    BeginMarks(i, outer);
  }

  // Before any text, a link back from a note to its place is the number of that note.
  void BeginSilent(std::size_t i) {
    const std::string_view target = NoteTarget(markup_, i);
    if (target.empty()) return;
    const bool text_before = open_ && paragraph_.HasText();
    if (text_before) {
      paragraph_.Add({PieceKind::kNote, {}, std::string(target)});
    } else if (level_ == 0 && !LeadsDown(target, markup_[i].span.begin)) {
      note_begins_ = true;
    }
  }

  // Whether a link leads to a place further down in this document.
  [[nodiscard]] bool LeadsDown(std::string_view target, std::size_t from) const {
    if (!target.starts_with('#')) return false;
    const auto anchor = anchors_.find(std::string(target.substr(1)));
    return anchor != anchors_.end() && anchor->second > from;
  }

  // A paragraph below a heading in its group.
  [[nodiscard]] bool IsSecondLine(const MarkupNode& node) const {
    if (node.value != "p" || groups_.empty() || pending_.empty()) return false;
    return markup_[groups_.back()].value == "hgroup" ||
           HasWord(node.Attribute("epub:type"), "title") ||
           HasWord(node.Attribute("epub:type"), "subtitle");
  }

  void BeginMarks(std::size_t i, const MarkupStyle& outer) {
    const MarkupNode& node = markup_[i];
    const MarkupStyle& style = styles_.back();
    const auto mark = [&](PieceKind kind, std::string text) {
      Open().Add({kind, {}, std::move(text)});
      ++marks_[node.match];
      mark_kinds_.push_back(kind);
    };
    if (IsEmphasis(node)) mark(PieceKind::kEmphasisBegin, {});
    if (style.language != outer.language && IsForeign(style.language)) {
      mark(PieceKind::kForeignBegin, style.language);
    }
    const std::string_view sound =
        node.Attribute("ssml:ph").empty() ? node.Attribute("ph") : node.Attribute("ssml:ph");
    if (!sound.empty()) mark(PieceKind::kSoundBegin, std::string(sound));
  }

  void End(std::size_t i) {
    const MarkupNode& node = markup_[i];
    const MarkupStyle style = styles_.back();
    styles_.pop_back();
    const auto marks = marks_.find(i);
    if (marks != marks_.end()) {
      for (int count = marks->second; count > 0 && !mark_kinds_.empty(); --count) {
        const auto end = static_cast<PieceKind>(static_cast<int>(mark_kinds_.back()) + 1);
        mark_kinds_.pop_back();
        if (open_) paragraph_.Add({end, {}});
      }
      marks_.erase(marks);
    }
    if (styles_.back().silent || style.silent) return;
    if (IsBlockTag(node.value) || style.skip != styles_.back().skip) {
      EndParagraph(node.span.end);
      level_ = 0;
      note_begins_ = false;
      if (!groups_.empty() && groups_.back() == node.match) {
        FlushHeadings();
        groups_.pop_back();
      }
    }
  }

  [[nodiscard]] bool IsForeign(std::string_view language) const {
    return !language.empty() && PrimaryLanguage(language) != language_ && language != "und" &&
           language != "zxx";
  }

  MarkupParagraph& Open() {
    if (open_) return paragraph_;
    open_ = true;
    const MarkupStyle& style = styles_.back();
    paragraph_ = MarkupParagraph();
    bold_ = style.bold;
    link_ = style.link;
    paragraph_.kind = level_ > 0 ? BlockKind::kHeading : style.kind;
    paragraph_.skip = style.skip;
    if (note_begins_ && level_ == 0) {
      paragraph_.kind = BlockKind::kFootnote;
      if (paragraph_.skip.empty()) paragraph_.skip = kFootnoteReason;
    }
    if (style.verse || style.preformatted) paragraph_.breaks = LineBreaks::kVerse;
    if (level_ > 0) paragraph_.breaks = LineBreaks::kJoin;
    block_language_ = IsForeign(style.language) && !InsideForeignMark();
    if (block_language_) paragraph_.Add({PieceKind::kForeignBegin, {}, style.language});
    return paragraph_;
  }

  [[nodiscard]] bool InsideForeignMark() const {
    return std::find(mark_kinds_.begin(), mark_kinds_.end(), PieceKind::kForeignBegin) !=
           mark_kinds_.end();
  }

  void AddText(const MarkupNode& node) {
    const auto raw =
        std::string_view(source_.text).substr(node.span.begin, node.span.end - node.span.begin);
    if (!open_ && Trim(node.value).empty()) return;
    Open();
    if (!Trim(node.value).empty()) {
      bold_ = bold_ && styles_.back().bold;
      link_ = link_ && styles_.back().link;
    }
    if (styles_.back().preformatted) return AddPreformatted(node, raw);
    const std::size_t label = !paragraph_.HasText() && note_begins_ ? LabelEnd(node.value) : 0;
    if (label > 0 && label < node.value.size() && node.value == raw) {
      const Span rest{node.span.begin + label, node.span.end};
      return Open().AddText(raw.substr(label), rest, raw.substr(label));
    }
    const std::string power = styles_.back().raised ? RaisedNumber(node.value) : std::string();
    Open().AddText(power.empty() ? node.value : power, node.span, raw);
  }

  // What ends the number of a note: ". ", "] ", ": ".
  static std::size_t LabelEnd(std::string_view text) {
    return std::min(text.find_first_not_of(".:)] \t\r\n"), text.size());
  }

  void AddPreformatted(const MarkupNode& node, std::string_view raw) {
    if (node.value != raw) return Open().AddText(node.value, node.span, raw);
    for (std::size_t begin = 0; begin <= raw.size();) {
      const std::size_t end = std::min(raw.find('\n', begin), raw.size());
      const std::string_view line = raw.substr(begin, end - begin);
      const Span span{node.span.begin + begin, node.span.begin + end};
      if (Trim(line).empty() && begin > 0) {
        EndParagraph(span.begin);
      } else if (!Trim(line).empty()) {
        Open().AddText(line, span, line);
      }
      if (open_ && end < raw.size()) paragraph_.Add({PieceKind::kBreak, {span.end, span.end + 1}});
      begin = end + 1;
    }
  }

  // Two breaks end a paragraph that is no verse.
  void AddBreak(const MarkupNode& node) {
    if (!open_) return;
    if (break_end_ > 0 && level_ == 0 &&
        Trim(std::string_view(source_.text)
                 .substr(break_end_, node.span.begin - std::min(break_end_, node.span.begin)))
            .empty()) {
      return EndParagraph(node.span.end);
    }
    paragraph_.Add({PieceKind::kBreak, node.span});
    break_end_ = node.span.end;
  }

  void AddImage(std::size_t i) {
    const bool heading = level_ > 0 ? pictured_ : !HasText() && StandsForHeading(markup_, i);
    const std::string_view words = WordsOfPicture(markup_, i, heading);
    if (!words.empty()) Open().AddText(words, markup_[i].span, {});
  }

  [[nodiscard]] bool HasText() const { return open_ && paragraph_.HasText(); }

  void AddSceneBreak(Span span) {
    FlushHeadings();
    drafts_.AddSceneBreak(span);
  }

  void EndParagraph(std::size_t end) {
    end = std::max(end, drafts_.done());
    break_end_ = 0;
    if (!open_) return;
    open_ = false;
    if (block_language_) paragraph_.Add({PieceKind::kForeignEnd, {}});
    if (!paragraph_.HasText() || paragraph_.Lines().empty()) return;
    if (level_ > 0) {
      pending_.push_back(Finished(end));
      pending_.back().level = level_;
      if (!groups_.empty()) pending_.back().group = groups_.back();
      return;
    }
    FlushHeadings();
    drafts_.Add(Finished(end));
  }

  FinishedParagraph Finished(std::size_t end) {
    FinishedParagraph one;
    one.paragraph = std::move(paragraph_);
    one.end = end;
    one.front = styles_.back().front;
    one.bold = bold_;
    one.link = link_;
    return one;
  }

  void FlushHeadings() {
    for (const FinishedParagraph& heading : JoinHeadings(std::exchange(pending_, {}))) {
      drafts_.Add(heading);
    }
  }

  void TakeIds(const MarkupNode& node) {
    const std::string_view id = node.Attribute("id");
    if (!id.empty()) drafts_.AddAnchor(node.span.begin, id);
    if (node.value == "a" && !node.Attribute("name").empty()) {
      drafts_.AddAnchor(node.span.begin, node.Attribute("name"));
    }
  }

  const SourceText& source_;
  const Markup& markup_;
  std::string language_;
  std::map<std::string, std::size_t> anchors_;
  std::set<std::size_t> scene_breaks_;  // elements
  std::vector<MarkupStyle> styles_;
  DraftList drafts_;
  MarkupParagraph paragraph_;
  bool open_ = false;            // a paragraph is
  bool block_language_ = false;  // all of it is in another language
  bool bold_ = false;            // all of its text is
  bool link_ = false;            // ... is a link
  int level_ = 0;                // of the heading we are in
  bool pictured_ = false;        // ... it has no text, only pictures
  bool note_begins_ = false;     // the paragraph began with the number of a note
  std::size_t break_end_ = 0;    // where the last line break ended, 0: text followed
  std::vector<std::size_t> groups_;
  std::vector<FinishedParagraph> pending_;  // headings
  std::map<std::size_t, int> marks_;        // by the node that ends them
  std::vector<PieceKind> mark_kinds_;
};

}  // namespace

std::vector<MarkupDraft> MakeMarkupBlocks(const SourceText& source, const Markup& markup,
                                          const std::string& language) {
  return Maker(source, markup, language).Make();
}

bool AnyIsRead(const std::vector<MarkupDraft>& drafts) {
  return std::any_of(drafts.begin(), drafts.end(),
                     [](const MarkupDraft& draft) { return draft.block.IsRead(); });
}

}  // namespace fullcast
