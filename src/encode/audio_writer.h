// An audio file, made of pieces.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "encode/encoder.h"
#include "encode/format.h"
#include "encode/tags.h"

namespace fullcast {

/// Writes one file: pieces as they come, chapters and tags at the end. The file appears when it is
/// whole: see AtomicFile.
class AudioWriter {
 public:
  virtual ~AudioWriter() = default;

  /// Joins a piece, of the format's codec, to what was written. Throws Error, also when the disk is
  /// full.
  virtual void Write(const EncodedPiece& piece) = 0;

  /// Completes the file and puts it in place. Marks ascend, the first is at 0. Throws Error.
  virtual void Finish(const std::vector<ChapterMark>& chapters) = 0;

  /// Length of what was written, at kSampleRateHz.
  [[nodiscard]] virtual std::int64_t samples() const = 0;
};

/// A writer for this format; `settings` are those that the pieces are encoded with. Chapters are
/// kept as players know them:
/// - M4B, M4A: a QuickTime text track, and the Nero list (a `chpl` box) unless there are more of
///   `titles` than 255 or one is longer than 255 bytes; the index is moved to the front;
/// - MP3: ID3v2 chapters, in tables of contents of at most 255 entries; LAME's gapless info;
/// - Opus, FLAC: CHAPTERxxx comments, of which there are 1,000;
/// - WAV: a cue point and its label each, as far as these count (see IsCuePosition()); RF64 above
///   4 GB.
/// Throws Error if the file can't be created or the cover is no JPEG or PNG.
std::unique_ptr<AudioWriter> MakeWriter(Format format, const std::filesystem::path& path,
                                        const Tags& tags, const EncoderSettings& settings,
                                        const std::vector<std::string>& titles);

}  // namespace fullcast
