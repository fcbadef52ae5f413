#include "produce/scripting/earlier_script.h"

#include <vector>

#include "core/error.h"
#include "core/file.h"
#include "core/hash.h"
#include "core/shown_text.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

std::optional<ScriptFile> ReadScriptIfThere(const fs::path& path, bool fresh) {
  if (!fs::exists(path)) return std::nullopt;
  try {
    return ParseScript(ReadFile(path), path.string());
  } catch (const Error&) {
    if (!fresh) throw;
    return std::nullopt;
  }
}

}  // namespace

BookIdentity BookIdentity::Of(const Book& book, const fs::path& book_path) {
  std::string all;
  for (const Source& source : book.sources) {
    all += source.name + '\0' + std::to_string(source.bytes.size()) + '\0' + source.bytes;
  }
  return {ValidUtf8(fs::canonical(book_path).string()), ContentHash(all)};
}

bool EarlierScript::IsOf(const BookIdentity& book) const {
  return file && (file->source_path == book.path || file->source_hash == book.hash);
}

ReadingChoice EarlierScript::ReadingOf(const BookIdentity& book) const {
  return IsOf(book) ? file->reading : ReadingChoice{};
}

SettledLines EarlierScript::SettledOf(const BookIdentity& book) const {
  return IsOf(book) ? SettledLines(file->script) : SettledLines();
}

EarlierScript ReadEarlierScript(const fs::path& script_path, bool fresh) {
  EarlierScript earlier;
  earlier.file = ReadScriptIfThere(script_path, fresh);
  earlier.kept = earlier.file && earlier.file->edited && !fresh;
  if (earlier.file && !earlier.kept) {
    for (ScriptChapter& chapter : earlier.file->script.chapters) {
      std::erase_if(chapter.segments,
                    [](const Segment& segment) { return segment.reason != kSettled; });
      chapter.segments.shrink_to_fit();
    }
  }
  return earlier;
}

}  // namespace fullcast
