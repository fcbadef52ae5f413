#include "book/markup/file_contents.h"

#include <cstddef>
#include <string>
#include <utility>

#include "book/headings/heading.h"
#include "book/markup/joined_headings.h"

namespace fullcast {

namespace {

constexpr std::size_t kChapterText = 2'000;  // bytes of a file that may well be a chapter
constexpr std::size_t kLongestTitle = 80;    // bytes

bool IsTitleLine(const std::string& text) {
  return text.size() <= kLongestTitle && !text.ends_with('.') && IsSetAsTitle(text);
}

// The title that a file's first two paragraphs make; empty: none.
std::string TitleOf(const std::string& first, const std::string& second) {
  const auto heading = ParseHeading(first);
  const bool numbered = heading && heading->number > 0;
  if (numbered && heading->title.empty() && IsTitleLine(second)) {
    return HeadingLines({first, second});
  }
  const bool named = heading && heading->kind == HeadingKind::kNamed;
  return numbered || named || IsTitleLine(first) ? first : "";
}

}  // namespace

std::vector<ContentsEntry> ContentsOfFiles(const std::vector<MarkupDraft>& drafts,
                                           const std::vector<Source>& sources) {
  std::vector<ContentsEntry> entries;
  std::size_t long_files = 0;
  for (std::size_t begin = 0; begin < drafts.size();) {
    const std::size_t file = drafts[begin].block.file;
    std::string lines[2];
    std::size_t lines_read = 0;
    std::size_t read = 0;
    for (; begin < drafts.size() && drafts[begin].block.file == file; ++begin) {
      const Block& block = drafts[begin].block;
      if (!block.IsRead()) continue;
      if (lines_read < 2) lines[lines_read++] = block.text;
      read += block.text.size();
    }
    if (read >= kChapterText) ++long_files;
    std::string title = read > 0 ? TitleOf(lines[0], lines[1]) : "";
    if (!title.empty()) entries.push_back({std::move(title), 1, sources[file].name, ""});
  }
  if (entries.size() < 2 || entries.size() * 2 < long_files) entries.clear();
  return entries;
}

}  // namespace fullcast
