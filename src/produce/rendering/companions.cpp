#include "produce/rendering/companions.h"

#include <algorithm>
#include <utility>

#include "core/file.h"
#include "produce/rendering/layout.h"
#include "produce/rendering/read_along.h"
#include "publish/timing_json.h"

namespace fullcast {

namespace fs = std::filesystem;

bool AsksForTimeline(const RenderOptions& options) {
  return options.timelines_wanted || !options.read_along.empty() ||
         options.layout != Layout::kPlain;
}

void CheckCompanions(const Script& script, const RenderOptions& options) {
  CheckLayout(script, options);
  CheckReadAlong(script, options);
}

bool HasCompanions(const Script& script, const RenderOptions& options,
                   const std::vector<fs::path>& sounds) {
  std::vector<fs::path> paths = ReadAlongPaths(script, options, sounds);
  for (const LayoutFile& file : LayoutFiles(script, options, {})) paths.push_back(file.path);
  return std::all_of(paths.begin(), paths.end(),
                     [](const fs::path& path) { return fs::exists(path); });
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
