#include "produce/rendering/finished_book.h"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <utility>
#include <vector>

#include "core/bytes.h"
#include "core/error.h"
#include "core/hash.h"
#include "produce/pieces/piece_store.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

struct FileState {
  fs::path path;
  std::uint64_t bytes = 0;
  std::int64_t written = 0;  // in ticks of the file system's clock

  bool operator==(const FileState&) const = default;
};

std::optional<FileState> StateOf(const fs::path& path) {
  std::error_code error;
  FileState state{path, fs::file_size(path, error), 0};
  if (error) return std::nullopt;
  state.written = fs::last_write_time(path, error).time_since_epoch().count();
  if (error) return std::nullopt;
  return state;
}

struct Record {
  RenderReport report;
  std::vector<FileState> states;  // of its files and companions
};

std::string KeyOf(const std::string& edition) { return ContentHash("book of edition " + edition); }

std::string Serialize(const RenderReport& report) {
  ByteWriter writer;
  writer.Put(report.samples).Put(report.speech_samples).Put(report.pause_samples);
  writer.Put(report.loudness_lufs).Put(report.peak_dbfs);
  writer.Put(report.chapters.size());
  for (const ChapterMark& mark : report.chapters) writer.PutText(mark.title).Put(mark.sample);
  writer.Put(report.defects.size());
  for (const Defect& defect : report.defects) {
    writer.Put(defect.chapter).Put(defect.segment).PutText(defect.reason);
  }
  for (const auto* files : {&report.files, &report.companions}) {
    writer.Put(files->size());
    for (const fs::path& path : *files) {
      const FileState state = StateOf(path).value_or(FileState{path});
      writer.PutText(path.string()).Put(state.bytes).Put(state.written);
    }
  }
  return writer.Take();
}

Record Deserialize(std::string_view bytes) {
  ByteReader reader(bytes);
  Record record;
  RenderReport& report = record.report;
  report.samples = reader.Get<std::int64_t>();
  report.speech_samples = reader.Get<std::int64_t>();
  report.pause_samples = reader.Get<std::int64_t>();
  report.loudness_lufs = reader.Get<double>();
  report.peak_dbfs = reader.Get<double>();
  report.chapters.resize(reader.GetCount(1));
  for (ChapterMark& mark : report.chapters) {
    mark.title = reader.GetText();
    mark.sample = reader.Get<std::int64_t>();
  }
  report.defects.resize(reader.GetCount(1));
  for (Defect& defect : report.defects) {
    defect.chapter = reader.Get<std::size_t>();
    defect.segment = reader.Get<std::size_t>();
    defect.reason = reader.GetText();
  }
  for (auto* files : {&report.files, &report.companions}) {
    files->resize(reader.GetCount(1));
    for (fs::path& path : *files) {
      path = reader.GetText();
      FileState state{path};
      state.bytes = reader.Get<std::uint64_t>();
      state.written = reader.Get<std::int64_t>();
      record.states.push_back(std::move(state));
    }
  }
  reader.ExpectEnd();
  return record;
}

std::optional<Record> Find(const RenderOptions& options, const std::string& edition) {
  if (options.cache.empty()) return std::nullopt;
  const auto bytes = PieceStore(options.cache, options.cache_bytes).Find(KeyOf(edition));
  if (!bytes) return std::nullopt;
  try {
    return Deserialize(*bytes);
  } catch (const Error&) {  // of another build, with its records in another form
    return std::nullopt;
  }
}

}  // namespace

void KeepFinishedBook(const RenderOptions& options, const std::string& edition,
                      const RenderReport& report) {
  if (options.cache.empty()) return;
  try {
    PieceStore(options.cache, options.cache_bytes).Put(KeyOf(edition), Serialize(report));
  } catch (const Error&) {  // the book is whole; it is only made from its pieces the next time
  }
}

std::optional<RenderReport> FindFinishedBook(const RenderOptions& options,
                                             const std::string& edition) {
  std::optional<Record> record = Find(options, edition);
  if (!record) return std::nullopt;
  return std::move(record->report);
}

std::optional<RenderReport> FindBookInPlace(const RenderOptions& options,
                                            const std::string& edition,
                                            const std::vector<fs::path>& sounds) {
  std::optional<Record> record = Find(options, edition);
  if (!record || record->report.files != sounds) return std::nullopt;
  const bool as_left =
      std::all_of(record->states.begin(), record->states.end(),
                  [](const FileState& state) { return StateOf(state.path) == state; });
  if (!as_left) return std::nullopt;
  return std::move(record->report);
}

}  // namespace fullcast
