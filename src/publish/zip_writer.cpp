#include "publish/zip_writer.h"

#include <array>
#include <limits>

#include "core/error.h"

namespace fullcast {

namespace {

void Put16(std::string& bytes, std::uint32_t value) {
  bytes += static_cast<char>(value & 0xFFU);
  bytes += static_cast<char>((value >> 8U) & 0xFFU);
}

void Put32(std::string& bytes, std::uint32_t value) {
  Put16(bytes, value & 0xFFFFU);
  Put16(bytes, value >> 16U);
}

// CRC-32 of ISO 3309, by a table.
std::uint32_t Crc32(std::string_view bytes) {
  static const auto table = [] {
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
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
  }
  return ~crc;
}

// What the local header and the directory's entry have in common.
std::string CommonHeader(std::string_view name, std::string_view content) {
  constexpr std::uint32_t kVersion = 20;
  constexpr std::uint32_t kUtf8Names = 1U << 11U;
  constexpr std::uint32_t kFirstDay = (1U << 5U) | 1U;  // 1 January 1980
  const auto size = static_cast<std::uint32_t>(content.size());
  std::string header;
  Put16(header, kVersion);
  Put16(header, kUtf8Names);
  Put16(header, 0);  // stored
  Put16(header, 0);
  Put16(header, kFirstDay);
  Put32(header, Crc32(content));
  Put32(header, size);
  Put32(header, size);
  Put16(header, static_cast<std::uint32_t>(name.size()));
  Put16(header, 0);  // no extra field
  return header;
}

}  // namespace

void ZipWriter::Add(std::string_view name, std::string_view content) {
  constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max();
  constexpr std::uint32_t kMadeBy = 20;
  if (size_ + content.size() + name.size() + directory_.size() + 1000 > kMostBytes) {
    throw Error("the archive would be larger than 4 GB; leave the sound outside or split the book");
  }
  const std::string common = CommonHeader(name, content);
  directory_ += "PK\1\2";
  Put16(directory_, kMadeBy);
  directory_ += common;
  Put16(directory_, 0);  // no comment
  Put16(directory_, 0);  // disk
  Put16(directory_, 0);  // internal attributes
  Put32(directory_, 0);  // external attributes
  Put32(directory_, static_cast<std::uint32_t>(size_));
  directory_ += name;
  ++entries_;

  const std::string header = "PK\3\4" + common + std::string(name);
  file_.Write(header);
  file_.Write(content);
  size_ += header.size() + content.size();
}

void ZipWriter::AddFile(std::string_view name, const std::filesystem::path& path) {
  Add(name, ReadFile(path));
}

void ZipWriter::Finish() {
  std::string end = "PK\5\6";
  Put16(end, 0);
  Put16(end, 0);
  Put16(end, entries_);
  Put16(end, entries_);
  Put32(end, static_cast<std::uint32_t>(directory_.size()));
  Put32(end, static_cast<std::uint32_t>(size_));
  Put16(end, 0);
  file_.Write(directory_);
  file_.Write(end);
  file_.Commit();
}

}  // namespace fullcast
