#include "book/folder_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "book/formats.h"
#include "book/headings/capitals.h"
#include "book/headings/chapters.h"
#include "book/info_file.h"
#include "book/source/size_limits.h"
#include "core/error.h"
#include "core/file.h"
#include "core/shown_text.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr const char* kInfoFile = "book.json";

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// The number at `position`, which is moved behind it, without leading zeros.
std::string_view TakeNumber(std::string_view name, std::size_t& position) {
  while (position + 1 < name.size() && name[position] == '0' && IsAsciiDigit(name[position + 1])) {
    ++position;
  }
  const std::size_t begin = position;
  while (position < name.size() && IsAsciiDigit(name[position])) ++position;
  return name.substr(begin, position - begin);
}

// "03-the-storm" is "The Storm", "chapter-3" is "Chapter 3", "03" is "3".
std::string ChapterTitle(const std::filesystem::path& path) {
  const std::string stem = path.stem().string();
  std::size_t behind = 0;
  const std::string_view number =
      !stem.empty() && IsAsciiDigit(stem[0]) ? TakeNumber(stem, behind) : std::string_view();
  std::string title = TitleFromName(std::string_view(stem).substr(behind));
  return title.empty() ? std::string(number) : title;
}

std::vector<std::filesystem::path> ChapterFiles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (IsChapterFile(entry->path()) && entry->is_regular_file(error)) {
      files.push_back(entry->path());
    }
  }
  if (error) throw Error(folder.string() + ": can't read this folder: " + error.message());
  if (files.empty()) {
    throw Error(folder.string() +
                ": there are no chapters in this folder (.txt, .md, .html, .docx, .fb2 or .epub "
                "files, one a "
                "chapter)");
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    return NaturalLess(a.filename().string(), b.filename().string());
  });
  return files;
}

// The only chapter takes what stands above its heading.
void JoinOpening(std::vector<Chapter>& chapters) {
  if (chapters.size() != 2 || chapters.front().title != kOpening) return;
  auto& blocks = chapters.front().blocks;
  blocks.insert(blocks.end(), std::make_move_iterator(chapters.back().blocks.begin()),
                std::make_move_iterator(chapters.back().blocks.end()));
  chapters.back().blocks = std::move(blocks);
  chapters.erase(chapters.begin());
}

// A note's name is one in its file only.
void QualifyNotes(const std::string& file, std::vector<Chapter>& chapters) {
  for (Chapter& chapter : chapters) {
    for (Block& block : chapter.blocks) {
      if (!block.note.empty()) block.note = file + '#' + block.note;
      for (NoteReference& reference : block.notes) reference.note = file + '#' + reference.note;
    }
  }
}

BookInfo ReadInfo(const std::filesystem::path& folder) {
  BookInfo info;
  TakeInfoFile(folder / kInfoFile, info);
  const auto name = std::filesystem::absolute(folder / ".").parent_path().filename().string();
  if (info.title.empty()) info.title = TitleFromName(name);
  return info;
}

// Adds a chapter's size to that of those before it.
void CheckTotals(const std::filesystem::path& folder, const Book& part, std::size_t& blocks,
                 std::size_t& text_bytes) {
  for (const Chapter& chapter : part.chapters) blocks += chapter.blocks.size();
  for (const Source& source : part.sources) text_bytes += source.bytes.size();
  CheckTextBytes(text_bytes, folder.string());
  if (blocks > kMostParagraphs) {
    throw TooLarge(Place{folder.string()}, "this is more than " + std::to_string(kMostParagraphs) +
                                               " paragraphs; cut the book into several");
  }
}

}  // namespace

bool NaturalLess(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (IsAsciiDigit(a[i]) && IsAsciiDigit(b[j])) {
      const std::string_view x = TakeNumber(a, i);
      const std::string_view y = TakeNumber(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      continue;
    }
    const char32_t c = ToLower(NextCodePoint(a, i));
    const char32_t d = ToLower(NextCodePoint(b, j));
    if (c != d) return c < d;
  }
  if (i < a.size() || j < b.size()) return j < b.size();
  return a < b;  // "1.txt" and "01.txt"
}

Book ReadFolder(const std::filesystem::path& folder) {
  Book book;
  book.info = ReadInfo(folder);
  std::size_t blocks = 0;
  std::size_t text_bytes = 0;
  for (const std::filesystem::path& path : ChapterFiles(folder)) {
    const std::string name = ValidUtf8(path.filename().string());
    Book part;
    try {
      part = ReaderFor(path)({name, ReadFile(path), ChapterTitle(path), true});
    } catch (const Error& error) {
      throw error.Within(folder.string());
    }
    CheckTotals(folder, part, blocks, text_bytes);
    JoinOpening(part.chapters);
    QualifyNotes(name, part.chapters);
    for (Chapter& chapter : part.chapters) {
      for (Block& block : chapter.blocks) block.file += book.sources.size();
    }
    std::move(part.chapters.begin(), part.chapters.end(), std::back_inserter(book.chapters));
    std::move(part.sources.begin(), part.sources.end(), std::back_inserter(book.sources));
    std::move(part.warnings.begin(), part.warnings.end(), std::back_inserter(book.warnings));
  }
  return book;
}

}  // namespace fullcast
