#include "book/fb2/fb2_metadata.h"

#include <algorithm>
#include <string_view>

#include "book/source/picture.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

// An element and what is in it; `begin == end`: there is none.
struct Element {
  const Markup& markup;
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] Element Child(std::string_view name) const {
    if (begin == end) return *this;
    const std::size_t found = FindElement(markup, name, begin + 1, end);
    return {markup, found, found == end ? end : markup[found].match};
  }
  [[nodiscard]] std::string Text() const {
    return begin == end ? std::string() : TextInside(markup, begin);
  }
  [[nodiscard]] std::string Attribute(std::string_view name) const {
    return begin == end ? std::string() : std::string(markup[begin].Attribute(name));
  }
};

void AppendTo(std::string& list, const std::string& item, std::string_view separator) {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

std::string NameOf(const Element& person) {
  std::string name;
  for (const std::string_view part : {"first-name", "middle-name", "last-name"}) {
    AppendTo(name, person.Child(part).Text(), " ");
  }
  return name.empty() ? person.Child("nickname").Text() : name;
}

// All elements of a name inside another, as text of `text_of`.
template <typename TextOf>
std::string All(const Element& outer, std::string_view name, std::string_view separator,
                TextOf text_of) {
  std::string all;
  for (std::size_t i = outer.begin; i < outer.end; ++i) {
    const MarkupNode& node = outer.markup[i];
    if (node.kind != Kind::kBegin || node.value != name) continue;
    AppendTo(all, text_of(Element{outer.markup, i, node.match}), separator);
  }
  return all;
}

// The first four digits in a row: "1897", "12.03.1897".
std::string YearIn(std::string_view date) {
  constexpr std::size_t kDigits = 4;
  std::size_t run = 0;
  for (std::size_t i = 0; i < date.size(); ++i) {
    run = date[i] >= '0' && date[i] <= '9' ? run + 1 : 0;
    if (run == kDigits) return std::string(date.substr(i + 1 - kDigits, kDigits));
  }
  return {};
}

}  // namespace

BookInfo ReadFb2Metadata(const Markup& fb2) {
  const Element description = Element{fb2, 0, fb2.size()}.Child("description");
  const Element title = description.Child("title-info");
  const Element published = description.Child("publish-info");
  BookInfo info;
  info.title = title.Child("book-title").Text();
  info.author = All(title, "author", ", ", NameOf);
  info.translator = All(title, "translator", ", ", NameOf);
  info.genre = All(title, "genre", "; ", [](const Element& genre) { return genre.Text(); });
  info.series = title.Child("sequence").Attribute("name");
  info.series_index = title.Child("sequence").Attribute("number");
  if (const std::string lang = title.Child("lang").Text(); !lang.empty()) info.language = lang;
  info.description = title.Child("annotation").Text();
  info.year = YearIn(title.Child("date").Attribute("value"));
  if (info.year.empty()) info.year = YearIn(title.Child("date").Text());
  if (info.year.empty()) info.year = YearIn(published.Child("year").Text());
  info.publisher = published.Child("publisher").Text();
  info.identifier = published.Child("isbn").Text();
  if (info.identifier.empty())
    info.identifier = description.Child("document-info").Child("id").Text();
  return info;
}

std::string ReadFb2Cover(const Markup& fb2) {
  const Element page =
      Element{fb2, 0, fb2.size()}.Child("description").Child("title-info").Child("coverpage");
  const std::string target = page.Child("image").Attribute("href");
  if (!target.starts_with('#')) return {};
  for (std::size_t i = 0; i < fb2.size(); ++i) {
    const MarkupNode& node = fb2[i];
    const bool is_it = node.kind == Kind::kBegin && node.value == "binary" &&
                       node.Attribute("id") == std::string_view(target).substr(1);
    if (!is_it) continue;
    std::string bytes = DecodeBase64(TextInside(fb2, i));
    return IsPicture(bytes) ? bytes : std::string();
  }
  return {};
}

}  // namespace fullcast
