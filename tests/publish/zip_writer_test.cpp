#include "publish/zip_writer.h"

#include <gtest/gtest.h>

#include <string>

#include "core/error.h"
#include "support/command.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using test::Quoted;
using test::RunCommand;
using test::TemporaryFolder;

// Names, sizes and whether all checksums are right, as Python reads them.
std::string Listed(const std::filesystem::path& path) {
  return RunCommand(
             "python3 -c \"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
             "print(z.testzip(), *((i.filename, i.file_size) for i in z.infolist()))\" " +
             Quoted(path.string()) + " 2>&1")
      .output;
}

constexpr std::size_t kLarge = 3'000'000;  // several blocks

TEST(ZipWriter, OthersReadWhatItWrites) {
  const TemporaryFolder folder;
  WriteFile(folder / "sound", std::string(kLarge, 'x') + "end");
  ZipWriter zip(folder / "book.zip");
  zip.Add("mimetype", "application/epub+zip");
  zip.AddFile("audio/é.mp3", folder / "sound");
  zip.Add("empty", "");
  zip.Finish();
  EXPECT_EQ(Listed(folder / "book.zip"),
            "None ('mimetype', 20) ('audio/é.mp3', 3000003) ('empty', 0)\n");
  EXPECT_EQ(ReadFile(folder / "book.zip").substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(ZipWriter, WhatIsLargeIsInZip64Fields) {
  const TemporaryFolder folder;
  WriteFile(folder / "sound", std::string(kLarge, 'x'));
  ZipWriter zip(folder / "book.zip", 1'000'000);
  zip.Add("before", "a");
  zip.AddFile("sound", folder / "sound");
  zip.Add("behind", "b");
  zip.Finish();
  EXPECT_EQ(Listed(folder / "book.zip"), "None ('before', 1) ('sound', 3000000) ('behind', 1)\n");
}

TEST(ZipWriter, AMissingFileLeavesNoArchive) {
  const TemporaryFolder folder;
  {
    ZipWriter zip(folder / "book.zip");
    EXPECT_THROW(zip.AddFile("sound", folder / "sound"), Error);
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "book.zip"));
}

}  // namespace
}  // namespace fullcast
