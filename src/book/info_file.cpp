#include "book/info_file.h"

#include <utility>

#include "core/book_info_json.h"
#include "core/file.h"
#include "core/json.h"

namespace fullcast {

void TakeInfoFile(const std::filesystem::path& path, BookInfo& info) {
  if (!std::filesystem::exists(path)) return;
  info = ParseBookInfo(Json::Parse(ReadFile(path), path.string()), std::move(info));
  if (!info.cover.empty()) info.cover = (path.parent_path() / info.cover).string();
}

}  // namespace fullcast
