// The last stage: from a script and its cast to an audiobook file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/script.h"
#include "core/timeline.h"
#include "encode/encoder.h"
#include "encode/format.h"
#include "encode/tags.h"
#include "produce/pieces/book_sounds.h"
#include "produce/pieces/piece.h"
#include "produce/pieces/speaking_style.h"
#include "produce/reporter.h"

namespace fullcast {

/// A form in which the book is delivered.
struct Delivery {
  Format format = Format::kM4b;
  EncoderSettings encoder;  ///< of the format's codec
};

/// Text to read along.
enum class ReadAlong { kVtt, kSrt, kLrc, kJson, kChapters, kHtml, kEpub, kLpf };

/// How the files lie, see layout.h.
enum class Layout {
  kPlain,
  kAudiobookshelf,  ///< a folder of a library
  kAcx,             ///< a folder to upload
};

struct RenderOptions {
  std::filesystem::path book;           ///< that the script was made from; empty: unknown
  std::filesystem::path output;         ///< of the first delivery; the others lie beside it
  std::vector<Delivery> deliveries{1};  ///< at least one
  bool split_chapters = false;          ///< a file a chapter, in a folder
  Layout layout = Layout::kPlain;       ///< the library lies where `output` does
  std::vector<ReadAlong> read_along;    ///< of the first delivery
  bool timelines_wanted = false;        ///< in the report, with all words
  std::size_t workers = 1;
  SpeakingStyle style;
  BookSounds sounds;
  bool force = false;              ///< replace a file that was not made from this book
  std::filesystem::path cache;     ///< folder of the piece store; empty: none
  std::uintmax_t cache_bytes = 0;  ///< what the store may grow to
};

/// What was rendered. Samples and chapters are the first delivery's: in each one pieces are filled
/// up to its codec's frames.
struct RenderReport {
  std::vector<ChapterMark> chapters;
  std::vector<std::filesystem::path> files;            ///< of all deliveries
  std::vector<std::filesystem::path> companions = {};  ///< files beside them
  std::vector<Timeline> timelines;                     ///< of each delivery
  std::vector<Defect> defects;
  std::int64_t samples = 0;  ///< speech_samples + pause_samples
  std::int64_t speech_samples = 0;
  std::int64_t pause_samples = 0;
  double loudness_lufs = 0;
  double peak_dbfs = 0;
  double elapsed_seconds = 0;  ///< 0: an earlier run made it

  [[nodiscard]] bool IsOfEarlierRun() const { return elapsed_seconds == 0; }
};

/// Renders all chapters of the script, in all formats from one synthesis, proves the timeline, and
/// writes what belongs beside the sound (see companions.h). An audiobook that the last run made of
/// the same is left as it is. A file appears when it is whole, and is
/// the same to the byte for any number of workers. Throws Error: a speaker without a role, a voice
/// that the engine does not have, a foreign file at the output's place, a disk that is full;
/// Interrupted at Ctrl-C.
RenderReport Render(const Script& script, const Cast& cast, const Profile& profile,
                    const RenderOptions& options, Reporter& reporter);

/// Throws Error if the output's place is taken by a file that was not made from this book, or can't
/// be written.
void CheckOutput(const std::filesystem::path& output, const std::string& book_id, bool force);

/// CheckOutput() of every delivery, before the script is edited: files of chapters are checked when
/// they are known.
void CheckOutputs(const Script& script, const RenderOptions& options);

}  // namespace fullcast
