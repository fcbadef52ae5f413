#include "produce/pieces/piece_store.h"

#include <gtest/gtest.h>

#include <random>

#include "core/error.h"
#include "core/file.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

namespace fs = std::filesystem;

constexpr const char* kKey = "00112233445566778899aabbccddeeff";
constexpr std::uintmax_t kPlenty = 1'000'000;

fs::path OnlyFileIn(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) return entry.path();
  }
  return {};
}

TEST(PieceStore, GivesBackWhatWasPut) {
  const test::TemporaryFolder folder;
  const PieceStore store(folder / "store", kPlenty);
  EXPECT_FALSE(store.Find(kKey).has_value());
  store.Put(kKey, "sound");
  EXPECT_EQ(store.Find(kKey), "sound");
  EXPECT_EQ(PieceStore(folder / "store", kPlenty).Find(kKey), "sound");
}

TEST(PieceStore, TellsWhatItHasWithoutReadingIt) {
  const test::TemporaryFolder folder;
  const PieceStore store(folder.path(), kPlenty);
  EXPECT_FALSE(store.Has(kKey));
  store.Put(kKey, "sound");
  EXPECT_TRUE(store.Has(kKey));
}

TEST(PieceStore, ADamagedEntryIsAMiss) {
  const test::TemporaryFolder folder;
  const PieceStore store(folder.path(), kPlenty);
  const std::string content(1000, 's');
  store.Put(kKey, content);
  const fs::path path = OnlyFileIn(folder.path());
  const std::string whole = ReadFile(path);
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    std::string damaged = whole;
    if (i % 2 == 0) {
      damaged[random() % damaged.size()] ^= static_cast<char>(1U << (random() % 8));
    } else {
      damaged.resize(random() % damaged.size());
    }
    WriteFile(path, damaged);
    const auto found = store.Find(kKey);
    EXPECT_TRUE(!found.has_value() || *found == content);
  }
  store.Put(kKey, content);
  EXPECT_EQ(store.Find(kKey), content);
}

TEST(PieceStore, DropsWhatWasUsedLongestAgo) {
  const test::TemporaryFolder folder;
  const PieceStore store(folder.path(), 3'500);
  const std::string content(1000, 's');
  const std::string keys[] = {"aa11", "bb22", "cc33", "dd44"};
  for (const std::string& key : keys) {
    store.Put(key, content);
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
      if (entry.is_regular_file()) {
        fs::last_write_time(entry.path(), entry.last_write_time() - std::chrono::hours(1));
      }
    }
  }
  EXPECT_TRUE(store.Find("aa11").has_value());  // used now
  store.Prune();
  EXPECT_TRUE(store.Find("aa11").has_value());
  EXPECT_FALSE(store.Find("bb22").has_value());
  EXPECT_TRUE(store.Find("cc33").has_value());
  EXPECT_TRUE(store.Find("dd44").has_value());
}

TEST(PieceStore, SaysWhenItCantWrite) {
  const PieceStore store("/proc/none", kPlenty);
  EXPECT_THROW(store.Put(kKey, "sound"), Error);
}

}  // namespace
}  // namespace fullcast
