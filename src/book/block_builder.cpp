#include "book/block_builder.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

// A map into SourceText::text as a map into the file.
std::vector<SourceStep> ThroughDecoding(const std::vector<SourceStep>& map, std::size_t text_size,
                                        const SourceText& source) {
  std::vector<SourceStep> result;
  result.reserve(map.size());
  auto decoded = source.map.begin();
  for (std::size_t i = 0; i < map.size(); ++i) {
    const SourceStep& step = map[i];
    const std::size_t run = (i + 1 < map.size() ? map[i + 1].text : text_size) - step.text;
    result.push_back({step.text, source.SourceOffset(step.source)});
    if (source.map.size() == 1) continue;
    if (i == 0) {
      decoded = std::upper_bound(
          source.map.begin(), source.map.end(), step.source,
          [](std::size_t offset, const SourceStep& other) { return offset < other.text; });
    }
    while (decoded != source.map.end() && decoded->text <= step.source) ++decoded;
    for (; decoded != source.map.end() && decoded->text < step.source + run; ++decoded) {
      result.push_back({step.text + (decoded->text - step.source), decoded->source});
    }
  }
  return result;
}

}  // namespace

void BlockBuilder::AddStep(std::size_t offset) {
  auto& map = block_.map;
  if (!map.empty()) {
    const SourceStep& last = map.back();
    if (last.source + (block_.text.size() - last.text) == offset) return;
  }
  map.push_back({block_.text.size(), offset});
}

bool BlockBuilder::EndsInSpace() const {
  std::size_t position = block_.text.size();
  return position > 0 && IsSpace(PreviousCodePoint(block_.text, position));
}

void BlockBuilder::Append(Span range) {
  if (block_.text.empty()) range.begin = SkipSpace(range.begin, range.end);
  if (range.begin == range.end) return;
  const bool clings_to_next = EndsInSpace();
  const std::size_t marks = SkipSpace(copied_end_, range.begin);
  if (clings_to_next && marks < range.begin) {
    range.begin = SkipSpace(range.begin, range.end);
    if (range.begin == range.end) return;
    std::size_t next = range.begin;
    NextCodePoint(source_.text, next);
    AddStep(marks);
    block_.text.append(source_.text, range.begin, next - range.begin);
    range.begin = next;
  }
  if (range.begin < range.end) {
    AddStep(range.begin);
    block_.text.append(source_.text, range.begin, range.end - range.begin);
  }
  copied_end_ = range.end;
}

std::size_t BlockBuilder::SkipSpace(std::size_t begin, std::size_t end) const {
  while (begin < end) {
    std::size_t next = begin;
    if (!IsSpace(NextCodePoint(source_.text, next))) break;
    begin = next;
  }
  return begin;
}

void BlockBuilder::AppendInstead(std::string_view text, Span range) {
  if (Trim(text).empty()) return AppendSpace(range.begin);
  const bool clings_to_next = EndsInSpace();
  AddStep(clings_to_next ? SkipSpace(copied_end_, range.begin) : range.begin);
  block_.text += text;
  copied_end_ = range.end;
}

void BlockBuilder::AppendSpace(std::size_t offset) {
  if (block_.text.empty() || EndsInSpace()) return;
  AddStep(offset);
  block_.text += ' ';
  copied_end_ = offset + 1;
}

void BlockBuilder::EndEmphasis() {
  if (emphasis_begin_ < block_.text.size()) {
    block_.emphasis.push_back({emphasis_begin_, block_.text.size()});
  }
}

Block BlockBuilder::Finish(Span range) {
  assert(!Trim(block_.text).empty());
  auto& map = block_.map;
  block_.text.resize(Trim(block_.text).size());
  while (map.back().text >= block_.text.size()) map.pop_back();
  while (!block_.emphasis.empty() && block_.emphasis.back().end > block_.text.size()) {
    block_.emphasis.back().end = block_.text.size();
    if (block_.emphasis.back().begin < block_.text.size()) break;
    block_.emphasis.pop_back();
  }
  if (map.front().source != range.begin) {  // marks before the first character
    std::size_t first_end = 0;
    NextCodePoint(block_.text, first_end);
    const std::size_t behind = map.front().source + first_end;
    map.front().source = range.begin;
    if (first_end < block_.text.size() && (map.size() == 1 || map[1].text > first_end)) {
      map.insert(map.begin() + 1, SourceStep{first_end, behind});
    }
  }
  block_.map = ThroughDecoding(map, block_.text.size(), source_);
  block_.source = {source_.SourceOffset(range.begin), source_.SourceOffset(range.end)};
  return std::move(block_);
}

Block SkippedBlock(const SourceText& source, Span range, std::string_view reason, BlockKind kind) {
  BlockBuilder builder(source, kind);
  for (std::size_t begin = range.begin, end = begin; end < range.end;) {
    std::size_t next = end;
    const bool space = IsSpace(NextCodePoint(source.text, next));
    if (space) {
      builder.Append({begin, end});
      builder.AppendSpace(end);
      begin = next;
    }
    end = next;
    if (end >= range.end) builder.Append({begin, range.end});
  }
  Block block = builder.Finish(range);
  block.skip = reason;
  return block;
}

}  // namespace fullcast
