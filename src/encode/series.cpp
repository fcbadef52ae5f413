#include "encode/series.h"

#include "core/utf8.h"

namespace fullcast {

namespace {

bool IsNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos &&
         text.front() != '.' && text.back() != '.';
}

// The text without this word at its end, whatever its case; as it is if another word stands there.
std::string_view WithoutWord(std::string_view text, std::string_view word) {
  if (text.size() <= word.size()) return text;
  const std::string_view end = text.substr(text.size() - word.size());
  if (Lowercase(end) != word) return text;
  const std::string_view rest = text.substr(0, text.size() - word.size());
  return rest.ends_with(' ') ? Trim(rest) : text;
}

}  // namespace

Series ParseSeries(std::string_view text) {
  text = Trim(text);
  const std::size_t number = text.find_last_of("# ");
  if (number == std::string_view::npos || !IsNumber(text.substr(number + 1))) {
    return {std::string(text), ""};
  }
  const std::string part(text.substr(number + 1));
  std::string_view name = Trim(text.substr(0, number));
  if (text[number] == ' ') {
    const std::string_view all = name;
    for (const char* word : {"book", "volume", "vol.", "vol", "part"})
      name = WithoutWord(name, word);
    if (name == all) return {std::string(text), ""};  // "Catch 22" is a name
  }
  while (name.ends_with(',') || name.ends_with(' ')) name.remove_suffix(1);
  return {std::string(name), part};
}

Series SeriesOf(const BookInfo& book) {
  Series series = ParseSeries(book.series);
  if (!book.series_index.empty()) series.part = book.series_index;
  return series;
}

}  // namespace fullcast
