#include "book/reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "book/folder_reader.h"
#include "book/formats.h"
#include "book/headings/capitals.h"
#include "book/info_file.h"
#include "core/file.h"
#include "core/shown_text.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

// A title from the file's name, or, where that says nothing, from its folder's.
std::string FallbackTitle(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 6> kSayNothing = {"novel", "book", "text",
                                                           "index", "main", "source"};
  std::string stem = path.stem().string();
  if (Lowercase(stem).ends_with(".fb2")) stem = path.stem().stem().string();
  const bool says_nothing =
      std::find(kSayNothing.begin(), kSayNothing.end(), Lowercase(stem)) != kSayNothing.end();
  const std::string folder = std::filesystem::absolute(path).parent_path().filename().string();
  return TitleFromName(says_nothing && !folder.empty() ? folder : stem);
}

}  // namespace

Book ReadBook(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return ReadFolder(path);
  BookFile file{ValidUtf8(path.filename().string()), ReadFile(path), FallbackTitle(path)};
  Book book = ReaderFor(path)(std::move(file));
  TakeInfoFile(std::filesystem::path(path).replace_extension(".book.json"), book.info);
  return book;
}

}  // namespace fullcast
