// What libav does not tell of a file: how its container is laid out. Nothing here trusts a size.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fullcast {

/// A chapter as a file names it.
struct FileChapter {
  std::string title;
  double begin_seconds = 0;
  double end_seconds = 0;  ///< where it is not told, the next one's begin

  bool operator==(const FileChapter&) const = default;
};

/// The layout of an MPEG-4 file (ISO/IEC 14496-12).
struct Mp4Layout {
  bool index_first = false;         ///< `moov` stands ahead of `mdat`
  bool has_chapter_track = false;   ///< a track refers to another one as its chapters
  std::vector<FileChapter> nero;    ///< of the `chpl` box, without ends
  std::uint64_t missing_bytes = 0;  ///< of the last box, behind the end of the file
};

/// Reads the boxes' headers and the index, of at most 64 MB; a box that is damaged ends the
/// reading. Throws Error if the file can't be read.
Mp4Layout ReadMp4Layout(const std::filesystem::path& path);

/// Cue points and labels of a RIFF or RF64 file, and what its `data` chunk lacks.
struct WavLayout {
  std::vector<FileChapter> chapters;  ///< by time, without ends
  std::uint64_t missing_bytes = 0;
};

WavLayout ReadWavLayout(const std::filesystem::path& path, int rate_hz);

/// Whether the last page of an Ogg file says that it is the last (RFC 3533).
bool HasOggEnd(const std::filesystem::path& path);

}  // namespace fullcast
