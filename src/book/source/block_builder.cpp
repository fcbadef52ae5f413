#include "book/source/block_builder.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

// How many steps of the decoding begin in a range of SourceText::text.
std::size_t DecodedSteps(const SourceText& source, std::size_t begin, std::size_t end) {
  if (source.map.size() == 1) return 0;
  const auto before = [](const SourceStep& step, std::size_t text) { return step.text < text; };
  const auto first = std::lower_bound(source.map.begin(), source.map.end(), begin, before);
  return static_cast<std::size_t>(std::lower_bound(first, source.map.end(), end, before) - first);
}

// A map into SourceText::text as a map into the file. `end` is where the block's range ends.
std::vector<SourceStep> ThroughDecoding(const std::vector<SourceStep>& map, std::size_t text_size,
                                        std::size_t end, const SourceText& source) {
  std::vector<SourceStep> result;
  result.reserve(map.size() + DecodedSteps(source, map.front().source, end));
  auto decoded = source.map.begin();
  for (std::size_t i = 0; i < map.size(); ++i) {
    const SourceStep& step = map[i];
    const std::size_t run = (i + 1 < map.size() ? map[i + 1].text : text_size) - step.text;
    // What stands in place of a range may be longer than the range.
    const std::size_t range_end = i + 1 < map.size() ? map[i + 1].source : end;
    const std::size_t offset = source.SourceOffset(step.source);
    while (!result.empty() && i > 0 && result.back().source > offset) result.pop_back();
    result.push_back({step.text, offset});
    if (source.map.size() == 1) continue;
    if (i == 0) {
      decoded = std::upper_bound(
          source.map.begin(), source.map.end(), step.source,
          [](std::size_t text, const SourceStep& other) { return text < other.text; });
    }
    while (decoded != source.map.end() && decoded->text <= step.source) ++decoded;
    for (; decoded != source.map.end() && decoded->text < std::min(step.source + run, range_end);
         ++decoded) {
      result.push_back({step.text + (decoded->text - step.source), decoded->source});
    }
  }
  return result;
}

constexpr std::array<std::pair<char32_t, std::string_view>, 7> kLigatures = {{{0xFB00, "ff"},
                                                                              {0xFB01, "fi"},
                                                                              {0xFB02, "fl"},
                                                                              {0xFB03, "ffi"},
                                                                              {0xFB04, "ffl"},
                                                                              {0xFB05, "st"},
                                                                              {0xFB06, "st"}}};

// Marks of direction, joints and breaks without a width, controls. Joiners (U+200C, U+200D) are
// letters' own in Arabic and Indic scripts.
bool IsSilentCharacter(char32_t c) {
  return c < 0x20 || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

// What a character is in speech, where that is something else.
std::optional<std::string_view> SpokenInstead(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return std::nullopt;
  if (c == '\t' || (IsSpace(c) && !IsSilentCharacter(c))) return " ";
  if (IsSilentCharacter(c)) return "";
  const auto ligature = std::find_if(kLigatures.begin(), kLigatures.end(),
                                     [c](const auto& entry) { return entry.first == c; });
  if (ligature != kLigatures.end()) return ligature->second;
  return std::nullopt;
}

}  // namespace

bool BlockBuilder::HasWords() const { return !Trim(block_.text).empty(); }

void BlockBuilder::AddStep(std::size_t offset) {
  auto& map = block_.map;
  if (!map.empty()) {
    const SourceStep& last = map.back();
    if (last.source + (block_.text.size() - last.text) == offset) return;
    // Several pieces of text may stand for one range, whose words are all at its place.
    if (offset < last.source || (offset == last.source && !EndsInSpace())) return;
  }
  map.push_back({block_.text.size(), offset});
}

bool BlockBuilder::EndsInSpace() const {
  std::size_t position = block_.text.size();
  return position > 0 && IsSpace(PreviousCodePoint(block_.text, position));
}

void BlockBuilder::Append(Span range) {
  std::size_t copied = range.begin;
  for (std::size_t position = range.begin; position < range.end;) {
    const std::size_t begin = position;
    const auto spoken = SpokenInstead(NextCodePoint(source_.text, position));
    if (!spoken) continue;
    AppendAsItIs({copied, begin});
    copied = position;
    if (*spoken == " ") {
      AppendSpace(begin);
    } else if (!spoken->empty()) {
      AppendInstead(*spoken, {begin, position});
    }
  }
  AppendAsItIs({copied, range.end});
}

void BlockBuilder::AppendAsItIs(Span range) {
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
  const std::size_t place = clings_to_next ? SkipSpace(copied_end_, range.begin) : range.begin;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size() - 1) + 1;
    AddStep(place);
    block_.text += text.substr(begin, end - begin);
    begin = end;
  }
  copied_end_ = EndsInSpace() ? range.begin : range.end;
}

void BlockBuilder::AppendSpace(std::size_t offset) {
  if (block_.text.empty() || EndsInSpace()) return;
  AddStep(offset);
  block_.text += ' ';
  copied_end_ = offset;
  const bool white =
      offset < source_.text.size() && IsSpace(NextCodePoint(source_.text, copied_end_));
  if (!white) copied_end_ = offset;
}

void BlockBuilder::EndEmphasis() {
  if (emphasis_begin_ < block_.text.size()) {
    block_.emphasis.push_back({emphasis_begin_, block_.text.size()});
  }
}

Block BlockBuilder::Finish(Span range) {
  assert(HasWords());
  auto& map = block_.map;
  block_.text.resize(Trim(block_.text).size());
  while (map.back().text >= block_.text.size()) map.pop_back();
  while (!block_.emphasis.empty() && block_.emphasis.back().end > block_.text.size()) {
    block_.emphasis.back().end = block_.text.size();
    if (block_.emphasis.back().begin < block_.text.size()) break;
    block_.emphasis.pop_back();
  }
  for (NoteReference& reference : block_.notes) {
    reference.text = std::min(reference.text, block_.text.size());
  }
  if (map.front().source != range.begin) {  // marks before the first character
    std::size_t first_end = 0;
    NextCodePoint(block_.text, first_end);
    std::size_t behind = map.front().source + first_end;
    if (map.size() > 1) behind = std::min(behind, map[1].source);
    map.front().source = range.begin;
    if (first_end < block_.text.size() && (map.size() == 1 || map[1].text > first_end)) {
      map.insert(map.begin() + 1, SourceStep{first_end, behind});
    }
  }
  block_.map = ThroughDecoding(map, block_.text.size(), range.end, source_);
  block_.source = {source_.SourceOffset(range.begin), source_.SourceOffset(range.end)};
  return std::move(block_);
}

Block SkippedBlock(const SourceText& source, Span range, std::string_view reason, BlockKind kind) {
  BlockBuilder builder(source, kind);
  for (std::size_t begin = range.begin, end = begin; end < range.end;) {
    std::size_t next = end;
    const bool space = IsSpace(NextCodePoint(source.text, next));
    if (space) {
      builder.AppendAsItIs({begin, end});
      builder.AppendSpace(end);
      begin = next;
    }
    end = next;
    if (end >= range.end) builder.AppendAsItIs({begin, range.end});
  }
  Block block = builder.Finish(range);
  block.skip = reason;
  return block;
}

}  // namespace fullcast
