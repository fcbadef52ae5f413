#include "core/book_info_json.h"

#include <array>
#include <string_view>
#include <utility>

#include "core/json.h"

namespace fullcast {

namespace {

using Field = std::string BookInfo::*;

constexpr std::array<std::pair<std::string_view, Field>, 10> kFields = {
    {{"id", &BookInfo::id},
     {"title", &BookInfo::title},
     {"author", &BookInfo::author},
     {"narrator", &BookInfo::narrator},
     {"language", &BookInfo::language},
     {"cover", &BookInfo::cover},
     {"year", &BookInfo::year},
     {"series", &BookInfo::series},
     {"description", &BookInfo::description},
     {"genre", &BookInfo::genre}}};

}  // namespace

std::string FormatBookInfo(const BookInfo& info) {
  JsonWriter json;
  json.BeginObject();
  for (const auto& [key, field] : kFields) json.StringUnlessEmpty(key, info.*field);
  return json.EndObject().Text();
}

BookInfo ParseBookInfo(const Json& json) {
  json.AllowOnly({"id", "title", "author", "narrator", "language", "cover", "year", "series",
                  "description", "genre"});
  BookInfo info;
  for (const auto& [key, field] : kFields) info.*field = json.StringOr(key, info.*field);
  return info;
}

}  // namespace fullcast
