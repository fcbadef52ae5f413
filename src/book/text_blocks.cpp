#include "book/text_blocks.h"

#include <algorithm>
#include <map>
#include <utility>

#include "book/block_builder.h"
#include "book/emphasis.h"
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
  DraftMaker(const SourceText& source, const std::vector<Line>& lines, std::size_t margin)
      : source_(source), lines_(lines), margin_(margin), wrap_column_(WrapColumn(lines)) {}

  void Add(const Unit& unit) {
    const Span extent = Extent(lines_, unit.lines);
    if (!unit.skip.empty()) {
      const auto kind = unit.scene_break ? BlockKind::kSceneBreak : BlockKind::kSkipped;
      drafts_.push_back({SkippedBlock(source_, extent, unit.skip, kind), Rank::kText, {}});
      return;
    }
    marks_ = FindEmphasis(source_.text, extent);
    next_mark_ = 0;
    inside_ = false;
    if (unit.rank != Rank::kText) {
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

  // Lines joined by spaces into one block, without the marks of emphasis.
  Block Join(const Paragraph& paragraph, BlockKind kind) {
    BlockBuilder builder(source_, kind);
    if (inside_) builder.BeginEmphasis();
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
      if (i > paragraph.first) builder.AppendSpace(lines_[i - 1].text.end);
      std::size_t position = lines_[i].text.begin;
      for (; next_mark_ < marks_.size(); ToNextMark(builder)) {
        const std::size_t mark = MarkOffset();
        if (mark >= lines_[i].text.end) break;
        builder.Append({position, mark});
        position = mark + 1;
      }
      builder.Append({position, lines_[i].text.end});
    }
    if (inside_) builder.EndEmphasis();
    return builder.Finish(Extent(lines_, paragraph));
  }

  std::size_t MarkOffset() const {
    const Span& pair = marks_[next_mark_];
    return inside_ ? pair.end - 1 : pair.begin;
  }

  void ToNextMark(BlockBuilder& builder) {
    if (inside_) {
      builder.EndEmphasis();
      ++next_mark_;
    } else {
      builder.BeginEmphasis();
    }
    inside_ = !inside_;
  }

  const SourceText& source_;
  const std::vector<Line>& lines_;
  std::size_t margin_;
  std::size_t wrap_column_;
  std::vector<Draft> drafts_;
  std::vector<Span> marks_;    // pairs of the current unit
  std::size_t next_mark_ = 0;  // the pair we are in, or before
  bool inside_ = false;
};

}  // namespace

std::vector<Draft> MakeDrafts(const SourceText& source, const std::vector<Line>& lines,
                              const std::vector<Unit>& units) {
  DraftMaker maker(source, lines, Margin(lines, units));
  for (const Unit& unit : units) maker.Add(unit);
  return maker.Finish();
}

}  // namespace fullcast
