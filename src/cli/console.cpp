#include "cli/console.h"

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cli/progress_line.h"
#include "core/json_writer.h"
#include "core/shown_text.h"

namespace fullcast {

namespace {

// Columns of the terminal that standard error is; 0: it is none, or one that can't take back what
// it shows.
std::size_t TerminalColumns() {
  constexpr std::size_t kUsual = 80;
  const char* kind = std::getenv("TERM");
  if (isatty(STDERR_FILENO) == 0 || kind == nullptr || std::string_view(kind) == "dumb") return 0;
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
  return size.ws_col;
}

// To standard error. That nobody may be there to read it is no reason to fail.
void Print(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

class TextConsole : public Console {
 public:
  explicit TextConsole(bool quiet) : quiet_(quiet) {}
  ~TextConsole() override { EndBar(); }
  TextConsole(const TextConsole&) = delete;
  TextConsole& operator=(const TextConsole&) = delete;

  void Note(const std::string& message) override {
    if (!quiet_) Say(message);
  }

  [[nodiscard]] bool TellsNotes() const override { return !quiet_; }

  void Warn(const std::string& message) override { Say("warning: " + message); }

  void Progress(const RenderProgress& progress) override {
    if (quiet_) return;
    const std::size_t columns = TerminalColumns();  // a window changes its size
    if (columns > 0) {
      ShowBar(progress, columns);
    } else if (progress.book.empty() && PercentDone(progress) >= next_percent_) {
      constexpr std::size_t kStep = 10;
      Print(WithoutControls(ProgressFigures(progress)) + "\n");
      next_percent_ = (PercentDone(progress) / kStep + 1) * kStep;
    }
  }

  void Result(const std::string& text, const std::string& /*json*/) override {
    EndBar();
    fmt::print("{}\n", WithoutControls(text));
    std::fflush(stdout);
  }

 private:
  void Say(const std::string& message) {
    EndBar();
    Print(WithoutControls(message) + "\n");
  }

  void ShowBar(const RenderProgress& progress, std::size_t columns) {
    // Pieces out of the store come by the hundred a second.
    constexpr std::chrono::milliseconds kBetweenBars{50};
    const auto now = std::chrono::steady_clock::now();
    if (bar_open_ && now - bar_shown_ < kBetweenBars) return;
    // A terminal goes to the next line behind its last column.
    Print(kClearLine + ProgressBar(progress, columns - 1));
    bar_open_ = true;
    bar_shown_ = now;
  }

  void EndBar() {
    if (bar_open_) Print(kClearLine);
    bar_open_ = false;
  }

  inline static const std::string kClearLine = "\r\x1b[K";

  bool quiet_;
  bool bar_open_ = false;
  std::chrono::steady_clock::time_point bar_shown_;
  std::size_t next_percent_ = 0;
};

class JsonConsole : public Console {
 public:
  explicit JsonConsole(bool quiet) : quiet_(quiet) {}

  void Note(const std::string& message) override {
    if (!quiet_) Message("note", message);
  }

  [[nodiscard]] bool TellsNotes() const override { return !quiet_; }

  void Warn(const std::string& message) override { Message("warning", message); }

  void Progress(const RenderProgress& progress) override {
    if (quiet_) return;
    JsonWriter json;
    json.BeginObject().Key("event").String("progress");
    if (!progress.book.empty()) {
      json.Key("book").String(progress.book);
      json.Key("book_number").Integer(static_cast<std::int64_t>(progress.book_number));
      json.Key("books").Integer(static_cast<std::int64_t>(progress.books));
    }
    json.Key("percent").Integer(static_cast<std::int64_t>(PercentDone(progress)));
    json.Key("chapter").Integer(static_cast<std::int64_t>(progress.chapter_number));
    json.Key("chapters").Integer(static_cast<std::int64_t>(progress.chapters));
    json.Key("title").String(progress.chapter);
    json.Key("sound_seconds").Number(progress.sound_seconds);
    json.Key("elapsed_seconds").Number(progress.elapsed_seconds);
    json.Key("speed").Number(SpeedOf(progress));
    json.Key("seconds_left").Number(SecondsLeft(progress)).EndObject();
    Line(json.Text());
  }

  void Result(const std::string& /*text*/, const std::string& json) override { Line(json); }

 private:
  static void Message(const char* event, const std::string& message) {
    JsonWriter json;
    json.BeginObject().Key("event").String(event).Key("message").String(message).EndObject();
    Line(json.Text());
  }

  static void Line(const std::string& line) {
    fmt::print("{}\n", line);
    std::fflush(stdout);
  }

  bool quiet_;
};

}  // namespace

std::unique_ptr<Console> MakeConsole(const CommonOptions& options) {
  if (options.json) return std::make_unique<JsonConsole>(options.quiet);
  return std::make_unique<TextConsole>(options.quiet);
}

std::string Counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string FormatDuration(double seconds) {
  const auto whole = static_cast<long>(std::lround(std::max(seconds, 0.0)));
  const long hours = whole / 3600;
  const long minutes = whole / 60 % 60;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
  return fmt::format("{}:{:02}", minutes, whole % 60);
}

}  // namespace fullcast
