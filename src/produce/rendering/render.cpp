#include "produce/rendering/render.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/file.h"
#include "encode/origin.h"
#include "produce/rendering/book_plan.h"
#include "produce/rendering/book_rendering.h"
#include "produce/rendering/companions.h"
#include "produce/rendering/finished_book.h"
#include "produce/rendering/output_paths.h"
#include "produce/rendering/render_books.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

// A finished book that has nothing beside it that would have to be made from its timeline.
std::optional<RenderReport> FindInPlace(const BookPlan& plan, const Script& script,
                                        const RenderOptions& options) {
  if (AsksForTimeline(options)) return std::nullopt;
  std::vector<fs::path> sounds;
  for (const Delivery& delivery : options.deliveries) {
    const std::vector<fs::path> paths = SoundPaths(plan, script, options, delivery);
    sounds.insert(sounds.end(), paths.begin(), paths.end());
  }
  return FindBookInPlace(options, plan.origin.edition, sounds);
}

}  // namespace

void CheckOutput(const fs::path& output, const std::string& book_id, bool force) {
  const auto is_ours = [&] {
    const std::optional<Origin> origin = ReadOrigin(output);
    return origin && origin->book_id == book_id;
  };
  if (!force && fs::exists(output) && !is_ours()) {
    throw Error(output.string() +
                " is there already and was not made by fullcast from this book; --force replaces "
                "it, -o writes elsewhere");
  }
  const AtomicFile probe(output);
}

void CheckOutputs(const Script& script, const RenderOptions& options) {
  CheckCompanions(script, options);
  if (options.split_chapters) return;
  for (const Delivery& delivery : options.deliveries) {
    const fs::path path = OutputPaths(script, options, delivery).front();
    CheckOutput(path, script.book.id, options.force);
  }
}

RenderReport Render(const Script& script, const Cast& cast, const Profile& profile,
                    const RenderOptions& options, Reporter& reporter) {
  CheckCompanions(script, options);
  WorkerPool pool = MakeRenderWorkers(options.workers);
  BookPlan plan = PlanBook(script, cast, profile, options, reporter);
  const std::string edition = plan.origin.edition;
  if (std::optional<RenderReport> in_place = FindInPlace(plan, script, options)) {
    return std::move(*in_place);
  }
  BookRendering book(script, profile, options, std::move(plan), reporter);
  RenderReport report;
  bool opened = false;
  BookQueue queue;
  queue.open = [&] { return std::exchange(opened, true) ? nullptr : &book; };
  queue.close_whole = [&](BookRendering& whole) { report = whole.Finish(); };
  queue.close_failed = [](BookRendering&, const std::string& reason) { throw Error(reason); };
  RenderBooks(pool, queue);
  WriteCompanions(script, options, report, reporter);
  KeepFinishedBook(options, edition, report);
  return report;
}

}  // namespace fullcast
