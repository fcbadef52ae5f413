#include "publish/zip_writer.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/error.h"

namespace fullcast {

namespace {

constexpr std::uint64_t kIn16Bits = 0xFFFF;      // "it is in ZIP64's field"
constexpr std::uint64_t kIn32Bits = 0xFFFFFFFF;  // the same
constexpr std::uint32_t kVersion = 20;
constexpr std::uint32_t kZip64Version = 45;

void Put(std::string& bytes, std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i) {
    bytes += static_cast<char>(value & 0xFFU);
    value >>= 8U;
  }
}
void Put16(std::string& bytes, std::uint64_t value) { Put(bytes, value, 2); }
void Put32(std::string& bytes, std::uint64_t value) { Put(bytes, value, 4); }
void Put64(std::string& bytes, std::uint64_t value) { Put(bytes, value, 8); }

// CRC-32 of ISO 3309, by a table.
class Crc32 {
 public:
  void Add(std::string_view bytes) {
    static const auto table = MakeTable();
    for (const char c : bytes) {
      crc_ = table[(crc_ ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc_ >> 8U);
    }
  }
  [[nodiscard]] std::uint32_t value() const { return ~crc_; }

 private:
  static std::array<std::uint32_t, 256> MakeTable() {
    constexpr std::uint32_t kPolynomial = 0xEDB88320U;
    std::array<std::uint32_t, 256> values{};
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) {
        value = (value & 1U) != 0 ? (value >> 1U) ^ kPolynomial : value >> 1U;
      }
      values[i] = value;
    }
    return values;
  }

  std::uint32_t crc_ = 0xFFFFFFFFU;
};

// What the local header and the directory's entry have in common; `extra` is the extra field's
// length.
std::string CommonHeader(std::string_view name, std::uint32_t crc, std::uint64_t size,
                         std::size_t extra) {
  constexpr std::uint32_t kUtf8Names = 1U << 11U;
  constexpr std::uint32_t kFirstDay = (1U << 5U) | 1U;  // 1 January 1980
  std::string header;
  Put16(header, extra > 0 ? kZip64Version : kVersion);
  Put16(header, kUtf8Names);
  Put16(header, 0);  // stored
  Put16(header, 0);
  Put16(header, kFirstDay);
  Put32(header, crc);
  Put32(header, size);
  Put32(header, size);
  Put16(header, name.size());
  Put16(header, extra);
  return header;
}

// ZIP64's extra field; empty if it has nothing to hold.
std::string Zip64Extra(const std::string& fields) {
  std::string extra;
  if (fields.empty()) return extra;
  Put16(extra, 1);
  Put16(extra, fields.size());
  return extra + fields;
}

}  // namespace

void ZipWriter::AddEntry(std::string_view name, std::uint64_t size, const Content& content) {
  const bool large = size > most_bytes_;
  const std::uint64_t begin = size_;
  std::string sizes;
  if (large) Put64(sizes, size), Put64(sizes, size);
  const std::string extra = Zip64Extra(sizes);
  const auto header = [&](std::uint32_t crc) {
    return "PK\3\4" + CommonHeader(name, crc, large ? kIn32Bits : size, extra.size());
  };
  const std::string first = header(0) + std::string(name) + extra;
  file_.Write(first);
  Crc32 crc;
  content([&](std::string_view bytes) {
    crc.Add(bytes);
    file_.Write(bytes);
  });
  file_.WriteAt(begin, header(crc.value()));
  size_ += first.size() + size;

  const bool far = begin > most_bytes_;
  if (far) Put64(sizes, begin);
  const std::string directory_extra = Zip64Extra(sizes);
  directory_ += "PK\1\2";
  Put16(directory_, directory_extra.empty() ? kVersion : kZip64Version);
  directory_ += CommonHeader(name, crc.value(), large ? kIn32Bits : size, directory_extra.size());
  Put16(directory_, 0);  // no comment
  Put16(directory_, 0);  // disk
  Put16(directory_, 0);  // internal attributes
  Put32(directory_, 0);  // external attributes
  Put32(directory_, far ? kIn32Bits : begin);
  directory_ += name;
  directory_ += directory_extra;
  ++entries_;
}

void ZipWriter::Add(std::string_view name, std::string_view content) {
  AddEntry(name, content.size(), [&](const auto& write) { write(content); });
}

void ZipWriter::AddFile(std::string_view name, const std::filesystem::path& path) {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) throw Error("cannot read " + path.string());
  AddEntry(name, size, [&](const auto& write) {
    constexpr std::uint64_t kBlock = std::uint64_t{1} << 20U;
    std::string block;
    for (std::uint64_t left = size; left > 0; left -= block.size()) {
      block.resize(static_cast<std::size_t>(std::min(left, kBlock)));
      if (!file.read(block.data(), static_cast<std::streamsize>(block.size()))) {
        throw Error("cannot read " + path.string() + " to its end");
      }
      write(block);
    }
  });
}

// The end record of 64 bits, and where it is.
void ZipWriter::WriteZip64End(std::uint64_t directory_begin) {
  constexpr std::uint64_t kRecordBytes = 44;  // behind this field
  std::string end = "PK\6\6";
  Put64(end, kRecordBytes);
  Put16(end, kZip64Version);
  Put16(end, kZip64Version);
  Put32(end, 0);
  Put32(end, 0);
  Put64(end, entries_);
  Put64(end, entries_);
  Put64(end, directory_.size());
  Put64(end, directory_begin);
  end += "PK\6\7";
  Put32(end, 0);
  Put64(end, directory_begin + directory_.size());
  Put32(end, 1);
  file_.Write(end);
}

void ZipWriter::Finish() {
  const std::uint64_t begin = size_;
  file_.Write(directory_);
  const bool many = entries_ >= kIn16Bits;
  const bool far = begin > most_bytes_ || directory_.size() > most_bytes_;
  if (many || far) WriteZip64End(begin);
  std::string end = "PK\5\6";
  Put16(end, 0);
  Put16(end, 0);
  Put16(end, many ? kIn16Bits : entries_);
  Put16(end, many ? kIn16Bits : entries_);
  Put32(end, far ? kIn32Bits : directory_.size());
  Put32(end, far ? kIn32Bits : begin);
  Put16(end, 0);
  file_.Write(end);
  file_.Commit();
}

}  // namespace fullcast
