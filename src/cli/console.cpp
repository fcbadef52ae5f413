#include "cli/console.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/json.h"

namespace fullcast {

namespace {

double SecondsLeft(const RenderProgress& progress) {
  if (progress.letters_done == 0) return 0;
  const auto done = static_cast<double>(progress.letters_done);
  const auto left = static_cast<double>(progress.letters - progress.letters_done);
  return progress.elapsed_seconds * left / done;
}

double Speed(const RenderProgress& progress) {
  return progress.elapsed_seconds > 0 ? progress.sound_seconds / progress.elapsed_seconds : 0;
}

std::size_t Percent(const RenderProgress& progress) {
  return progress.letters == 0 ? 100 : progress.letters_done * 100 / progress.letters;
}

class TextConsole : public Console {
 public:
  explicit TextConsole(bool quiet) : quiet_(quiet) {}

  void Note(const std::string& message) override {
    if (!quiet_) Say(message);
  }

  void Warn(const std::string& message) override { Say("warning: " + message); }

  void Progress(const RenderProgress& progress) override {
    if (quiet_) return;
    const std::size_t percent = Percent(progress);
    const std::string book = progress.book.empty() ? ""
                                                   : fmt::format("{}/{} {}  ", progress.book_number,
                                                                 progress.books, progress.book);
    const std::string figures =
        fmt::format("{:3}%  {}{}/{} {}  {:.0f}x  {} left", percent, book, progress.chapter_number,
                    progress.chapters, progress.chapter, Speed(progress),
                    FormatDuration(SecondsLeft(progress)));
    if (terminal_) {
      ShowBar(percent, figures);
    } else if (progress.book.empty() && percent >= next_percent_) {
      constexpr std::size_t kStep = 10;
      fmt::print(stderr, "{}\n", figures);
      next_percent_ = (percent / kStep + 1) * kStep;
    }
  }

  void Result(const std::string& text, const std::string& /*json*/) override {
    EndBar();
    fmt::print("{}\n", text);
    std::fflush(stdout);
  }

 private:
  void Say(const std::string& message) {
    EndBar();
    fmt::print(stderr, "{}\n", message);
  }

  void ShowBar(std::size_t percent, const std::string& figures) {
    constexpr std::size_t kWidth = 24;
    const std::size_t filled = percent * kWidth / 100;
    fmt::print(stderr, "\r\x1b[K[{}{}] {}", std::string(filled, '#'),
               std::string(kWidth - filled, '.'), figures);
    std::fflush(stderr);
    bar_open_ = true;
  }

  void EndBar() {
    if (bar_open_) fmt::print(stderr, "\n");
    bar_open_ = false;
  }

  bool quiet_;
  bool terminal_ = isatty(STDERR_FILENO) != 0;
  bool bar_open_ = false;
  std::size_t next_percent_ = 0;
};

class JsonConsole : public Console {
 public:
  explicit JsonConsole(bool quiet) : quiet_(quiet) {}

  void Note(const std::string& message) override {
    if (!quiet_) Message("note", message);
  }

  void Warn(const std::string& message) override { Message("warning", message); }

  void Progress(const RenderProgress& progress) override {
    if (quiet_) return;
    JsonWriter json;
    json.BeginObject().Key("event").String("progress");
    json.StringUnlessEmpty("book", progress.book);
    json.Key("percent").Integer(static_cast<std::int64_t>(Percent(progress)));
    json.Key("chapter").Integer(static_cast<std::int64_t>(progress.chapter_number));
    json.Key("chapters").Integer(static_cast<std::int64_t>(progress.chapters));
    json.Key("title").String(progress.chapter);
    json.Key("sound_seconds").Number(progress.sound_seconds);
    json.Key("elapsed_seconds").Number(progress.elapsed_seconds);
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

std::string FormatDuration(double seconds) {
  const auto whole = static_cast<long>(std::lround(std::max(seconds, 0.0)));
  const long hours = whole / 3600;
  const long minutes = whole / 60 % 60;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
  return fmt::format("{}:{:02}", minutes, whole % 60);
}

}  // namespace fullcast
