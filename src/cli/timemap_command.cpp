#include <fmt/core.h>

#include <CLI/App.hpp>
#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "core/file.h"
#include "core/json_writer.h"
#include "core/pcm.h"
#include "publish/time_map.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string old_timeline;
  std::string new_timeline;
  std::vector<std::string> times;
  std::string file;
};

// "1:02:03.5", "62:03.5" or "3723.5" in samples.
std::int64_t ParseTime(const std::string& text) {
  constexpr double kMostUnits = 1e6;
  constexpr int kMinute = 60;
  double seconds = 0;
  std::string_view rest = text;
  for (int parts = 0; !rest.empty() && parts < 3; ++parts) {
    const std::string_view part = rest.substr(0, rest.find(':'));
    double value = -1;
    const char* end = part.data() + part.size();
    const auto parsed = std::from_chars(part.data(), end, value, std::chars_format::fixed);
    if (parsed.ec != std::errc() || parsed.ptr != end || !(value >= 0 && value <= kMostUnits))
      break;
    seconds = seconds * kMinute + value;
    if (part.size() == rest.size()) return std::llround(seconds * kSampleRateHz);
    rest.remove_prefix(part.size() + 1);
  }
  throw Error("\"" + text + "\" is no time; write it as in 1:02:03.5 or 3723.5");
}

std::string FormatTime(std::int64_t sample) {
  constexpr std::int64_t kMsPerSecond = 1000;
  constexpr std::int64_t kMinute = 60;
  const std::int64_t ms = (sample * kMsPerSecond + kSampleRateHz / 2) / kSampleRateHz;
  const std::int64_t seconds = ms / kMsPerSecond;
  return fmt::format("{}:{:02}:{:02}.{:03}", seconds / kMinute / kMinute,
                     seconds / kMinute % kMinute, seconds % kMinute, ms % kMsPerSecond);
}

void TellTimes(const TimeMap& map, const Options& options, Console& console) {
  for (const std::string& text : options.times) {
    const TimeMap::Found found = map.Find({options.file, ParseTime(text)});
    JsonWriter json;
    json.BeginObject().Key("event").String("time").Key("old").String(text);
    json.Key("file").String(found.time.file).Key("sample").Integer(found.time.sample);
    json.Key("seconds").Number(static_cast<double>(found.time.sample) / kSampleRateHz);
    json.Key("kept").Bool(found.kept).EndObject();
    console.Result(
        fmt::format("{} is at {} of {}{}", text, FormatTime(found.time.sample), found.time.file,
                    found.kept ? "" : ", the nearest text that was kept"),
        json.Text());
  }
}

int MapTimes(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  HeardBook old_book = ParseTimingJson(ReadFile(options.old_timeline), options.old_timeline);
  HeardBook new_book = ParseTimingJson(ReadFile(options.new_timeline), options.new_timeline);
  if (old_book.book != new_book.book) {
    console->Warn("the timelines are of two different books, as far as fullcast knows");
  }
  const TimeMap map(std::move(old_book), std::move(new_book));
  if (options.common.output.empty() && options.times.empty()) {
    std::fputs(map.ToJson().c_str(), stdout);
    return kDone;
  }
  TellTimes(map, options, *console);
  if (!options.common.output.empty()) {
    WriteFile(options.common.output, map.ToJson());
    JsonWriter json;
    json.BeginObject().Key("event").String("done").Key("map").String(options.common.output);
    json.Key("kept").Number(map.KeptShare()).EndObject();
    console->Result(fmt::format("{}: {:.1f} % of the old sound is kept", options.common.output,
                                100 * map.KeptShare()),
                    json.Text());
  }
  return kDone;
}

}  // namespace

void AddTimemapCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "timemap", "Map times of an old rendering to a new one's, so that bookmarks survive");
  command->add_option("OLD", options->old_timeline, "The old one's --timeline file")->required();
  command->add_option("NEW", options->new_timeline, "The new one's")->required();
  command
      ->add_option("-o,--output", options->common.output,
                   "The map, as JSON (default: standard output)")
      ->type_name("FILE");
  command
      ->add_option("--at", options->times,
                   "Only say where this old time is now, as in 1:02:03.5; may be given again")
      ->type_name("TIME")
      ->allow_extra_args(false);
  command
      ->add_option("--in", options->file,
                   "The old audio file that the times are in, where there are several")
      ->type_name("NAME");
  AddTalkOptions(*command, options->common);
  command->callback([&action, options] { action = [options] { return MapTimes(*options); }; });
}

}  // namespace fullcast
