#include "produce/rendering/output_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/utf8.h"

namespace fullcast {

namespace fs = std::filesystem;

std::vector<fs::path> OutputPaths(const Script& script, const RenderOptions& options,
                                  const Delivery& delivery) {
  const std::string extension = "." + std::string(NameOf(delivery.format));
  fs::path whole = options.output;
  if (!options.split_chapters) {
    const bool first = delivery.format == options.deliveries.front().format;
    return {first ? whole : whole.replace_extension(extension)};
  }
  const std::string ending = whole.extension().string();
  for (const Format format : AllFormats()) {
    if (ending == "." + std::string(NameOf(format))) whole.replace_extension();
  }
  const std::size_t width = std::max<std::size_t>(2, std::to_string(script.chapters.size()).size());
  std::vector<fs::path> paths;
  for (std::size_t i = 0; i < script.chapters.size(); ++i) {
    const std::string title = FileNameFrom(script.chapters[i].title);
    paths.push_back(whole / fmt::format("{:0{}}{}{}{}", i + 1, width, title.empty() ? "" : " - ",
                                        title, extension));
  }
  return paths;
}

std::string FileNameFrom(std::string_view text) {
  constexpr std::string_view kForbidden = "<>:\"/\\|?*";
  constexpr std::size_t kMostBytes = 120;
  constexpr char32_t kDelete = 0x7F;
  std::string name;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    std::string next;
    if (c < U' ' || c == kDelete) {
      next = " ";
    } else if (c < kDelete && kForbidden.find(static_cast<char>(c)) != std::string_view::npos) {
      next = "-";
    } else {
      AppendUtf8(next, c);
    }
    if (name.size() + next.size() > kMostBytes) break;
    name += next;
  }
  // Windows drops them.
  const std::size_t end = name.find_last_not_of(". ");
  name.resize(end == std::string::npos ? 0 : end + 1);
  const std::size_t begin = name.find_first_not_of(' ');
  return begin == std::string::npos ? "" : name.substr(begin);
}

}  // namespace fullcast
