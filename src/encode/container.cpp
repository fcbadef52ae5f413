#include "encode/container.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "core/error.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostInMemory = 64'000'000;

// A file that is read here and there.
class RandomReader {
 public:
  explicit RandomReader(const std::filesystem::path& path)
      : file_(path, std::ios::binary), size_(std::filesystem::file_size(path)) {
    if (!file_) throw Error("cannot read " + path.string());
  }

  [[nodiscard]] std::uint64_t size() const { return size_; }

  // At most `count` bytes from an offset; fewer at the end.
  std::string Read(std::uint64_t offset, std::uint64_t count) {
    if (offset >= size_) return "";
    std::string bytes(std::min({count, size_ - offset, std::uint64_t{kMostInMemory}}), '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file_.gcount()));
    return bytes;
  }

 private:
  std::ifstream file_;
  std::uint64_t size_;
};

// A number of `count` bytes; bytes that are not there count as 0.
std::uint64_t BigEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    value = value << 8U | (i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0U);
  }
  return value;
}

std::uint64_t LittleEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = at + count; i > at; --i) {
    value = value << 8U | (i - 1 < bytes.size() ? static_cast<std::uint8_t>(bytes[i - 1]) : 0U);
  }
  return value;
}

struct Box {
  std::string type;
  std::uint64_t header_bytes = 8;
  std::uint64_t bytes = 0;  // header and content
};

// The box whose header begins so, with `left` bytes to the end of what holds it.
std::optional<Box> ReadBox(std::string_view header, std::uint64_t left) {
  constexpr std::size_t kLargeHeader = 16;
  Box box;
  if (header.size() < box.header_bytes) return std::nullopt;
  box.bytes = BigEndian(header, 0, 4);
  box.type = header.substr(4, 4);
  if (box.bytes == 1) {
    box.header_bytes = kLargeHeader;
    box.bytes = BigEndian(header, 8, 8);
  }
  if (box.bytes == 0) box.bytes = left;
  if (box.bytes < box.header_bytes) return std::nullopt;
  return box;
}

// The contents of the boxes of this type within a box's content.
std::vector<std::string_view> Find(std::string_view content, std::string_view type) {
  std::vector<std::string_view> found;
  while (const std::optional<Box> box = ReadBox(content, content.size())) {
    if (box->bytes > content.size()) break;
    if (box->type == type) {
      found.push_back(content.substr(box->header_bytes, box->bytes - box->header_bytes));
    }
    content.remove_prefix(box->bytes);
  }
  return found;
}

// version, flags, (of version 1: reserved), count; then time in 100 ns, length, title of each.
std::vector<FileChapter> ReadNero(std::string_view chpl) {
  constexpr double kTicksPerSecond = 1e7;
  std::size_t at = 4;
  if (BigEndian(chpl, 0, 1) != 0) at += 4;
  const std::uint64_t count = BigEndian(chpl, at++, 1);
  std::vector<FileChapter> chapters;
  for (std::uint64_t i = 0; i < count && at + 9 <= chpl.size(); ++i) {
    FileChapter chapter;
    chapter.begin_seconds = static_cast<double>(BigEndian(chpl, at, 8)) / kTicksPerSecond;
    const std::size_t length = BigEndian(chpl, at + 8, 1);
    chapter.title = chpl.substr(at + 9, length);
    chapters.push_back(std::move(chapter));
    at += 9 + length;
  }
  return chapters;
}

void ReadIndex(std::string_view moov, Mp4Layout& layout) {
  for (const std::string_view track : Find(moov, "trak")) {
    for (const std::string_view reference : Find(track, "tref")) {
      if (!Find(reference, "chap").empty()) layout.has_chapter_track = true;
    }
  }
  for (const std::string_view user_data : Find(moov, "udta")) {
    for (const std::string_view chpl : Find(user_data, "chpl")) layout.nero = ReadNero(chpl);
  }
}

// The labels of a LIST of type adtl, by cue point.
void ReadLabels(std::string_view list, std::map<std::uint64_t, std::string>& labels) {
  constexpr std::size_t kHeader = 8;
  std::size_t at = 4;
  while (at + kHeader <= list.size()) {
    const std::uint64_t bytes = LittleEndian(list, at + 4, 4);
    const std::string_view content = list.substr(at + kHeader, bytes);
    if (list.substr(at, 4) == "labl" && content.size() >= 4) {
      const std::string_view text = content.substr(4);
      labels[LittleEndian(content, 0, 4)] = text.substr(0, text.find('\0'));
    }
    at += kHeader + bytes + bytes % 2;
  }
}

}  // namespace

Mp4Layout ReadMp4Layout(const std::filesystem::path& path) {
  constexpr std::uint64_t kLargeHeader = 16;
  RandomReader file(path);
  Mp4Layout layout;
  bool sound_seen = false;
  for (std::uint64_t at = 0; at < file.size();) {
    const std::optional<Box> box = ReadBox(file.Read(at, kLargeHeader), file.size() - at);
    if (!box) break;
    if (box->bytes > file.size() - at) layout.missing_bytes = box->bytes - (file.size() - at);
    if (box->type == "mdat") sound_seen = true;
    if (box->type == "moov") {
      layout.index_first = !sound_seen;
      ReadIndex(file.Read(at + box->header_bytes, box->bytes - box->header_bytes), layout);
    }
    if (layout.missing_bytes > 0) break;
    at += box->bytes;
  }
  return layout;
}

WavLayout ReadWavLayout(const std::filesystem::path& path, int rate_hz) {
  constexpr std::uint64_t kHeader = 8;
  constexpr std::uint64_t kCueBytes = 24;
  RandomReader file(path);
  WavLayout layout;
  std::uint64_t large_data_bytes = 0;
  std::string cues;
  std::map<std::uint64_t, std::string> labels;
  for (std::uint64_t at = 12; at + kHeader <= file.size();) {
    const std::string header = file.Read(at, kHeader);
    const std::string id = header.substr(0, 4);
    std::uint64_t bytes = LittleEndian(header, 4, 4);
    at += kHeader;
    if (id == "ds64") large_data_bytes = LittleEndian(file.Read(at, 16), 8, 8);
    if (id == "data" && bytes == std::numeric_limits<std::uint32_t>::max())
      bytes = large_data_bytes;
    if (id == "data" && bytes > file.size() - at) layout.missing_bytes = bytes - (file.size() - at);
    if (id == "cue ") cues = file.Read(at, bytes);
    if (id == "LIST") {
      const std::string list = file.Read(at, bytes);
      if (list.starts_with("adtl")) ReadLabels(list, labels);
    }
    if (bytes > file.size() - at) break;
    at += bytes + bytes % 2;
  }
  for (std::uint64_t at = 4; at + kCueBytes <= cues.size() && rate_hz > 0; at += kCueBytes) {
    const auto sample = static_cast<double>(LittleEndian(cues, at + 20, 4));
    layout.chapters.push_back({labels[LittleEndian(cues, at, 4)], sample / rate_hz, 0});
  }
  std::stable_sort(
      layout.chapters.begin(), layout.chapters.end(),
      [](const FileChapter& a, const FileChapter& b) { return a.begin_seconds < b.begin_seconds; });
  return layout;
}

bool HasOggEnd(const std::filesystem::path& path) {
  constexpr std::uint64_t kLargestPage = 65307;
  constexpr std::size_t kFlagsOffset = 5;
  constexpr unsigned kEndOfStream = 4;
  RandomReader file(path);
  const std::uint64_t from = file.size() > kLargestPage ? file.size() - kLargestPage : 0;
  const std::string end = file.Read(from, kLargestPage);
  const std::size_t page = end.rfind("OggS");
  return page != std::string::npos && (BigEndian(end, page + kFlagsOffset, 1) & kEndOfStream) != 0;
}

}  // namespace fullcast
