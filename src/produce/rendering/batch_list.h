// Which books a batch is to render, and what each is called.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fullcast {

struct BatchBook {
  std::filesystem::path path;
  std::string name;  ///< unique in the batch; folders stay: "austen/emma"
};

/// Of a folder: every book file in it and in the folders below, in natural order; a folder with a
/// book.json is one book. Of a file: the paths on its lines, seen from its folder; empty lines and
/// those that begin with # don't count. A second book of one name is called "emma (2)". Throws
/// Error when there is no book, or the list can't be read.
std::vector<BatchBook> ListBooks(const std::filesystem::path& folder_or_list);

}  // namespace fullcast
