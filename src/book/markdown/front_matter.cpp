#include "book/markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr int kMostLines = 100;

// The lines of a text, one after the other.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  [[nodiscard]] bool AtEnd() const { return begin_ >= text_.size(); }

  // The next line, without white space at its ends.
  std::string_view Take() {
    end_ = std::min(text_.find_first_of("\r\n", begin_), text_.size());
    const std::string_view line = Trim(text_.substr(begin_, end_ - begin_));
    indented_ = text_.substr(begin_, 1) == " " || text_.substr(begin_, 1) == "\t";
    begin_ = end_ + (text_.substr(end_, 2) == "\r\n" ? 2 : 1);
    return line;
  }

  // Whether the line that was taken last began with white space.
  [[nodiscard]] bool indented() const { return indented_; }

  // Where the line that was taken last ends.
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool indented_ = false;
};

std::string_view Unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// "2019-05-01", "May 2019": the first four digits.
std::string Year(std::string_view date) {
  constexpr std::size_t kDigits = 4;
  for (std::size_t begin = 0; begin + kDigits <= date.size(); ++begin) {
    const std::string_view year = date.substr(begin, kDigits);
    if (year.find_first_not_of("0123456789") == std::string_view::npos) return std::string(year);
  }
  return {};
}

// "|", ">-": the value stands in the indented lines below.
bool IsBlockMark(std::string_view value) {
  return !value.empty() && (value[0] == '|' || value[0] == '>') &&
         value.find_first_not_of("+-123456789", 1) == std::string_view::npos;
}

void Take(std::string_view key, std::string_view value, BookInfo& info) {
  const std::array<std::pair<std::string_view, std::string*>, 7> fields = {
      {{"title", &info.title},
       {"subtitle", &info.subtitle},
       {"author", &info.author},
       {"language", &info.language},
       {"lang", &info.language},
       {"series", &info.series},
       {"description", &info.description}}};
  for (const auto& [name, field] : fields) {
    if (key == name && !value.empty()) *field = value;
  }
  if (key == "date" || key == "year") info.year = Year(value);
}

// Between two lines of `fence`.
std::size_t ReadFenced(std::string_view text, std::string_view fence, char separator,
                       BookInfo& info) {
  BookInfo found = info;
  std::string list;   // the key whose values stand in the lines below it
  std::string block;  // ... whose value does
  std::string value;  // of that
  Lines lines(text);
  lines.Take();
  for (int number = 1; number < kMostLines && !lines.AtEnd(); ++number) {
    const std::string_view line = lines.Take();
    if (!block.empty() && (lines.indented() || line.empty())) {
      if (!value.empty() && !line.empty()) value += ' ';
      value += line;
      continue;
    }
    if (!block.empty()) Take(block, value, found);
    block.clear();
    if (line == fence || (fence == "---" && line == "...")) {
      info = std::move(found);
      return lines.end();
    }
    if (line.empty() && separator == ':') return 0;  // a rule above a text
    if (list == "author" && line.starts_with("- ")) {
      if (!found.author.empty()) found.author += ", ";
      found.author += Unquoted(Trim(line.substr(2)));
      continue;
    }
    const std::size_t place = line.find(separator);
    if (place == std::string_view::npos) continue;
    const std::string key = Lowercase(Trim(line.substr(0, place)));
    const std::string_view after = Trim(line.substr(place + 1));
    list = key;
    if (separator == ':' && IsBlockMark(after)) {
      block = key;
      value.clear();
    } else {
      Take(key, Unquoted(after), found);
    }
  }
  return 0;
}

std::size_t ReadTitleBlock(std::string_view text, BookInfo& info) {
  constexpr std::array<std::string_view, 3> kKeys = {"title", "author", "date"};
  Lines lines(text);
  std::size_t end = 0;
  for (const std::string_view key : kKeys) {
    const std::string_view line = lines.AtEnd() ? std::string_view() : lines.Take();
    if (!line.starts_with('%')) break;
    Take(key, Trim(line.substr(1)), info);
    end = lines.end();
  }
  return end;
}

}  // namespace

std::size_t ReadFrontMatter(std::string_view text, BookInfo& info) {
  const std::string_view first = Lines(text).Take();
  if (first == "---") return ReadFenced(text, first, ':', info);
  if (first == "+++") return ReadFenced(text, first, '=', info);
  return first.starts_with("% ") ? ReadTitleBlock(text, info) : 0;
}

}  // namespace fullcast
