#include "book/markdown/markdown_blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "book/footnotes.h"
#include "book/headings/illustration.h"
#include "book/headings/scene_break.h"
#include "book/markup/raised_numbers.h"
#include "book/source/block_builder.h"
#include "book/source/entities.h"
#include "book/source/size_limits.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr const char* kMarkup = "markup";

// "\\newpage": LaTeX that Pandoc passes on.
bool IsCommand(std::string_view text) {
  return text.starts_with('\\') &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Maker {
 public:
  Maker(const SourceText& source, std::size_t begin, const MarkdownNotes& notes)
      : source_(source), notes_(notes), done_(begin) {}

  void Add(const MarkdownBlock& parsed, std::size_t next_begin) {
    const std::string_view text(source_.text);
    if (Trim(text.substr(parsed.Begin(), parsed.End() - parsed.Begin())).empty()) return;
    const std::size_t line = LineBegin(parsed.Begin());
    Span own{SkipSpace(AddBetween(line)), 0};
    own.end = TrimEnd(own.begin, std::min(LineEnd(parsed.End()), next_begin));
    const bool hashes = source_.text[own.begin] == '#';
    if (parsed.level > 0 && !hashes) own.end = UnderlineEnd(own.end, next_begin);
    AddBlock(parsed, own);
    done_ = own.end;
  }

  std::vector<LeveledBlock> Finish() {
    const std::size_t end = source_.text.size();
    const std::size_t marks = AddBetween(end);
    if (marks < end) AddMarkup({marks, TrimEnd(marks, end)});
    return std::move(drafts_);
  }

 private:
  std::size_t LineBegin(std::size_t position) const {
    const std::size_t end = source_.text.find_last_of("\r\n", position);
    return end == std::string::npos || position == 0 ? 0 : end + 1;
  }

  std::size_t LineEnd(std::size_t position) const {
    return std::min(source_.text.find_first_of("\r\n", position), source_.text.size());
  }

  std::size_t SkipSpace(std::size_t position) const {
    while (position < source_.text.size()) {
      std::size_t next = position;
      if (!IsSpace(NextCodePoint(source_.text, next))) break;
      position = next;
    }
    return position;
  }

  // The end of what is no white space in [begin, end).
  std::size_t TrimEnd(std::size_t begin, std::size_t end) const {
    const auto content = Trim(std::string_view(source_.text).substr(begin, end - begin));
    if (content.empty()) return begin;
    return static_cast<std::size_t>(content.data() - source_.text.data()) + content.size();
  }

  // The end of the line of "===" or "---" below a heading.
  std::size_t UnderlineEnd(std::size_t end, std::size_t next_begin) const {
    const std::size_t begin = SkipSpace(end);
    const std::size_t line_end = TrimEnd(begin, LineEnd(begin));
    const std::string_view line = std::string_view(source_.text).substr(begin, line_end - begin);
    const bool underline =
        !line.empty() && line.find_first_not_of("=-> ") == std::string_view::npos;
    return underline && line_end <= next_begin ? line_end : end;
  }

  // Lines in [done_, end) that are in no parsed block. Returns where the next block begins: bare
  // marks of a quotation above it are its own.
  std::size_t AddBetween(std::size_t end) {
    std::size_t bare_marks = std::string::npos;
    for (std::size_t begin = SkipSpace(done_); begin < end; begin = SkipSpace(begin)) {
      const Span span{begin, TrimEnd(begin, std::min(LineEnd(begin), end))};
      begin = span.end;
      const auto line = std::string_view(source_.text).substr(span.begin, span.end - span.begin);
      if (line.find_first_not_of("> ") == std::string_view::npos) {
        bare_marks = std::min(bare_marks, span.begin);
        continue;
      }
      if (bare_marks != std::string::npos) AddMarkup({bare_marks, TrimEnd(bare_marks, span.begin)});
      bare_marks = std::string::npos;
      if (IsSceneBreak(line)) {
        drafts_.push_back(
            {SkippedBlock(source_, span, kSceneBreakReason, BlockKind::kSceneBreak), 0});
      } else {
        AddMarkup(span);
      }
    }
    return bare_marks != std::string::npos ? bare_marks : std::max(end, done_);
  }

  void CheckParagraphs(Span next) const {
    CheckCount(drafts_.size(), kMostParagraphs, "paragraphs", source_, next.begin);
  }

  void AddMarkup(Span span) {
    CheckParagraphs(span);
    drafts_.push_back({SkippedBlock(source_, span, kMarkup), 0});
  }

  void AddBlock(const MarkdownBlock& parsed, Span own) {
    CheckParagraphs(own);
    draft_begin_ = own.begin;
    BlockBuilder builder(source_, parsed.kind);
    std::size_t last = own.begin;
    int emphasis = 0;
    const std::size_t end = parsed.level > 0 ? AttributesBegin(own) : own.end;
    for (const MarkdownPiece& piece : parsed.pieces) {
      switch (piece.kind) {
        case MarkdownPieceKind::kText: {
          const std::size_t begin = std::max(piece.span.begin, own.begin);
          AppendText({begin, std::max(begin, std::min(piece.span.end, end))}, builder);
          last = piece.span.end;
          break;
        }
        case MarkdownPieceKind::kEntity:
          builder.AppendInstead(
              ResolveEntity(std::string_view(source_.text)
                                .substr(piece.span.begin, piece.span.end - piece.span.begin)),
              piece.span);
          last = piece.span.end;
          break;
        case MarkdownPieceKind::kRaised:
          AppendRaised(piece.span, builder);
          last = piece.span.end;
          break;
        case MarkdownPieceKind::kCell:
          last = AddCellJoint(last, own.end, builder);
          break;
        case MarkdownPieceKind::kSoftBreak:
          last = TrimEnd(last, LineEnd(last));
          builder.AppendSpace(last);
          last = SkipSpace(last);
          break;
        case MarkdownPieceKind::kEmphasisBegin:
          if (emphasis++ == 0) builder.BeginEmphasis();
          break;
        case MarkdownPieceKind::kEmphasisEnd:
          if (--emphasis == 0) builder.EndEmphasis();
          break;
      }
    }
    if (emphasis > 0) builder.EndEmphasis();
    if (IsSceneBreak(builder.text())) {
      drafts_.push_back({SkippedBlock(source_, own, kSceneBreakReason, BlockKind::kSceneBreak), 0});
    } else if (!builder.HasWords() || IsCommand(builder.text())) {
      AddMarkup(own);
    } else {
      drafts_.push_back({builder.Finish(own), parsed.level});
      if (IsIllustration(drafts_.back().block.text))
        drafts_.back().block.skip = kIllustrationReason;
      MarkNote(drafts_.back());
    }
  }

  // A comma between two cells, where the first one ends in a word. Returns where the next begins.
  std::size_t AddCellJoint(std::size_t last, std::size_t end, BlockBuilder& builder) const {
    const std::size_t bar = std::string_view(source_.text).substr(0, end).find('|', last);
    if (bar == std::string_view::npos) return last;
    std::size_t position = builder.text().size();
    const char32_t before = position > 0 ? PreviousCodePoint(builder.text(), position) : U' ';
    if (IsLetter(before) || IsDigit(before)) builder.AppendInstead(",", {bar, bar + 1});
    builder.AppendSpace(bar + 1);
    return bar + 1;
  }

  // Where Pandoc's attributes at the end of a heading begin, as in "# Rain {#rain .unnumbered}".
  [[nodiscard]] std::size_t AttributesBegin(Span heading) const {
    const auto text =
        std::string_view(source_.text).substr(heading.begin, heading.end - heading.begin);
    std::string_view line = Trim(text.substr(0, text.find_first_of("\r\n")));
    const std::size_t brace = line.rfind('{');
    const bool attributes = line.ends_with('}') && brace != std::string_view::npos && brace > 0 &&
                            std::string_view("#.-").find(line[brace + 1]) != std::string_view::npos;
    return attributes ? heading.begin + brace : heading.end;
  }

  // A power, or else what stands there; the mark of a note is left out.
  void AppendRaised(Span span, BlockBuilder& builder) const {
    const auto text = std::string_view(source_.text).substr(span.begin, span.end - span.begin);
    const std::string number = RaisedNumber(text);
    if (number.empty()) return builder.Append(span);
    if (!IsNoteBehind(builder.text(), text)) builder.AppendInstead(number, span);
  }

  // Text without the references to notes in it.
  void AppendText(Span span, BlockBuilder& builder) const {
    const std::string_view text = std::string_view(source_.text).substr(0, span.end);
    std::size_t done = span.begin;
    for (std::size_t mark = text.find("[^", span.begin); mark != std::string_view::npos;
         mark = text.find("[^", mark + 1)) {
      const std::size_t length = notes_.ReferenceLength(text.substr(mark));
      if (length == 0 || mark < done) continue;
      builder.Append({done, mark});
      builder.AddNoteReference(source_.text.substr(mark + 2, length - 3));
      done = mark + length;
    }
    builder.Append({done, span.end});
  }

  void MarkNote(LeveledBlock& draft) const {
    const MarkdownNote* note = notes_.At(LineBegin(draft_begin_));
    if (note == nullptr) return;
    draft.block.kind = BlockKind::kFootnote;
    draft.block.note = note->label;
    draft.block.skip = kFootnoteReason;
    draft.level = 0;
  }

  const SourceText& source_;
  const MarkdownNotes& notes_;
  std::size_t draft_begin_ = 0;  // of the block that is being made
  std::size_t done_;             // everything before is in a block
  std::vector<LeveledBlock> drafts_;
};

}  // namespace

std::vector<LeveledBlock> MakeMarkdownBlocks(const SourceText& source, std::size_t begin,
                                             const std::vector<MarkdownBlock>& parsed,
                                             const MarkdownNotes& notes) {
  Maker maker(source, begin, notes);
  for (std::size_t i = 0; i < parsed.size(); ++i) {
    maker.Add(parsed[i], i + 1 < parsed.size() ? parsed[i + 1].Begin() : source.text.size());
  }
  return maker.Finish();
}

}  // namespace fullcast
