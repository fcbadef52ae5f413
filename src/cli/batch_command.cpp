#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/book_options.h"
#include "cli/exit_code.h"
#include "cli/info_options.h"
#include "cli/reading_options.h"
#include "cli/rendering_report.h"
#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"
#include "produce/rendering/batch.h"
#include "produce/rendering/output_paths.h"
#include "produce/scripting/make_script.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

struct Options {
  CommonOptions common;
  std::string books;
  std::string report;
  ScriptOptions script;
  ReadingOptions reading;
  CastingOptions casting;
  RenderingOptions rendering;
};

const char* NameOf(BatchOutcome::State state) {
  switch (state) {
    case BatchOutcome::State::kDone:
      return "done";
    case BatchOutcome::State::kSkipped:
      return "skipped";
    case BatchOutcome::State::kFailed:
      return "failed";
  }
  return "";
}

std::string Describe(const BatchOutcome& outcome) {
  if (outcome.state == BatchOutcome::State::kFailed) return outcome.reason;
  const std::string output = PlaceOf(outcome.ready.script, outcome.ready.options).string();
  if (outcome.state == BatchOutcome::State::kSkipped) {
    return output + " is up to date" + CountDefects(outcome.report);
  }
  return output + ": " + DescribeRendering(outcome.report);
}

std::string ToJson(const BatchOutcome& outcome) {
  JsonWriter json;
  json.BeginObject().Key("event").String("book").Key("name").String(outcome.book.name);
  json.Key("book").String(outcome.book.path.string());
  json.Key("state").String(NameOf(outcome.state));
  const bool ready = !outcome.ready.options.output.empty();
  if (ready) {
    json.Key("output").String(PlaceOf(outcome.ready.script, outcome.ready.options).string());
  }
  json.StringUnlessEmpty("reason", outcome.reason);
  if (outcome.state == BatchOutcome::State::kDone) {
    WriteRendering(json, outcome.ready.script, outcome.report);
  } else if (outcome.state == BatchOutcome::State::kSkipped) {
    WriteDefects(json, outcome.ready.script, outcome.report);
  }
  return json.EndObject().Text();
}

// Counts and keeps what became of the books.
class BatchReport {
 public:
  explicit BatchReport(Console& console) : console_(console) {}

  void Add(const BatchOutcome& outcome) {
    for (const Defect& defect : outcome.report.defects) {
      console_.Warn(outcome.book.name + ": " + DescribeDefect(outcome.ready.script, defect));
    }
    const std::string json = ToJson(outcome);
    console_.Result(
        fmt::format("{:<8} {}: {}", NameOf(outcome.state), outcome.book.name, Describe(outcome)),
        json);
    books_[outcome.number] = json;
    ++count_[static_cast<std::size_t>(outcome.state)];
    if (!outcome.report.defects.empty()) ++with_defects_;
  }

  // The books in the order of the list, whichever was finished first.
  void Save(const fs::path& path) const {
    std::vector<std::string> books;
    for (const auto& [number, json] : books_) books.push_back(json);
    WriteFile(path,
              fmt::format("{{\"done\":{},\"skipped\":{},\"failed\":{},\"with_defects\":{},"
                          "\"books\":[\n{}\n]}}\n",
                          count_[0], count_[1], count_[2], with_defects_, fmt::join(books, ",\n")));
  }

  void Sum(const fs::path& path) const {
    JsonWriter json;
    json.BeginObject().Key("event").String("done").Key("report").String(path.string());
    json.Key("done").Integer(count_[0]).Key("skipped").Integer(count_[1]);
    json.Key("failed").Integer(count_[2]).Key("with_defects").Integer(with_defects_).EndObject();
    console_.Result(fmt::format("{} done, {} skipped, {} failed; report: {}", count_[0], count_[1],
                                count_[2], path.string()),
                    json.Text());
  }

  [[nodiscard]] int ExitCode() const {
    if (count_[2] > 0 && count_[0] + count_[1] == 0) return kFailed;
    return count_[2] > 0 || with_defects_ > 0 ? kDefects : kDone;
  }

 private:
  Console& console_;
  std::map<std::size_t, std::string> books_;  // by their number in the list
  std::array<std::int64_t, 3> count_{};       // by state
  std::int64_t with_defects_ = 0;
};

class BatchRun {
 public:
  explicit BatchRun(const Options& options)
      : options_(options),
        rendering_(WithLayout(options.rendering)),
        console_(MakeConsole(options.common)),
        workspace_{options.common.workdir, FindData()},
        presets_(ReadPresets(workspace_)),
        output_(options.common.output.empty() ? options.common.workdir / "output"
                                              : fs::path(options.common.output)),
        report_(*console_) {}

  int Run() {
    const std::vector<BatchBook> books = ListBooks(options_.books);
    if (!rendering_.timeline.empty()) {
      throw Error("--timeline is of one book; in a batch, --read-along json writes one for each");
    }
    if (fs::exists(output_) && !fs::is_directory(output_)) {
      throw Error(output_.string() + " is no folder; a batch writes an audiobook for each book");
    }
    return rendering_.dry_run ? Estimate(books) : Render(books);
  }

 private:
  int Estimate(const std::vector<BatchBook>& books) {
    std::size_t failed = 0;
    for (const BatchBook& book : books) {
      try {
        const ReadyBook ready = Prepare(book, *console_);
        ReportEstimate(ready.script, ready.cast,
                       EstimateBook(ready.script, ready.cast, ready.profile, ready.options),
                       PlaceOf(ready.script, ready.options), *console_);
      } catch (const Error& error) {
        ThrowIfInterrupted();
        console_->Warn(book.name + ": " + error.what());
        ++failed;
      }
    }
    if (failed == books.size()) return kFailed;
    return failed > 0 ? kDefects : kDone;
  }

  int Render(const std::vector<BatchBook>& books) {
    const fs::path path =
        options_.report.empty() ? output_ / "batch-report.json" : fs::path(options_.report);
    const AtomicFile probe(path);
    BatchCalls calls;
    calls.prepare = [this](const BatchBook& book, Reporter& reporter) {
      return Prepare(book, reporter);
    };
    calls.finished = [this](const BatchOutcome& outcome) { report_.Add(outcome); };
    try {
      RenderBatch(books, Workers(rendering_), calls, *console_);
    } catch (...) {
      report_.Save(path);  // as far as it came
      throw;
    }
    report_.Save(path);
    report_.Sum(path);
    return report_.ExitCode();
  }

  ReadyBook Prepare(const BatchBook& book, Reporter& reporter) {
    const bool dry_run = rendering_.dry_run;
    MadeScript script =
        MakeScript(book.path, workspace_.ScriptPath(book.name), options_.script, reporter);
    MadeCast cast =
        MakeCastFile(script.script, presets_, workspace_.CastPath(book.name),
                     MakeCastRequest(options_.casting, options_.script.fresh), reporter);
    if (!dry_run) SaveScript(script, reporter);
    if (!dry_run) SaveCast(cast, reporter);
    const Profile profile = FindProfile(rendering_.profile, workspace_);
    ReadyBook ready{std::move(script.script), std::move(cast.cast), profile,
                    MakeRenderOptions(rendering_, profile, book.path, output_ / OutputName(book))};
    EditScript(ready.script, rendering_);
    TakePlace(ready, book.name);
    ready.options.style = {
        ReadLexicons(ready.script, workspace_, book.name, rendering_.lexicons, reporter),
        rendering_.expression};
    return ready;
  }

  // A layout's folders are called by the books themselves.
  [[nodiscard]] fs::path OutputName(const BatchBook& book) const {
    const fs::path name = book.name + ".m4b";
    return rendering_.layout == "audiobookshelf" ? name.filename() : name;
  }

  // Two books that call themselves alike would go to one place.
  void TakePlace(const ReadyBook& ready, const std::string& name) {
    const RenderOptions& options = ready.options;
    const fs::path place = OutputPaths(ready.script, options, options.deliveries.front()).front();
    const auto [other, is_free] = places_.try_emplace(place, name);
    if (!is_free) {
      throw Error(place.string() + " is where " + other->second +
                  " goes already; give one of them another title or narrator");
    }
  }

  const Options& options_;
  const RenderingOptions rendering_;
  std::map<fs::path, std::string> places_;  // taken by the books of these names
  std::unique_ptr<Console> console_;
  Workspace workspace_;
  Presets presets_;
  fs::path output_;
  BatchReport report_;
};

}  // namespace

void AddBatchCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("batch", "Make the audiobooks of many books; go on when one fails");
  command
      ->add_option("BOOKS", options->books,
                   "A folder, with books in it and in its folders; or a file with the path of a "
                   "book on each line")
      ->required();
  AddCommonOptions(*command, options->common, "The audiobooks' folder (default: output/)");
  command->get_option("--output")->type_name("DIR");
  command
      ->add_option("--report", options->report,
                   "What became of each book, as JSON (default: batch-report.json beside them)")
      ->type_name("FILE");
  command->add_flag("--fresh", options->script.fresh,
                    "Discard edits made by hand in the books' scripts and casts");
  AddSharedInfoOptions(*command, options->script.info);
  AddReadingOptions(*command, options->reading);
  AddCastingOptions(*command, options->casting);
  AddRenderingOptions(*command, options->rendering);
  command->callback([&action, options] {
    options->script.reading = MakeReadingRequest(options->reading);
    action = [options] { return BatchRun(*options).Run(); };
  });
}

}  // namespace fullcast
