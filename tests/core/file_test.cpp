#include "core/file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

namespace fs = std::filesystem;

std::size_t FilesIn(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(File, IsReadAsItWasWritten) {
  const test::TemporaryFolder folder;
  std::string bytes(100'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31);
  WriteFile(folder / "sub/folder/file", bytes);
  EXPECT_EQ(ReadFile(folder / "sub/folder/file"), bytes);
}

TEST(File, ErrorsNameThePath) {
  const test::TemporaryFolder folder;
  try {
    ReadFile(folder / "missing");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("missing: No such file or directory"));
  }
  EXPECT_THROW(ReadFile(folder.path()), Error);
}

TEST(AtomicFile, IsNotThereUntilItIsWhole) {
  const test::TemporaryFolder folder;
  {
    AtomicFile file(folder / "book");
    file.Write("half");
    EXPECT_FALSE(fs::exists(folder / "book"));
  }
  EXPECT_EQ(FilesIn(folder.path()), 0U);
  AtomicFile file(folder / "book");
  file.Write("whole");
  file.Commit();
  EXPECT_EQ(ReadFile(folder / "book"), "whole");
  EXPECT_EQ(FilesIn(folder.path()), 1U);
}

TEST(AtomicFile, KeepsTheOldFileWhenItIsNotCommitted) {
  const test::TemporaryFolder folder;
  WriteFile(folder / "book", "old");
  { AtomicFile(folder / "book").Write("new"); }
  EXPECT_EQ(ReadFile(folder / "book"), "old");
}

TEST(AtomicFile, RemovesWhatAKilledRunLeftButNotWhatIsInUse) {
  const test::TemporaryFolder folder;
  std::ofstream(folder / ".book.1.part") << "left by a killed run";
  AtomicFile first(folder / "book");
  EXPECT_FALSE(fs::exists(folder / ".book.1.part"));
  fs::rename(first.temporary_path(), folder / ".book.2.part");  // as if of another process
  const AtomicFile second(folder / "book");
  EXPECT_TRUE(fs::exists(folder / ".book.2.part"));
  fs::rename(folder / ".book.2.part", folder / ".book.3.part");
}

TEST(AtomicFile, ManyOfOneNameDontMeet) {
  const test::TemporaryFolder folder;
  AtomicFile first(folder / "book");
  AtomicFile second(folder / "book");
  EXPECT_NE(first.temporary_path(), second.temporary_path());
  first.Write("first");
  second.Write("second");
  second.Commit();
  first.Commit();
  EXPECT_EQ(ReadFile(folder / "book"), "first");
  EXPECT_EQ(FilesIn(folder.path()), 1U);
}

TEST(AtomicFile, SaysWhenAFolderCantBeWritten) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  const test::TemporaryFolder folder;
  chmod(folder.path().c_str(), 0500);
  EXPECT_THROW(AtomicFile(folder / "book"), Error);
  chmod(folder.path().c_str(), 0700);
}

}  // namespace
}  // namespace fullcast
