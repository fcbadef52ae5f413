#include "script/check.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "script/source_character.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostMessages = 100;
constexpr std::size_t kExcerpt = 200;  // bytes, to be shortened

// The first character in [begin, end) that is no white space, or `end`. U+FEFF counts as white
// space: a byte order mark.
std::size_t FirstInk(const SourceCharacters& characters, std::size_t begin, std::size_t end) {
  while (begin < end) {
    std::size_t next = begin;
    if (!IsSpace(characters.Next(next))) return begin;
    begin = next;
  }
  return end;
}

// The place in a block's text of an offset in the source: the first byte that stands at or behind.
std::size_t TextOffset(const Block& block, std::size_t source) {
  if (source <= block.source.begin || block.map.empty()) return 0;
  if (source >= block.source.end) return block.text.size();
  const auto after = std::upper_bound(
      block.map.begin(), block.map.end(), source,
      [](std::size_t offset, const SourceStep& step) { return offset < step.source; });
  if (after == block.map.begin()) return 0;
  const SourceStep& step = *std::prev(after);
  const std::size_t limit = after == block.map.end() ? block.text.size() : after->text;
  return std::min(step.text + (source - step.source), limit);
}

std::size_t SkipSpace(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    std::size_t next = position;
    if (!IsSpace(NextCodePoint(text, next))) break;
    position = next;
  }
  return position;
}

// Where two texts begin to differ in more than white space, if they do.
std::optional<std::pair<std::size_t, std::size_t>> Difference(std::string_view a,
                                                              std::string_view b) {
  std::size_t i = SkipSpace(a, 0);
  std::size_t j = SkipSpace(b, 0);
  while (i < a.size() && j < b.size()) {
    const std::size_t i_before = i;
    const std::size_t j_before = j;
    NextCodePoint(a, i);
    NextCodePoint(b, j);
    if (a.substr(i_before, i - i_before) != b.substr(j_before, j - j_before)) {
      return std::pair(i_before, j_before);
    }
    i = SkipSpace(a, i);
    j = SkipSpace(b, j);
  }
  if (i == a.size() && j == b.size()) return std::nullopt;
  return std::pair(i, j);
}

// A few words of a text, from shortly before the place where it differs.
std::string Shortened(std::string_view text, std::size_t difference) {
  constexpr std::size_t kBefore = 20;
  constexpr std::size_t kLongest = 60;
  const auto is_tail = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  std::size_t begin = difference > kBefore ? difference - kBefore : 0;
  while (begin > 0 && is_tail(begin)) --begin;
  std::size_t end = std::min(begin + kLongest, text.size());
  while (end > begin && is_tail(end)) --end;
  return fmt::format("{}{}{}", begin > 0 ? "..." : "", text.substr(begin, end - begin),
                     end < text.size() ? "..." : "");
}

// Walks along one source with its blocks and segments.
class SourceChecker {
 public:
  SourceChecker(const Source& source, std::vector<const Block*> blocks,
                std::vector<std::string>& messages)
      : source_(source),
        characters_(source.bytes),
        blocks_(std::move(blocks)),
        messages_(messages) {}

  /// A footnote's segment: it may come at any time, and is looked at in its place.
  void AddNote(const Segment& segment, std::string name) {
    notes_.emplace_back(&segment, std::move(name));
  }

  void SortNotes() {
    std::stable_sort(notes_.begin(), notes_.end(),
                     [](const auto& a, const auto& b) { return a.first->start < b.first->start; });
  }

  /// The others come in the order of the source, after SortNotes().
  void Add(const Segment& segment, const std::string& name) {
    AddNotesBefore(segment.start);
    AddInPlace(segment, name);
  }

  void Finish() {
    AddNotesBefore(source_.bytes.size());
    CheckGap(source_.bytes.size(), "behind the last segment");
  }

 private:
  void AddNotesBefore(std::size_t offset) {
    for (; next_note_ < notes_.size() && notes_[next_note_].first->start < offset; ++next_note_) {
      AddInPlace(*notes_[next_note_].first, notes_[next_note_].second);
    }
  }

  void AddInPlace(const Segment& segment, const std::string& name) {
    if (segment.start >= segment.end || segment.end > source_.bytes.size()) {
      Report(name, fmt::format("bytes {} to {} are no place in {}", segment.start, segment.end,
                               source_.name));
      return;
    }
    if (segment.start < done_) {
      Report(name, "holds what a segment before it holds");
      done_ = std::max(done_, segment.end);
      return;
    }
    CheckGap(segment.start, "before " + name);
    done_ = segment.end;
    CheckText(segment, name);
  }

  void CheckGap(std::size_t end, const std::string& where) {
    const std::size_t lost = FirstInk(characters_, done_, end);
    if (lost >= end || messages_.size() >= kMostMessages) return;
    const Place place = PlaceAt(source_.name, source_.bytes, lost);
    Report(where,
           fmt::format("{}:{}:{} is in no segment: \"{}\"", place.file, place.line, place.column,
                       Shortened(source_.bytes.substr(lost, std::min(end - lost, kExcerpt)), 0)));
  }

  void CheckText(const Segment& segment, const std::string& name) {
    std::string expected;
    bool silent = false;
    while (block_ < blocks_.size() && blocks_[block_]->source.end <= segment.start) ++block_;
    for (std::size_t i = block_; i < blocks_.size(); ++i) {
      const Block& block = *blocks_[i];
      if (block.source.begin >= segment.end) break;
      const std::size_t begin = TextOffset(block, segment.start);
      const std::size_t end = std::max(begin, TextOffset(block, segment.end));
      if (!expected.empty()) expected += ' ';
      expected += block.text.substr(begin, end - begin);
      silent = silent || !block.skip.empty();
    }
    if (silent && segment.skip.empty()) {
      Report(name, "reads aloud what the book skips, or skips it without a reason");
    }
    if (const auto difference = Difference(segment.text, expected)) {
      Report(name, fmt::format("says \"{}\" where the book has \"{}\"",
                               Shortened(segment.text, difference->first),
                               Shortened(expected, difference->second)));
    }
  }

  void Report(const std::string& where, const std::string& message) {
    if (messages_.size() < kMostMessages) messages_.push_back(where + ": " + message);
  }

  const Source& source_;
  SourceCharacters characters_;
  std::vector<const Block*> blocks_;
  std::vector<std::string>& messages_;
  std::vector<std::pair<const Segment*, std::string>> notes_;
  std::size_t next_note_ = 0;
  std::size_t done_ = 0;   // bytes of the source before this are accounted for
  std::size_t block_ = 0;  // the first block that may hold what comes
};

template <typename Visit>
void ForEachSegment(const Script& script, const Visit& visit) {
  for (std::size_t c = 0; c < script.chapters.size(); ++c) {
    const std::vector<Segment>& segments = script.chapters[c].segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
      visit(segments[s], fmt::format("chapter {}, segment {}", c + 1, s + 1));
    }
  }
}

}  // namespace

std::vector<std::string> CheckScript(const Script& script, const Book& book) {
  std::vector<std::string> messages;
  std::vector<std::vector<const Block*>> blocks(book.sources.size());
  for (const Chapter& chapter : book.chapters) {
    for (const Block& block : chapter.blocks) blocks.at(block.file).push_back(&block);
  }
  std::map<std::string_view, SourceChecker> checkers;
  for (std::size_t i = 0; i < book.sources.size(); ++i) {
    const Source& source = book.sources[i];
    std::stable_sort(blocks[i].begin(), blocks[i].end(), [](const Block* a, const Block* b) {
      return a->source.begin < b->source.begin;
    });
    checkers.try_emplace(source.name, source, std::move(blocks[i]), messages);
  }
  ForEachSegment(script, [&](const Segment& segment, const std::string& name) {
    const auto checker = checkers.find(segment.source);
    if (checker != checkers.end() && segment.note) checker->second.AddNote(segment, name);
  });
  for (auto& [source, checker] : checkers) checker.SortNotes();
  ForEachSegment(script, [&](const Segment& segment, const std::string& name) {
    const auto checker = checkers.find(segment.source);
    if (checker == checkers.end()) {
      if (messages.size() >= kMostMessages) return;
      messages.push_back(fmt::format("{}: the book has no file \"{}\"", name, segment.source));
    } else if (!segment.note) {
      checker->second.Add(segment, name);
    }
  });
  for (const Source& source : book.sources) checkers.at(source.name).Finish();
  return messages;
}

}  // namespace fullcast
