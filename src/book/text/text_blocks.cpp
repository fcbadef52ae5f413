#include "book/text/text_blocks.h"

#include <algorithm>
#include <map>
#include <utility>

#include "book/footnotes.h"
#include "book/source/block_builder.h"
#include "book/source/size_limits.h"
#include "book/text/hyphenation.h"
#include "book/text/inline_marks.h"
#include "core/interrupt.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kSetOff = 2;            // columns beyond the margin
constexpr std::size_t kLongestVerse = 80;     // bytes of a line
constexpr std::size_t kFewestPlainVerse = 3;  // lines of a stanza that is not indented

Span Extent(const std::vector<Line>& lines, const Paragraph& paragraph) {
  return {lines[paragraph.first].text.begin, lines[paragraph.last - 1].text.end};
}

// The most frequent indentation among lines, or among first lines of paragraphs, if that is more.
std::size_t Margin(const std::vector<Line>& lines, const std::vector<Unit>& units) {
  std::map<std::size_t, std::size_t> all;
  std::map<std::size_t, std::size_t> first;
  for (const Unit& unit : units) {
    ++first[lines[unit.lines.first].indent];
    for (std::size_t i = unit.lines.first; i < unit.lines.last; ++i) ++all[lines[i].indent];
  }
  const auto most = [](const auto& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  return std::max(most(all), most(first));
}

class DraftMaker {
 public:
  DraftMaker(const SourceText& source, const std::vector<Line>& lines, const TextOutline& outline)
      : source_(source),
        lines_(lines),
        notes_(outline.notes),
        hyphenation_(source.text, lines),
        margin_(Margin(lines, outline.units)),
        wrap_column_(WrapColumn(lines)) {
    drafts_.reserve(outline.units.size());
  }

  void Add(const Unit& unit) {
    const Span extent = Extent(lines_, unit.lines);
    CheckCount(drafts_.size(), kMostParagraphs, "paragraphs and lines of verse", source_,
               extent.begin);
    if (!unit.skip.empty()) {
      const auto kind = unit.scene_break ? BlockKind::kSceneBreak : BlockKind::kSkipped;
      drafts_.push_back({SkippedBlock(source_, extent, unit.skip, kind), Rank::kText, {}});
      return;
    }
    FindMarks(unit.lines);
    if (!unit.note.empty()) {
      drafts_.push_back({Join(unit.lines, BlockKind::kFootnote), Rank::kText, {}});
      drafts_.back().block.note = unit.note;
      drafts_.back().block.skip = kFootnoteReason;
    } else if (unit.rank != Rank::kText) {
      drafts_.push_back({Join(unit.lines, BlockKind::kHeading), unit.rank, *unit.heading});
    } else if (IsVerse(unit.lines)) {
      for (std::size_t i = unit.lines.first; i < unit.lines.last; ++i) {
        drafts_.push_back({Join({i, i + 1}, BlockKind::kVerse), Rank::kText, {}});
      }
    } else {
      const auto kind = IsSetOff(unit.lines) ? BlockKind::kQuote : BlockKind::kText;
      drafts_.push_back({Join(unit.lines, kind), Rank::kText, {}});
    }
  }

  std::vector<Draft> Finish() { return std::move(drafts_); }

 private:
  bool IsIndented(std::size_t line) const { return lines_[line].indent >= margin_ + kSetOff; }

  bool IsSetOff(const Paragraph& paragraph) const {
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
      if (!IsIndented(i)) return false;
    }
    return true;
  }

  bool BeginsLikeVerse(std::size_t line) const {
    std::size_t position = lines_[line].text.begin;
    return !IsLower(NextCodePoint(source_.text, position));
  }

  // Verse breaks its lines before the margin does, and begins them with capitals.
  bool IsVerse(const Paragraph& paragraph) const {
    const std::size_t count = paragraph.last - paragraph.first;
    std::size_t capitals = 0;
    std::size_t early = 0;
    bool indented = false;
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
      const Line& line = lines_[i];
      if (line.text.end - line.text.begin > kLongestVerse) return false;
      indented = indented || IsIndented(i);
      if (BeginsLikeVerse(i)) ++capitals;
      if (i + 1 < paragraph.last && BreaksEarly(source_.text, line, lines_[i + 1], wrap_column_)) {
        ++early;
      }
    }
    if (count < 2 || capitals * 3 < count * 2) return false;
    const bool all_early = early + 1 == count;
    if (indented) return all_early || (capitals == count && early * 3 >= count - 1);
    return all_early && capitals == count && count >= kFewestPlainVerse;
  }

  // The marks of a unit, in order.
  void FindMarks(const Paragraph& paragraph) {
    const Span extent = Extent(lines_, paragraph);
    const auto begins_before = [](const InlineMark& mark, std::size_t offset) {
      return mark.span.begin < offset;
    };
    const auto first = std::lower_bound(notes_.begin(), notes_.end(), extent.begin, begins_before);
    const auto last = std::lower_bound(first, notes_.end(), extent.end, begins_before);
    marks_ = MergeMarks({first, last}, FindInlineMarks(source_.text, extent));
    std::vector<InlineMark> pages;
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
      if (lines_[i].page_number) pages.push_back({lines_[i].text, MarkKind::kDropped, {}});
    }
    if (!pages.empty()) marks_ = MergeMarks(pages, marks_);
    next_mark_ = 0;
    emphasis_ = 0;
  }

  // Lines joined into one block, without the marks in them.
  Block Join(const Paragraph& paragraph, BlockKind kind) {
    BlockBuilder builder(source_, kind);
    if (emphasis_ > 0) builder.BeginEmphasis();
    std::size_t hyphen = 0;
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
      auto join = Hyphenation::Join::kSpace;
      hyphen = 0;
      if (i + 1 < paragraph.last) join = hyphenation_.Between(lines_[i], lines_[i + 1], hyphen);
      Span line = lines_[i].text;
      if (join == Hyphenation::Join::kDropHyphen) line.end -= hyphen;
      AppendLine(line, builder);
      if (join == Hyphenation::Join::kSpace) builder.AppendSpace(lines_[i].text.end);
    }
    if (emphasis_ > 0) builder.EndEmphasis();
    const Span extent = Extent(lines_, paragraph);
    if (!builder.HasWords()) return SkippedBlock(source_, extent, "no words");
    return builder.Finish(extent);
  }

  void AppendLine(Span line, BlockBuilder& builder) {
    std::size_t position = line.begin;
    for (; next_mark_ < marks_.size() && marks_[next_mark_].span.begin < line.end; ++next_mark_) {
      const InlineMark& mark = marks_[next_mark_];
      builder.Append({position, std::max(position, mark.span.begin)});
      position = std::max(position, std::min(mark.span.end, line.end));
      PassMark(mark, builder);
    }
    builder.Append({position, std::max(position, line.end)});
  }

  void PassMark(const InlineMark& mark, BlockBuilder& builder) {
    if (mark.kind == MarkKind::kNoteReference) builder.AddNoteReference(mark.note);
    if (mark.kind == MarkKind::kEmphasisBegin && emphasis_++ == 0) builder.BeginEmphasis();
    if (mark.kind == MarkKind::kEmphasisEnd && --emphasis_ == 0) builder.EndEmphasis();
  }

  const SourceText& source_;
  const std::vector<Line>& lines_;
  const std::vector<InlineMark>& notes_;
  Hyphenation hyphenation_;
  std::size_t margin_;
  std::size_t wrap_column_;
  std::vector<Draft> drafts_;
  std::vector<InlineMark> marks_;  // of the current unit
  std::size_t next_mark_ = 0;      // the first that is not passed
  int emphasis_ = 0;               // how many pairs we are in
};

}  // namespace

std::vector<Draft> MakeDrafts(const SourceText& source, const std::vector<Line>& lines,
                              const TextOutline& outline) {
  DraftMaker maker(source, lines, outline);
  for (const Unit& unit : outline.units) {
    ThrowIfInterrupted();
    maker.Add(unit);
  }
  return maker.Finish();
}

}  // namespace fullcast
