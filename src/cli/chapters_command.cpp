#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "book/reader.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/reading_options.h"
#include "core/json_writer.h"
#include "produce/scripting/read_chosen.h"
#include "produce/scripting/survey.h"
#include "produce/workspace.h"

namespace fullcast {

namespace {

constexpr int kNarratorRateWpm = 175;

struct Options {
  CommonOptions common;
  std::string book;
  ReadingOptions reading;
};

// "1-3, 7": chapter numbers, those that follow each other drawn together.
std::string FormatNumbers(const std::vector<std::size_t>& numbers) {
  std::vector<std::string> ranges;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    ranges.push_back(end - i > 1 ? fmt::format("{}-{}", numbers[i], numbers[end - 1])
                                 : std::to_string(numbers[i]));
    i = end;
  }
  return fmt::format("{}", fmt::join(ranges, ", "));
}

std::string ChapterLine(std::size_t number, const SurveyedChapter& chapter) {
  const std::string indent(2 * static_cast<std::size_t>(chapter.level - 1), ' ');
  const std::string time = chapter.skip.empty() ? FormatDuration(chapter.seconds) : "-";
  return fmt::format("{:4}  {:>8}  {}{}{}\n", number, time, indent, chapter.title,
                     chapter.skip.empty() ? "" : "  (not read: " + chapter.skip + ")");
}

std::string FormatText(const Book& book, const BookSurvey& survey) {
  std::string text = book.info.title;
  if (!book.info.author.empty()) text += ", by " + book.info.author;
  text += '\n';
  std::size_t read = 0;
  double seconds = 0;
  for (std::size_t i = 0; i < survey.chapters.size(); ++i) {
    const SurveyedChapter& chapter = survey.chapters[i];
    text += ChapterLine(i + 1, chapter);
    if (chapter.skip.empty()) ++read;
    seconds += chapter.seconds;
  }
  text += fmt::format("{}, about {}", Counted(read, "chapter"), FormatDuration(seconds));
  if (survey.skipped.empty()) return text;
  text += "\nNot read:";
  for (const SkippedGroup& group : survey.skipped) {
    text += fmt::format(
        "\n  {}: {} in chapter{} {}: {}", group.reason, Counted(group.paragraphs, "paragraph"),
        group.chapters.size() == 1 ? "" : "s", FormatNumbers(group.chapters), group.words);
  }
  return text;
}

std::string FormatJson(const Book& book, const BookSurvey& survey) {
  JsonWriter json;
  json.BeginObject().Key("event").String("chapters").Key("title").String(book.info.title);
  json.StringUnlessEmpty("author", book.info.author);
  json.Key("language").String(book.info.language).Key("chapters").BeginArray();
  for (const SurveyedChapter& chapter : survey.chapters) {
    json.BeginObject().Key("title").String(chapter.title).Key("level").Integer(chapter.level);
    json.Key("letters").Integer(static_cast<std::int64_t>(chapter.letters));
    json.Key("seconds").Number(chapter.seconds);
    json.StringUnlessEmpty("skip", chapter.skip).EndObject();
  }
  json.EndArray().Key("skipped").BeginArray();
  for (const SkippedGroup& group : survey.skipped) {
    json.BeginObject().Key("reason").String(group.reason);
    json.Key("paragraphs").Integer(static_cast<std::int64_t>(group.paragraphs));
    json.Key("letters").Integer(static_cast<std::int64_t>(group.letters));
    json.Key("chapters").BeginArray();
    for (const std::size_t chapter : group.chapters) {
      json.Integer(static_cast<std::int64_t>(chapter));
    }
    json.EndArray().Key("words").String(group.words).EndObject();
  }
  json.EndArray().EndObject();
  return json.Text();
}

int ListChapters(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, {}};
  Book book = ReadBook(options.book);
  for (const std::string& warning : book.warnings) console->Warn(warning);
  const ReadingChoice before =
      RememberedChoice(workspace.ScriptPath(BookName(options.book)), options.book);
  ApplyRequest(book, before, MakeReadingRequest(options.reading), *console);
  const BookSurvey survey = Survey(book, kNarratorRateWpm);
  console->Result(FormatText(book, survey), FormatJson(book, survey));
  return kDone;
}

}  // namespace

void AddChaptersCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("chapters", "List a book's chapters, and what is not read aloud and why");
  command->add_option("BOOK", options->book, "The book's file, or a folder of chapters")
      ->required();
  AddCommonOptions(*command, options->common, {});
  AddReadingOptions(*command, options->reading);
  command->callback([&action, options] { action = [options] { return ListChapters(*options); }; });
}

}  // namespace fullcast
