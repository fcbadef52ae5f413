// A file that libav writes. Private to this room.
#pragma once

#include <filesystem>
#include <string>

#include "core/file.h"
#include "encode/libav.h"

namespace fullcast::libav {

/// A muxer with one stream of sound and the file behind it, which is whole or not there. First the
/// stream's parameters are set, then Begin() is called, then packets are written, then End().
class OutputFile {
 public:
  /// Throws Error.
  OutputFile(const std::filesystem::path& path, const char* muxer);

  [[nodiscard]] AVStream& stream() { return *stream_; }
  [[nodiscard]] AVFormatContext& context() { return *context_; }

  /// Writes the header; `options` are the muxer's and are freed. Throws Error.
  void Begin(AVDictionary* options);

  /// Writes a packet of the stream and empties it. Throws Error.
  void Write(AVPacket& packet);

  /// Writes the rest and closes the file, which stays at temporary_path() until Commit().
  void End();

  [[nodiscard]] const std::filesystem::path& temporary_path() const {
    return file_.temporary_path();
  }
  void Commit() { file_.Commit(); }

 private:
  void CheckWrite(int code) const { Check(code, "cannot write " + name_); }

  std::string name_;
  AtomicFile file_;
  OutputPtr context_;  // closed before file_ deletes what was not committed
  AVStream* stream_ = nullptr;
};

}  // namespace fullcast::libav
