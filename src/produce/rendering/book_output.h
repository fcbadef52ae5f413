// One delivery of a book: a file, or a file a chapter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/script.h"
#include "encode/audio_writer.h"
#include "produce/rendering/render.h"

namespace fullcast {

/// Opens the files, and puts each in place when it is whole. Pieces never cross chapters, so that a
/// book that is split has the same sound.
class BookOutput {
 public:
  /// The script must live as long as this. Throws Error, also if a file's place is taken.
  BookOutput(const Script& script, const RenderOptions& options, Delivery delivery, Tags tags);

  /// The following pieces are of this chapter. Throws Error.
  void BeginChapter(std::size_t chapter);

  void Write(const EncodedPiece& piece);

  /// Throws Error.
  void Finish();

  /// Where the next piece begins: in the file, and of all that was written.
  [[nodiscard]] std::int64_t position() const { return writer_ ? writer_->samples() : 0; }
  [[nodiscard]] std::int64_t samples() const { return finished_samples_ + position(); }

  /// Chapters so far, of all that was written.
  [[nodiscard]] const std::vector<ChapterMark>& chapters() const { return chapters_; }

  /// The files that were opened.
  [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
  void Open(const std::filesystem::path& path, const Tags& tags);
  void FinishFile();

  const Script& script_;
  bool split_;
  Delivery delivery_;
  Tags tags_;
  std::vector<std::filesystem::path> paths_;
  std::unique_ptr<AudioWriter> writer_;
  std::vector<ChapterMark> chapters_;
  std::vector<std::filesystem::path> files_;
  std::int64_t finished_samples_ = 0;
};

}  // namespace fullcast
