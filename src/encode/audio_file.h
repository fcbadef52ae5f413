// Any audio file, opened and decoded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "encode/container.h"

namespace fullcast {

/// A book's picture.
struct Cover {
  std::string bytes;  ///< empty: there is none
  std::string kind;   ///< "jpeg", "png"; empty: it can't be decoded
  int width = 0;
  int height = 0;
};

/// What a picture's bytes are.
Cover DescribeCover(std::string bytes);

/// What a file says of itself.
struct AudioFileInfo {
  std::string container;  ///< "mp4", "mp3", "ogg", "flac", "wav" or libav's name
  std::string codec;      ///< libav's name
  int rate_hz = 0;
  int channels = 0;
  double duration_seconds = 0;  ///< by its header; 0: it does not tell
  std::uintmax_t bytes = 0;
  std::int64_t bit_rate = 0;                ///< of the sound alone, bit/s; 0: it does not tell
  std::vector<FileChapter> chapters;        ///< as libav reads them, or a WAV's cue points
  std::map<std::string, std::string> tags;  ///< by libav's names, in lower case
  bool tells_padding = false;  ///< of the codec, so that players can leave it out (gapless)
  std::optional<Mp4Layout> mp4;
  std::uint64_t missing_bytes = 0;  ///< the container announces, the file lacks
  bool ends = true;                 ///< false: an Ogg stream without its last page
  Cover cover;
};

/// What came out of the decoder.
struct DecodedSound {
  double seconds = 0;
  std::size_t damaged_packets = 0;
  double first_damage_seconds = 0;
  bool format_changes = false;  ///< what follows the change is left out
  bool constant_rate = true;  ///< every packet is as long as the others, but for a byte of padding
};

/// Reads files that libav knows, in constant memory. Files are untrusted: only libav's demuxers of
/// audio files are tried, none that opens other files.
class AudioFile {
 public:
  /// Throws Error if it is no file of sound.
  explicit AudioFile(const std::filesystem::path& path);
  ~AudioFile();
  AudioFile(const AudioFile&) = delete;
  AudioFile& operator=(const AudioFile&) = delete;

  [[nodiscard]] const AudioFileInfo& info() const { return info_; }

  /// Chunks of sound, interleaved, all finite, at the file's rate and with its channels.
  using Sink = std::function<void(std::span<const float>)>;

  /// Decodes all of it, once. Throws Interrupted; what can't be decoded is counted.
  DecodedSound Decode(const Sink& sink);

 private:
  struct State;
  AudioFileInfo info_;
  std::unique_ptr<State> state_;
};

}  // namespace fullcast
