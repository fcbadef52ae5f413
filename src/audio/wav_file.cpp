#include "audio/wav_file.h"

#include <fmt/format.h>
#include <sndfile.h>

#include <cstdint>
#include <limits>
#include <memory>

#include "core/error.h"
#include "core/file.h"

namespace fullcast {
namespace {

struct CloseFile {
  void operator()(SNDFILE* file) const { sf_close(file); }
};
using FileHandle = std::unique_ptr<SNDFILE, CloseFile>;

FileHandle Open(const std::filesystem::path& path, int mode, SF_INFO& info) {
  FileHandle file(sf_open(path.c_str(), mode, &info));
  if (!file) throw Error(fmt::format("'{}': {}", path.string(), sf_strerror(nullptr)));
  return file;
}

Error Failure(const std::filesystem::path& path, SNDFILE* file) {
  return Error(fmt::format("'{}': {}", path.string(), sf_strerror(file)));
}

}  // namespace

void WriteWav(const std::filesystem::path& path, const Samples& samples, WavFormat format) {
  constexpr std::size_t kHeaderBytes = 1000;
  const std::size_t sample_bytes = format == WavFormat::kInt16 ? 2 : 4;
  if (samples.size() * sample_bytes > std::numeric_limits<std::uint32_t>::max() - kHeaderBytes) {
    throw Error(fmt::format("'{}': the sound is too long for a WAV file", path.string()));
  }
  SF_INFO info{};
  info.samplerate = kSampleRateHz;
  info.channels = 1;
  info.format = SF_FORMAT_WAV | (format == WavFormat::kInt16 ? SF_FORMAT_PCM_16 : SF_FORMAT_FLOAT);

  AtomicFile whole(path);
  FileHandle file = Open(whole.temporary_path(), SFM_WRITE, info);
  sf_command(file.get(), SFC_SET_CLIPPING, nullptr, SF_TRUE);
  // libsndfile stamps the time into float files.
  sf_command(file.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
  const auto count = static_cast<sf_count_t>(samples.size());
  if (sf_write_float(file.get(), samples.data(), count) != count) throw Failure(path, file.get());
  if (sf_close(file.release()) != 0) {
    throw Error(fmt::format("'{}': writing failed; is the disk full?", path.string()));
  }
  whole.Commit();
}

Samples ReadWav(const std::filesystem::path& path) {
  SF_INFO info{};
  const FileHandle file = Open(path, SFM_READ, info);
  if (info.channels != 1 || info.samplerate != kSampleRateHz) {
    throw Error(fmt::format("'{}': has {} channels at {} Hz; mono at {} Hz is needed",
                            path.string(), info.channels, info.samplerate, kSampleRateHz));
  }
  Samples samples(static_cast<std::size_t>(info.frames));
  if (sf_read_float(file.get(), samples.data(), info.frames) != info.frames) {
    throw Failure(path, file.get());
  }
  return samples;
}

}  // namespace fullcast
