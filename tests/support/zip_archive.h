// ZIP archives made in memory, without compression (PKWARE's APPNOTE.TXT 6.3, sections 4.3 to 4.5).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fullcast::test {

/// Cyclic redundancy check of ISO 3309, as ZIP uses it.
inline std::uint32_t Crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ (crc % 2 == 1 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// An archive of these files, in this order.
inline std::string MakeZip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string archive;
  std::string directory;
  const auto number = [](std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(i < 8 ? value >> (8 * i) & 0xFFU : 0U);
  };
  for (const auto& [name, content] : files) {
    const std::uint64_t offset = archive.size();
    std::string common;              // what both headers say
    number(common, 10, 2);           // version needed
    number(common, 0x800, 2);        // names are UTF-8
    number(common, 0, 2);            // stored
    number(common, 0x5821'0000, 4);  // a time
    number(common, Crc32(content), 4);
    number(common, content.size(), 4);
    number(common, content.size(), 4);
    number(common, name.size(), 2);
    number(common, 0, 2);
    archive += "PK\3\4" + common + name + content;
    directory += "PK\1\2";
    number(directory, 10, 2);
    directory += common;
    number(directory, 0, 10);  // comment, disk, attributes
    number(directory, offset, 4);
    directory += name;
  }
  const std::uint64_t offset = archive.size();
  archive += directory + "PK\5\6";
  number(archive, 0, 4);
  number(archive, files.size(), 2);
  number(archive, files.size(), 2);
  number(archive, directory.size(), 4);
  number(archive, offset, 4);
  number(archive, 0, 2);
  return archive;
}

}  // namespace fullcast::test
