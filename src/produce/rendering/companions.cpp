#include "produce/rendering/companions.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/file.h"
#include "produce/rendering/layout.h"
#include "produce/rendering/read_along.h"
#include "publish/timing_json.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

// An EPUB holds pages of the book as they were, whose markup is in no edition.
bool IsOlderThanItsPages(const fs::path& path, const RenderOptions& options) {
  const bool has_pages = path.extension() == ".epub" && options.book.extension() == ".epub";
  std::error_code error;  // a book that is gone has not changed
  const auto changed = has_pages ? fs::last_write_time(options.book, error) : fs::file_time_type();
  return has_pages && !error && fs::last_write_time(path) < changed;
}

}  // namespace

bool AsksForTimeline(const RenderOptions& options) {
  return options.timelines_wanted || !options.read_along.empty() ||
         options.layout != Layout::kPlain;
}

void CheckCompanions(const Script& script, const RenderOptions& options) {
  CheckLayout(script, options);
  CheckReadAlong(script, options);
}

bool HasCompanions(const Script& script, const RenderOptions& options,
                   const std::vector<fs::path>& sounds, const std::optional<RenderReport>& made) {
  std::vector<fs::path> paths = ReadAlongPaths(script, options, BookOf(sounds, options));
  for (const LayoutFile& file : LayoutFiles(script, options, {})) paths.push_back(file.path);
  if (made) {
    const std::vector<fs::path>& left = made->companions;
    const auto was_left = [&left](const fs::path& path) {
      return std::find(left.begin(), left.end(), path) != left.end();
    };
    if (!std::all_of(paths.begin(), paths.end(), was_left)) return false;
    paths.insert(paths.end(), left.begin(), left.end());
  }
  return std::all_of(paths.begin(), paths.end(), [&options](const fs::path& path) {
    return fs::exists(path) && !IsOlderThanItsPages(path, options);
  });
}

void WriteCompanions(const Script& script, const RenderOptions& options, RenderReport& report,
                     Reporter& reporter) {
  CheckTimeline(script, report.timelines.front());
  for (Timeline& timeline : report.timelines) {
    timeline = BookOf(std::move(timeline), script, options);
  }
  report.companions = WriteReadAlong(script, options, report.timelines.front(), reporter);
  for (std::size_t i = 0; i < options.deliveries.size(); ++i) {
    const auto beside =
        WriteChaptersBeyondCues(script, options, options.deliveries[i], report.timelines[i]);
    if (beside) report.companions.push_back(*beside);
  }
  for (const LayoutFile& file : LayoutFiles(script, options, report)) {
    WriteFile(file.path, file.content);
    report.companions.push_back(file.path);
  }
}

}  // namespace fullcast
