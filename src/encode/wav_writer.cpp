#include "encode/wav_writer.h"

#include <cstdint>
#include <limits>
#include <utility>

namespace fullcast {

namespace {

constexpr std::uint64_t kMost32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kSampleBytes = 2;

void Put16(std::string& bytes, std::uint64_t value) {
  bytes += static_cast<char>(value & 0xFF);
  bytes += static_cast<char>((value >> 8) & 0xFF);
}

void Put32(std::string& bytes, std::uint64_t value) {
  Put16(bytes, value & 0xFFFF);
  Put16(bytes, (value >> 16) & 0xFFFF);
}

void Put64(std::string& bytes, std::uint64_t value) {
  Put32(bytes, value & kMost32);
  Put32(bytes, value >> 32);
}

// Chunks begin at even bytes.
void PutChunk(std::string& bytes, std::string_view id, std::string_view content) {
  bytes += id;
  Put32(bytes, content.size());
  bytes += content;
  if (content.size() % 2 != 0) bytes += '\0';
}

std::string ZeroEnded(const std::string& text) { return text + '\0'; }

std::uint64_t PositionOf(std::int64_t sample, int rate_hz) {
  return static_cast<std::uint64_t>(sample * rate_hz / kSampleRateHz);
}

// Where the chapters begin that cue points can tell.
std::vector<std::uint64_t> CuePositions(const std::vector<ChapterMark>& chapters, int rate_hz) {
  std::vector<std::uint64_t> positions;
  for (const ChapterMark& chapter : chapters) {
    if (!IsCuePosition(chapter.sample, rate_hz)) break;
    positions.push_back(PositionOf(chapter.sample, rate_hz));
  }
  return positions;
}

}  // namespace

bool IsCuePosition(std::int64_t sample, int rate_hz) {
  return PositionOf(sample, rate_hz) <= kMost32;
}

std::string CueChunks(const std::vector<ChapterMark>& chapters, int rate_hz) {
  const std::vector<std::uint64_t> positions = CuePositions(chapters, rate_hz);
  std::string points;
  std::string labels = "adtl";
  Put32(points, positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    Put32(points, i + 1);
    Put32(points, positions[i]);
    points += "data";
    Put32(points, 0);  // these two are for files with several lists of samples
    Put32(points, 0);
    Put32(points, positions[i]);
    std::string label;
    Put32(label, i + 1);
    PutChunk(labels, "labl", label + ZeroEnded(chapters[i].title));
  }
  std::string chunks;
  PutChunk(chunks, "cue ", points);
  PutChunk(chunks, "LIST", labels);
  return chunks;
}

namespace {

std::string InfoChunk(const Tags& tags) {
  std::string info = "INFO";
  const auto put = [&info](std::string_view id, const std::string& value) {
    if (!value.empty()) PutChunk(info, id, ZeroEnded(value));
  };
  put("INAM", tags.part_title.empty() ? tags.book.title : tags.part_title);
  put("IPRD", tags.book.title);
  put("IART", tags.book.author);
  put("IMUS", tags.book.narrator);
  put("ICRD", tags.book.year);
  put("IGNR", tags.book.genre.empty() ? "Audiobook" : tags.book.genre);
  put("ISBJ", tags.book.description);
  if (tags.part > 0) put("ITRK", std::to_string(tags.part));
  put("ICMT", tags.comment);
  std::string chunk;
  PutChunk(chunk, "LIST", info);
  return chunk;
}

}  // namespace

std::string WavHeader(int rate_hz, std::uint64_t data_bytes, std::uint64_t behind_bytes) {
  constexpr std::uint64_t kHeaderBytes = 80;
  constexpr std::uint64_t kIdAndSizeBytes = 8;
  const std::uint64_t riff_bytes = kHeaderBytes - kIdAndSizeBytes + data_bytes + behind_bytes;
  const bool large = riff_bytes > kMost32;
  const auto rate = static_cast<std::uint64_t>(rate_hz);

  std::string sizes;
  Put64(sizes, large ? riff_bytes : 0);
  Put64(sizes, large ? data_bytes : 0);
  Put64(sizes, large ? data_bytes / kSampleBytes : 0);
  Put32(sizes, 0);  // other large chunks
  std::string format;
  Put16(format, 1);  // PCM
  Put16(format, 1);  // channels
  Put32(format, rate);
  Put32(format, rate * kSampleBytes);
  Put16(format, kSampleBytes);
  Put16(format, 8 * kSampleBytes);

  std::string header = large ? "RF64" : "RIFF";
  Put32(header, large ? kMost32 : riff_bytes);
  header += "WAVE";
  PutChunk(header, large ? "ds64" : "JUNK", sizes);
  PutChunk(header, "fmt ", format);
  header += "data";
  Put32(header, large ? kMost32 : data_bytes);
  return header;
}

WavWriter::WavWriter(const std::filesystem::path& path, Tags tags, const EncoderSettings& settings)
    : file_(path), tags_(std::move(tags)), rate_hz_(settings.sample_rate_hz) {
  file_.Write(WavHeader(rate_hz_, 0, 0));
}

void WavWriter::Write(const EncodedPiece& piece) {
  file_.Write(piece.bytes);
  data_bytes_ += piece.bytes.size();
  samples_ += static_cast<std::int64_t>(piece.samples);
}

void WavWriter::Finish(const std::vector<ChapterMark>& chapters) {
  const std::string behind = CueChunks(chapters, rate_hz_) + InfoChunk(tags_);
  file_.Write(behind);
  file_.WriteAt(0, WavHeader(rate_hz_, data_bytes_, behind.size()));
  file_.Commit();
}

}  // namespace fullcast
