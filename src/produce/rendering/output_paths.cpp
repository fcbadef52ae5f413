#include "produce/rendering/output_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/utf8.h"
#include "encode/format.h"
#include "produce/rendering/layout.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

// Names of devices, whatever follows a dot.
bool IsWindowsDevice(std::string_view name) {
  const std::string stem = Lowercase(name.substr(0, name.find('.')));
  if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem.back() >= '1' && stem.back() <= '9';
}

// Nothing is to be seen of it, and it may turn around what is.
bool IsInvisible(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200B || c == 0xFEFF;
}

}  // namespace

std::vector<fs::path> OutputPaths(const Script& script, const RenderOptions& options,
                                  const Delivery& delivery) {
  const std::string extension = "." + std::string(NameOf(delivery.format));
  fs::path whole = options.output;
  if (options.layout == Layout::kAudiobookshelf) {
    const fs::path folder = whole.parent_path() / LibraryFolder(script.book);
    const std::string title = FileNameFrom(script.book.title);
    whole = options.split_chapters
                ? folder
                : folder / ((title.empty() ? "Untitled" : title) + whole.extension().string());
  } else if (options.split_chapters) {
    whole = WithoutFormat(whole);
  }
  if (!options.split_chapters) {
    const bool first = delivery.format == options.deliveries.front().format;
    return {first ? whole : WithoutFormat(whole) += extension};
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

fs::path PlaceOf(const Script& script, const RenderOptions& options) {
  if (options.layout == Layout::kPlain) return options.output;
  const fs::path first = OutputPaths(script, options, options.deliveries.front()).front();
  return options.split_chapters ? first.parent_path() : first;
}

std::string FileNameFrom(std::string_view text, std::size_t most_bytes) {
  constexpr std::string_view kForbidden = "<>:\"/\\|?*";
  constexpr char32_t kDelete = 0x7F;
  constexpr char32_t kLastControl = 0x9F;
  std::string name;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    std::string next;
    if (c < U' ' || (c >= kDelete && c <= kLastControl)) {
      next = " ";
    } else if (c < kDelete && kForbidden.find(static_cast<char>(c)) != std::string_view::npos) {
      next = "-";
    } else if (!IsInvisible(c)) {
      AppendUtf8(next, c);
    }
    const bool leads = name.empty() && (next == " " || next == ".");  // a dot would hide it
    if (leads) continue;
    if (name.size() + next.size() > most_bytes) break;
    name += next;
  }
  // Windows drops them.
  const std::size_t end = name.find_last_not_of(". ");
  name.resize(end == std::string::npos ? 0 : end + 1);
  return IsWindowsDevice(name) ? name + "_" : name;
}

}  // namespace fullcast
