#include "book/markdown/markdown_notes.h"

#include <algorithm>
#include <iterator>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestLabel = 40;
constexpr std::size_t kNone = std::string_view::npos;

// The label of "[^label]" at the beginning of a text, or nothing.
std::string_view LabelOf(std::string_view text) {
  if (!text.starts_with("[^")) return {};
  const std::string_view inner = text.substr(2, kLongestLabel + 1);
  const std::size_t end = inner.find_first_of("] \t\r\n[");
  if (end == kNone || end == 0 || inner[end] != ']') return {};
  return inner.substr(0, end);
}

bool IsFence(std::string_view line) {
  const std::string_view words = Trim(line);
  return words.starts_with("```") || words.starts_with("~~~");
}

bool IsIndented(std::string_view line) {
  return line.starts_with("    ") || line.starts_with('\t');
}

}  // namespace

const MarkdownNote* MarkdownNotes::At(std::size_t offset) const {
  const auto after = std::upper_bound(
      notes.begin(), notes.end(), offset,
      [](std::size_t at, const MarkdownNote& note) { return at < note.span.begin; });
  if (after == notes.begin() || offset >= std::prev(after)->span.end) return nullptr;
  return &*std::prev(after);
}

std::size_t MarkdownNotes::ReferenceLength(std::string_view text_here) const {
  const std::string_view label = LabelOf(text_here);
  return !label.empty() && labels.contains(std::string(label)) ? label.size() + 3 : 0;
}

MarkdownNotes FindMarkdownNotes(std::string_view text, std::size_t begin) {
  MarkdownNotes found;
  found.text = text;
  bool fenced = false;
  bool inside = false;  // a note goes on while its paragraph does, and in indented ones
  bool blank = true;
  for (std::size_t line_begin = begin; line_begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', line_begin), text.size());
    const std::string_view line = text.substr(line_begin, end - line_begin);
    const std::string_view label = fenced ? std::string_view() : LabelOf(line);
    const bool empty = Trim(line).empty();
    if (IsFence(line)) fenced = !fenced;
    if (!label.empty() && line.substr(label.size() + 3).starts_with(':')) {
      const std::size_t length = label.size() + 4;
      found.text.replace(line_begin, length, length, ' ');
      found.text[line_begin] = '\n';
      found.notes.push_back({{line_begin, end}, std::string(label)});
      found.labels.insert(std::string(label));
      inside = true;
    } else if (inside && !empty) {
      inside = !blank || IsIndented(line);
      if (inside) found.notes.back().span.end = end;
    }
    blank = empty;
    line_begin = end + 1;
  }
  return found;
}

}  // namespace fullcast
