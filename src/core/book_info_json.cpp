#include "core/book_info_json.h"

#include <array>
#include <string_view>
#include <utility>

#include "core/json.h"
#include "core/json_writer.h"

namespace fullcast {

namespace {

using Field = std::string BookInfo::*;

constexpr std::array<std::pair<std::string_view, Field>, 15> kFields = {
    {{"id", &BookInfo::id},
     {"title", &BookInfo::title},
     {"subtitle", &BookInfo::subtitle},
     {"author", &BookInfo::author},
     {"translator", &BookInfo::translator},
     {"narrator", &BookInfo::narrator},
     {"language", &BookInfo::language},
     {"cover", &BookInfo::cover},
     {"year", &BookInfo::year},
     {"series", &BookInfo::series},
     {"series_index", &BookInfo::series_index},
     {"description", &BookInfo::description},
     {"genre", &BookInfo::genre},
     {"publisher", &BookInfo::publisher},
     {"identifier", &BookInfo::identifier}}};

}  // namespace

std::string FormatBookInfo(const BookInfo& info) {
  JsonWriter json;
  json.BeginObject();
  for (const auto& [key, field] : kFields) json.StringUnlessEmpty(key, info.*field);
  return json.EndObject().Text();
}

BookInfo ParseBookInfo(const Json& json, BookInfo known) {
  json.AllowOnly({"id", "title", "subtitle", "author", "translator", "narrator", "language",
                  "cover", "year", "series", "series_index", "description", "genre", "publisher",
                  "identifier"});
  for (const auto& [key, field] : kFields) known.*field = json.StringOr(key, known.*field);
  return known;
}

void Override(BookInfo& info, const BookInfo& with) {
  for (const auto& [key, field] : kFields) {
    if (!(with.*field).empty()) info.*field = with.*field;
  }
}

}  // namespace fullcast
