#include "produce/scripting/make_script.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/choose.h"
#include "book/reader.h"
#include "core/book_info_json.h"
#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"
#include "produce/scripting/earlier_script.h"
#include "produce/scripting/read_chosen.h"
#include "script/annotate.h"
#include "script/booknlp/booknlp_files.h"
#include "script/check.h"
#include "script/script_file.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

std::string Shortened(std::string_view line) {
  constexpr std::size_t kMostBytes = 80;
  if (line.size() <= kMostBytes) return std::string(line);
  const std::size_t space = line.rfind(' ', kMostBytes);
  return std::string(line.substr(0, space == std::string_view::npos ? 0 : space)) + " ...";
}

void ReportDifferences(const Script& script, const Book& book, Reporter& reporter) {
  constexpr std::size_t kMostShown = 10;
  const std::vector<std::string> differences = CheckScript(script, book);
  for (std::size_t i = 0; i < differences.size() && i < kMostShown; ++i) {
    reporter.Warn(differences[i]);
  }
  if (differences.size() > kMostShown) {
    reporter.Warn("... and " + std::to_string(differences.size() - kMostShown) +
                  " more differences between the script and the book");
  }
}

// A cover out of the book itself is kept beside the script, so that the script is enough to render.
void NameCover(const fs::path& script_path, Book& book) {
  if (!book.info.cover.empty()) book.cover.clear();
  if (book.cover.empty()) return;
  const bool png = book.cover.starts_with("\x89PNG");
  fs::path path = fs::absolute(script_path).lexically_normal();
  path.replace_extension(png ? ".cover.png" : ".cover.jpg");
  book.info.cover = path;
}

// What is wrong in a file inside of an archive or a folder is told with the book's name.
Script AnnotateBook(const Book& book, const SettledLines& settled, const fs::path& attribution,
                    const std::string& book_name) {
  try {
    return attribution.empty() ? Annotate(book, settled) : Annotate(book, ReadBookNlp(attribution));
  } catch (const Interrupted&) {
    throw;
  } catch (const Error& error) {
    if (std::string_view(error.what()).find(book_name) != std::string_view::npos) throw;
    throw error.Within(book_name);
  }
}

}  // namespace

MadeScript MakeScript(const fs::path& book_path, const fs::path& script_path,
                      const ScriptOptions& options, Reporter& reporter) {
  EarlierScript earlier = ReadEarlierScript(script_path, options.fresh);
  ThrowIfInterrupted();
  Book book = ReadBook(book_path);
  ThrowIfInterrupted();
  for (const std::string& warning : book.warnings) reporter.Warn(warning);
  Override(book.info, options.info);
  if (!book.info.cover.empty()) book.info.cover = fs::absolute(book.info.cover).lexically_normal();

  NameCover(script_path, book);
  const BookIdentity identity = BookIdentity::Of(book, book_path);
  std::optional<ScriptFile>& old = earlier.file;
  if (earlier.kept) {
    if (!earlier.IsOf(identity)) {
      throw Error(script_path.string() + " was edited by hand and is of another book (" +
                  old->source_path + "); give another --workdir, or --fresh to replace it");
    }
    if (Revise(old->reading, options.reading) != old->reading) {
      reporter.Warn(
          "--include, --exclude and --footnotes change nothing in a script that was "
          "edited by hand; edit \"skip\" there, or annotate the book anew with --fresh");
    }
    Choose(book, old->reading);
    reporter.Note("kept " + script_path.string() +
                  ": edited by hand (--fresh would annotate the book anew)");
    if (old->source_hash != identity.hash) {
      reporter.Warn(book_path.string() + " has changed since this script was made from it");
    }
    ReportDifferences(old->script, book, reporter);
    MadeScript kept{std::move(old->script), script_path, {}, {}};
    Override(kept.script.book, options.info);
    return kept;
  }

  const ReadingChoice before = options.fresh ? ReadingChoice{} : earlier.ReadingOf(identity);
  const ReadingChoice reading = ApplyRequest(book, before, options.reading, reporter);
  // The name of the book stays when its text is edited, so that its audiobook may be replaced.
  book.info.id = earlier.IsOf(identity) ? old->script.book.id : identity.hash;
  const SettledLines settled = earlier.SettledOf(identity);
  Script script = AnnotateBook(book, settled, options.attribution, book_path.filename().string());
  for (const std::string_view lost : settled.Apply(script)) {
    reporter.Warn("a settled line is no longer in the book: " + Shortened(lost));
  }
  ThrowIfInterrupted();
  ReportDifferences(script, book, reporter);
  ThrowIfInterrupted();
  std::string text = FormatScript(script, identity.path, identity.hash, reading);
  return {std::move(script), script_path, std::move(text), std::move(book.cover)};
}

void SaveScript(const MadeScript& made, Reporter& reporter) {
  ThrowIfInterrupted();
  if (made.text.empty()) return;
  if (!made.cover.empty()) UpdateFile(made.script.book.cover, made.cover);
  UpdateFile(made.path, made.text);
  reporter.Note("script: " + made.path.string());
}

LoadedScript LoadScript(const fs::path& script_path, Reporter& reporter) {
  ScriptFile file = ParseScript(ReadFile(script_path), script_path.string());
  if (file.edited) reporter.Note(script_path.string() + " was edited by hand");
  try {
    if (!file.source_path.empty() && fs::exists(file.source_path)) {
      Book book = ReadBook(file.source_path);
      Choose(book, file.reading);
      ReportDifferences(file.script, book, reporter);
    }
  } catch (const std::exception& error) {  // the script is whole without its book
    reporter.Warn(std::string("the script can't be compared with its book: ") + error.what());
  }
  return {std::move(file.script), std::move(file.source_path)};
}

}  // namespace fullcast
