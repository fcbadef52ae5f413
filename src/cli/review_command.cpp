#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "core/file.h"
#include "core/json_writer.h"
#include "produce/scripting/review.h"
#include "produce/scripting/settle.h"
#include "script/script_file.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  ReviewOptions review;
  std::vector<std::string> settlements;
};

// Cut between two words: quotations may be pages long.
std::string Shortened(const std::string& text) {
  constexpr std::size_t kMostBytes = 400;
  if (text.size() <= kMostBytes) return text;
  const std::size_t space = text.rfind(' ', kMostBytes);
  return space == std::string::npos ? "..." : text.substr(0, space) + " ...";
}

std::string Describe(const Doubt& doubt, const std::string& title) {
  std::string text =
      fmt::format("{}  {:.2f}  {}", AddressOf(doubt.at), doubt.confidence, doubt.speaker);
  if (!doubt.reason.empty()) text += " (" + doubt.reason + ")";
  if (!doubt.others.empty()) text += fmt::format("; near: {}", fmt::join(doubt.others, ", "));
  text += fmt::format("  [chapter {}: {}]", doubt.at.chapter + 1, title);
  if (!doubt.before.empty()) text += "\n    " + doubt.before;
  text += "\n  > " + Shortened(doubt.text);
  if (!doubt.after.empty()) text += "\n    " + doubt.after;
  return text + "\n";
}

std::string ToJson(const Doubt& doubt, const std::string& title) {
  JsonWriter json;
  json.BeginObject().Key("event").String("doubt").Key("at").String(AddressOf(doubt.at));
  json.Key("chapter").Integer(static_cast<std::int64_t>(doubt.at.chapter + 1));
  json.Key("title").String(title);
  json.Key("segment").Integer(static_cast<std::int64_t>(doubt.at.segment + 1));
  json.Key("confidence").Number(doubt.confidence);
  json.Key("speaker").String(doubt.speaker).Key("reason").String(doubt.reason);
  json.Key("before").String(doubt.before).Key("text").String(doubt.text);
  json.Key("after").String(doubt.after).Key("others").BeginArray();
  for (const std::string& other : doubt.others) json.String(other);
  json.EndArray().EndObject();
  return json.Text();
}

void ListDoubts(const Script& script, const ReviewOptions& options, Console& console) {
  const Review review = ReviewScript(script, options);
  for (const Doubt& doubt : review.doubts) {
    const std::string& title = script.chapters[doubt.at.chapter].title;
    console.Result(Describe(doubt, title), ToJson(doubt, title));
  }
  JsonWriter json;
  json.BeginObject().Key("event").String("done");
  json.Key("doubts").Integer(static_cast<std::int64_t>(review.total));
  json.Key("shown").Integer(static_cast<std::int64_t>(review.doubts.size())).EndObject();
  const std::string hint = review.doubts.empty() ? ""
                                                 : fmt::format("; settle one with --set {}=SPEAKER",
                                                               AddressOf(review.doubts[0].at));
  console.Result(fmt::format("doubtful quotations (less sure than {:g}): {}, shown: {}{}",
                             options.below, review.total, review.doubts.size(), hint),
                 json.Text());
}

void Report(const Settled& settled, Console& console) {
  const std::string at = AddressOf(settled.settlement.at);
  std::vector<std::string> followers;
  JsonWriter json;
  json.BeginObject().Key("event").String("settled").Key("at").String(at);
  json.Key("speaker").String(settled.settlement.speaker).Key("before").String(settled.before);
  json.Key("followers").BeginArray();
  for (const SegmentIndex& follower : settled.followers) {
    followers.push_back(AddressOf(follower));
    json.String(followers.back());
  }
  json.EndArray().EndObject();
  const std::string with = followers.empty() ? ""
                                             : fmt::format("; with it {}, of the same quotation",
                                                           fmt::join(followers, ", "));
  console.Result(
      fmt::format("{}: {} (was {}){}", at, settled.settlement.speaker, settled.before, with),
      json.Text());
}

void SettleAndSave(const Options& options, ScriptFile file, Console& console) {
  std::vector<Settlement> settlements;
  for (const std::string& text : options.settlements) settlements.push_back(ParseSettlement(text));
  const std::vector<Settled> all = Settle(file.script, settlements);
  const std::string& path = options.common.output.empty() ? options.script : options.common.output;
  WriteFile(path, FormatScript(file));
  for (const Settled& settled : all) Report(settled, console);
  console.Note("script: " + path);
}

int ReviewOrSettle(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  ScriptFile file = ParseScript(ReadFile(options.script), options.script);
  if (options.settlements.empty()) {
    ListDoubts(file.script, options.review, *console);
  } else {
    SettleAndSave(options, std::move(file), *console);
  }
  return kDone;
}

}  // namespace

void AddReviewCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("review", "List the doubtful speakers of a script, or settle them");
  command->add_option("SCRIPT", options->script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(*command, options->common, "The settled script (default: SCRIPT itself)");
  command->add_option("--most", options->review.most, "Quotations to list, the worst first")
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--below", options->review.below, "List what is less sure than this (0 to 1)")
      ->type_name("C")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command
      ->add_option("--set", options->settlements,
                   "Who says a segment, as in 12:345=elizabeth; may be given again")
      ->type_name("CHAPTER:SEGMENT=SPEAKER")
      ->allow_extra_args(false);
  command->callback(
      [&action, options] { action = [options] { return ReviewOrSettle(*options); }; });
}

}  // namespace fullcast
