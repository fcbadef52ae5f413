#include "cli/progress_line.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/console.h"
#include "core/shown_text.h"

namespace fullcast {

namespace {

// What stands on a line around the title, which is the only part that may be cut.
struct Figures {
  std::string ahead;
  std::string title;
  std::string behind;
};

Figures FiguresOf(const RenderProgress& progress) {
  Figures figures;
  figures.ahead = fmt::format("{:3}%  ", PercentDone(progress));
  if (!progress.book.empty()) {
    figures.ahead += fmt::format("{}/{} ", progress.book_number, progress.books);
    figures.title = progress.book + "  ";
  }
  figures.title +=
      fmt::format("{}/{} {}", progress.chapter_number, progress.chapters, progress.chapter);
  if (SpeedOf(progress) > 0) {
    figures.behind =
        fmt::format("  {:.0f}x  {} left", SpeedOf(progress), FormatDuration(SecondsLeft(progress)));
  }
  return figures;
}

}  // namespace

std::size_t PercentDone(const RenderProgress& progress) {
  return progress.letters == 0 ? 100 : progress.letters_done * 100 / progress.letters;
}

double SpeedOf(const RenderProgress& progress) {
  const double made_seconds = progress.sound_seconds - progress.sound_kept_seconds;
  return progress.elapsed_seconds > 0 ? made_seconds / progress.elapsed_seconds : 0;
}

double SecondsLeft(const RenderProgress& progress) {
  if (progress.letters_done == progress.letters_kept) return 0;
  const auto made = static_cast<double>(progress.letters_done - progress.letters_kept);
  const auto left = static_cast<double>(progress.letters - progress.letters_done);
  return progress.elapsed_seconds * left / made;
}

std::string ProgressFigures(const RenderProgress& progress) {
  const Figures figures = FiguresOf(progress);
  return figures.ahead + figures.title + figures.behind;
}

std::string ProgressBar(const RenderProgress& progress, std::size_t columns) {
  constexpr std::size_t kWidest = 24;
  constexpr std::size_t kTitleColumns = 20;  // that the bar leaves for it
  const Figures figures = FiguresOf(progress);
  const std::size_t taken = figures.ahead.size() + figures.behind.size() + 3;  // "[] "
  const std::size_t room = columns - std::min(columns, taken);
  const std::size_t bar = std::min(kWidest, room - std::min(room, kTitleColumns));
  const std::size_t filled = PercentDone(progress) * bar / 100;
  const std::string line =
      fmt::format("[{}{}] {}{}{}", std::string(filled, '#'), std::string(bar - filled, '.'),
                  figures.ahead, CutToColumns(figures.title, room - bar), figures.behind);
  return CutToColumns(line, columns);
}

}  // namespace fullcast
