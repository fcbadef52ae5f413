#include "script/booknlp/tab_separated.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The offset of the first byte that is no UTF-8, or the text's size.
std::size_t FirstBrokenByte(std::string_view text) {
  if (IsValidUtf8(text)) return text.size();
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t before = position;
    if (NextCodePoint(text, position) == kReplacementCharacter && position - before == 1) {
      return before;
    }
  }
  return text.size();
}

}  // namespace

TabSeparated::TabSeparated(std::string_view text, std::string file,
                           std::vector<std::string> columns)
    : rest_(text), file_(std::move(file)), columns_(std::move(columns)) {
  const std::size_t broken = FirstBrokenByte(text);
  if (broken < text.size()) throw Error(PlaceAt(file_, text, broken), "this byte is no UTF-8");
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
  SplitNextLine();
  for (const std::string& column : columns_) {
    const auto found = std::find(fields_.begin(), fields_.end(), column);
    if (found == fields_.end()) {
      throw Error(Place{file_, 1, 0}, fmt::format("the column \"{}\" is missing", column));
    }
    places_.push_back(static_cast<std::size_t>(found - fields_.begin()));
  }
}

bool TabSeparated::Next() {
  if (rest_.empty()) return false;
  SplitNextLine();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (places_[i] >= fields_.size()) {
      throw Wrong(fmt::format("this line ends before its column \"{}\"", columns_[i]));
    }
  }
  return true;
}

std::string_view TabSeparated::Field(std::size_t column) const {
  return fields_.at(places_.at(column));
}

std::size_t TabSeparated::Count(std::size_t column, std::size_t most) const {
  const std::string_view field = Field(column);
  std::size_t number = 0;
  const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (failure != std::errc() || end != field.data() + field.size() || number > most) {
    constexpr std::size_t kMostShown = 40;
    throw Wrong(fmt::format("{} is \"{}\"; it must be a number from 0 to {}", columns_.at(column),
                            field.substr(0, kMostShown), most));
  }
  return number;
}

Error TabSeparated::Wrong(const std::string& message) const {
  return Error(Place{file_, line_, 0}, message);
}

void TabSeparated::SplitNextLine() {
  std::string_view line = rest_.substr(0, rest_.find('\n'));
  rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  ++line_;
  fields_.clear();
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    fields_.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  fields_.push_back(line);
}

}  // namespace fullcast
