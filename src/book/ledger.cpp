#include "book/ledger.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "book/source/source_text.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostMessages = 100;

// The first character that is no white space in bytes [begin, end) of the file, or `end`.
std::size_t FirstInk(const SourceText& source, std::size_t& position, std::size_t begin,
                     std::size_t end) {
  while (position < source.text.size()) {
    const std::size_t offset = source.SourceOffset(position);
    if (offset >= end) return end;
    std::size_t next = position;
    const char32_t c = NextCodePoint(source.text, next);
    if (offset >= begin && !IsSpace(c)) return offset;
    position = next;
  }
  return end;
}

class SourceChecker {
 public:
  SourceChecker(const Source& source, std::vector<std::string>& messages)
      : source_(source), text_(Decode(source.bytes, source.name)), messages_(messages) {}

  void Add(const Block& block) {
    const Span span = block.source;
    if (span.begin >= span.end || span.end > source_.bytes.size()) {
      Report(span.begin, "a block has no place in the file");
      return;
    }
    if (span.begin < done_) Report(span.begin, "a block holds what the one before it holds");
    CheckGap(span.begin);
    if (block.text.empty()) Report(span.begin, "a block is empty");
    const bool silent = block.kind == BlockKind::kSkipped || block.kind == BlockKind::kSceneBreak;
    if (silent && block.skip.empty()) Report(span.begin, "a block is skipped without a reason");
    if (CheckMap(block)) CheckWords(block);
    done_ = std::max(done_, span.end);
  }

  void Finish() { CheckGap(source_.bytes.size()); }

 private:
  void CheckGap(std::size_t end) {
    const std::size_t lost = FirstInk(text_, position_, done_, end);
    if (lost < end) Report(lost, "this is in no block");
  }

  bool CheckMap(const Block& block) {
    const bool starts = !block.map.empty() && block.map.front().text == 0 &&
                        block.map.front().source == block.source.begin;
    bool sorted = true;
    for (std::size_t i = 1; i < block.map.size(); ++i) {
      sorted = sorted && block.map[i - 1].text < block.map[i].text &&
               block.map[i - 1].source <= block.map[i].source;
    }
    const bool inside = !block.map.empty() && block.map.back().text < block.text.size() &&
                        block.map.back().source < block.source.end;
    const bool whole = starts && sorted && inside;
    if (!whole) Report(block.source.begin, "a block's map is broken");
    return whole;
  }

  // A script cuts between words: there, too, every character belongs to one side.
  void CheckWords(const Block& block) {
    for (std::size_t space = block.text.find(' '); space != std::string::npos;
         space = block.text.find(' ', space + 1)) {
      const std::size_t end = block.SourceOffset(space + 1);
      const std::size_t lost = FirstInk(text_, word_position_, block.SourceOffset(space), end);
      if (lost < end) Report(lost, "this is lost between two words");
    }
  }

  void Report(std::size_t offset, const char* message) {
    if (messages_.size() >= kMostMessages) return;
    const Place place =
        PlaceAt(source_.name, source_.bytes, std::min(offset, source_.bytes.size()));
    messages_.push_back(fmt::format("{}:{}:{}: {}", place.file, place.line, place.column, message));
  }

  const Source& source_;
  SourceText text_;
  std::vector<std::string>& messages_;
  std::size_t done_ = 0;      // bytes of the file before this are accounted for
  std::size_t position_ = 0;  // ... in the decoded text
  std::size_t word_position_ = 0;
};

}  // namespace

std::vector<std::string> CheckBook(const Book& book) {
  std::vector<std::string> messages;
  std::vector<SourceChecker> checkers;
  checkers.reserve(book.sources.size());
  for (const Source& source : book.sources) checkers.emplace_back(source, messages);
  for (const Chapter& chapter : book.chapters) {
    for (const Block& block : chapter.blocks) checkers.at(block.file).Add(block);
  }
  for (SourceChecker& checker : checkers) checker.Finish();
  return messages;
}

}  // namespace fullcast
