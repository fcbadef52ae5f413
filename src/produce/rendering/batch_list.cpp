#include "produce/rendering/batch_list.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

#include "book/folder_reader.h"
#include "book/formats.h"
#include "core/error.h"
#include "core/file.h"
#include "core/utf8.h"
#include "produce/workspace.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

// Deeper than any library, so that a loop of links ends.
constexpr int kDeepest = 32;

void FindBooks(const fs::path& folder, int depth, std::vector<fs::path>& found) {
  if (fs::exists(folder / "book.json")) {
    found.push_back(folder);
    return;
  }
  std::vector<fs::path> entries;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) {
    return NaturalLess(a.filename().string(), b.filename().string());
  });
  for (const fs::path& entry : entries) {
    if (fs::is_directory(entry)) {
      const bool hidden = entry.filename().string().starts_with('.');
      if (!hidden && depth < kDeepest) FindBooks(entry, depth + 1, found);
    } else if (IsBookFile(entry) && fs::is_regular_file(entry)) {
      found.push_back(entry);
    }
  }
}

std::vector<fs::path> ReadList(const fs::path& list) {
  std::vector<fs::path> books;
  bool any = false;
  const std::string text = ReadFile(list);
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = Trim(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.size(), rest.find('\n')));
    if (!rest.empty()) rest.remove_prefix(1);
    if (line.empty() || line.front() == '#') continue;
    books.push_back(list.parent_path() / fs::path(line));
    std::error_code error;
    any = any || fs::exists(books.back(), error);
  }
  if (!books.empty() && !any) {
    throw Error(list.string() +
                " is no list of books: no line of it is the path of a file or folder");
  }
  return books;
}

// The book's name, with the folders that lead to it from the library's.
std::string NameIn(const fs::path& library, const fs::path& book) {
  const fs::path folders = book.parent_path().lexically_relative(library);
  const bool is_below = !folders.empty() && *folders.begin() != "..";
  return is_below && folders != "." ? folders / BookName(book) : fs::path(BookName(book));
}

}  // namespace

std::vector<BatchBook> ListBooks(const fs::path& folder_or_list) {
  const bool is_folder = fs::is_directory(folder_or_list);
  std::vector<fs::path> paths;
  if (is_folder) {
    FindBooks(folder_or_list, 0, paths);
  } else {
    paths = ReadList(folder_or_list);
  }
  if (paths.empty()) throw Error("there is no book in " + folder_or_list.string());

  const fs::path given = fs::absolute(folder_or_list).lexically_normal();
  const fs::path library = is_folder ? given / "" : given.parent_path() / "";
  std::vector<BatchBook> books;
  std::set<std::string> taken;
  for (const fs::path& path : paths) {
    const std::string name = NameIn(library, fs::absolute(path).lexically_normal());
    std::string free = name;
    for (int number = 2; !taken.insert(free).second; ++number) {
      free = name + " (" + std::to_string(number) + ")";
    }
    books.push_back({path, free});
  }
  return books;
}

}  // namespace fullcast
