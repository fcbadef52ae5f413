#include "produce/rendering/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/error.h"
#include "core/file.h"
#include "core/json_writer.h"
#include "core/pcm.h"
#include "encode/origin.h"
#include "encode/series.h"
#include "produce/rendering/output_paths.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

// Audiobookshelf takes what stands in braces for the narrator.
std::string FolderNameFrom(std::string text, std::size_t most_bytes) {
  std::replace(text.begin(), text.end(), '{', '(');
  std::replace(text.begin(), text.end(), '}', ')');
  return FileNameFrom(text, most_bytes);
}

std::vector<std::string> Parts(const std::string& list, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(separator, begin), list.size());
    if (end > begin) parts.push_back(list.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

std::string Isbn(const std::string& identifier) {
  constexpr std::string_view kPrefix = "urn:isbn:";
  return identifier.starts_with(kPrefix) ? identifier.substr(kPrefix.size()) : "";
}

void WriteChapters(JsonWriter& json, const RenderReport& report) {
  const auto seconds = [](std::int64_t samples) {
    return static_cast<double>(samples) / kSampleRateHz;
  };
  json.Key("chapters").BeginArray();
  for (std::size_t i = 0; i < report.chapters.size(); ++i) {
    const bool is_last = i + 1 == report.chapters.size();
    json.BeginObject().Key("id").Integer(static_cast<std::int64_t>(i));
    json.Key("start").Number(seconds(report.chapters[i].sample));
    json.Key("end").Number(seconds(is_last ? report.samples : report.chapters[i + 1].sample));
    json.Key("title").String(report.chapters[i].title).EndObject();
  }
  json.EndArray();
}

// As Audiobookshelf (since 2.3) stores it beside a book, and prefers it to tags and names.
std::string AudiobookshelfMetadata(const BookInfo& book, const RenderReport& report) {
  JsonWriter json;
  const auto list = [&json](const char* key, const std::vector<std::string>& values) {
    json.Key(key).BeginArray();
    for (const std::string& value : values) json.String(value);
    json.EndArray();
  };
  const Series series = SeriesOf(book);
  std::vector<std::string> in_series;
  if (!series.name.empty()) {
    in_series.push_back(series.name + (series.part.empty() ? "" : " #" + series.part));
  }
  json.BeginObject();
  list("tags", {});
  WriteChapters(json, report);
  json.Key("title").String(book.title).StringUnlessEmpty("subtitle", book.subtitle);
  list("authors", Parts(book.author, ", "));
  list("narrators", Parts(book.narrator, ", "));
  list("series", in_series);
  list("genres", Parts(book.genre, "; "));
  json.StringUnlessEmpty("publishedYear", book.year);
  json.StringUnlessEmpty("publisher", book.publisher);
  json.StringUnlessEmpty("description", book.description);
  json.StringUnlessEmpty("isbn", Isbn(book.identifier));
  json.StringUnlessEmpty("language", book.language);
  json.Key("explicit").Bool(false).Key("abridged").Bool(false);
  return json.EndObject().Text() + "\n";
}

}  // namespace

Layout LayoutNamed(std::string_view name) {
  if (name.empty()) return Layout::kPlain;
  if (name == "audiobookshelf") return Layout::kAudiobookshelf;
  if (name == "acx") return Layout::kAcx;
  throw Error("there is no layout \"" + std::string(name) + "\"; there are audiobookshelf, acx");
}

fs::path LibraryFolder(const BookInfo& book) {
  constexpr std::size_t kMostBytes = 100;
  constexpr std::size_t kMostNarratorBytes = 60;
  const auto name = [](const std::string& text) { return FolderNameFrom(text, kMostBytes); };
  const Series series = SeriesOf(book);
  const std::string title = name(book.title);
  const std::string year = FolderNameFrom(book.year, 8);
  const std::string part = FolderNameFrom(series.part, 8);
  const std::string narrator = FolderNameFrom(book.narrator, kMostNarratorBytes);
  std::string folder;
  if (!series.name.empty() && !part.empty()) folder += "Vol " + part + " - ";
  if (!year.empty()) folder += year + " - ";
  folder += title.empty() ? "Untitled" : title;
  if (!narrator.empty()) folder += " {" + narrator + "}";
  // A folder above the book's is the author's: without one there is none for the series.
  const fs::path author = name(book.author);
  return author.empty() ? fs::path(folder) : author / name(series.name) / folder;
}

std::vector<LayoutFile> LayoutFiles(const Script& script, const RenderOptions& options,
                                    const RenderReport& report) {
  std::vector<LayoutFile> files;
  if (options.layout == Layout::kPlain) return files;
  const BookInfo& book = script.book;
  const fs::path folder =
      OutputPaths(script, options, options.deliveries.front()).front().parent_path();
  if (!book.cover.empty()) {
    std::string cover = ReadFile(book.cover);
    const bool png = cover.starts_with("\x89PNG");
    files.push_back({folder / (png ? "cover.png" : "cover.jpg"), std::move(cover)});
  }
  if (options.layout != Layout::kAudiobookshelf) return files;
  if (!book.description.empty()) files.push_back({folder / "desc.txt", book.description + "\n"});
  if (!book.narrator.empty()) files.push_back({folder / "reader.txt", book.narrator + "\n"});
  files.push_back({folder / "metadata.json", AudiobookshelfMetadata(book, report)});
  return files;
}

void CheckLayout(const Script& script, const RenderOptions& options) {
  if (options.layout == Layout::kPlain || options.force) return;
  const fs::path folder =
      OutputPaths(script, options, options.deliveries.front()).front().parent_path();
  if (!fs::is_directory(folder)) return;
  bool has_ours = false;
  bool has_others = false;
  bool has_companions = false;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (FormatOf(entry.path()) && !name.starts_with(".")) {
      const std::optional<Origin> origin = ReadOrigin(entry.path());
      const bool ours = origin && origin->book_id == script.book.id;
      (ours ? has_ours : has_others) = true;
    }
    has_companions = has_companions || name == "metadata.json" || name == "desc.txt" ||
                     name == "reader.txt" || name.starts_with("cover.");
  }
  if (!has_others && (has_ours || !has_companions)) return;
  throw Error(folder.string() +
              " holds another book already; give this one another title or narrator, -o writes "
              "elsewhere, --force replaces what is of the same name");
}

Timeline BookOf(Timeline timeline, const Script& script, const RenderOptions& options) {
  if (options.layout == Layout::kAcx && !timeline.chapters.empty() &&
      timeline.chapters.back().chapter + 1 == script.chapters.size()) {
    timeline.chapters.pop_back();
  }
  return timeline;
}

std::vector<fs::path> BookOf(std::vector<fs::path> sounds, const RenderOptions& options) {
  if (options.layout == Layout::kAcx && !sounds.empty()) sounds.pop_back();
  return sounds;
}

}  // namespace fullcast
