#include "produce/scripting/earlier_script.h"

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

ReadingChoice EarlierScript::Reading() const { return same_book ? file->reading : ReadingChoice{}; }

SettledLines EarlierScript::Settled() const {
  return same_book ? SettledLines(file->script) : SettledLines();
}

EarlierScript ReadEarlierScript(const fs::path& script_path, const BookIdentity& book, bool fresh) {
  EarlierScript earlier;
  earlier.file = ReadScriptIfThere(script_path, fresh);
  earlier.same_book = earlier.file && (earlier.file->source_path == book.path ||
                                       earlier.file->source_hash == book.hash);
  return earlier;
}

}  // namespace fullcast
