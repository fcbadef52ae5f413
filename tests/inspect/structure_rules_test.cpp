#include "inspect/structure_rules.h"

#include <gmock/gmock.h>

#include "inspect/findings.h"

namespace fullcast {
namespace {

using test::Broken;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// An hour in two chapters, without a fault.
AudioFileInfo GoodFile() {
  AudioFileInfo file;
  file.container = "mp4";
  file.codec = "aac";
  file.rate_hz = 22'050;
  file.channels = 1;
  file.duration_seconds = 3600;
  file.bytes = 30'000'000;
  file.chapters = {{"One", 0, 1800}, {"Two", 1800, 3600}};
  file.tags = {{"title", "A Book"}, {"artist", "An Author"}};
  file.tells_padding = true;
  file.mp4 = Mp4Layout{true, true, {{"One", 0, 0}, {"Two", 1800, 0}}, 0};
  file.cover = {"bytes", "jpeg", 2400, 2400};
  return file;
}

template <typename Change>
std::set<std::string> After(const Change& change, bool alone = true, const Profile& profile = {}) {
  AudioFileInfo file = GoodFile();
  change(file);
  return Broken(CheckStructure(file, LimitsOf(profile), alone));
}

TEST(CheckStructure, FindsNothingInAGoodFile) {
  EXPECT_THAT(Broken(CheckStructure(GoodFile(), {}, true)), IsEmpty());
  EXPECT_THAT(Broken(CheckStructure(GoodFile(), {}, false)), IsEmpty());
}

TEST(CheckStructure, WantsTheWholeFile) {
  EXPECT_THAT(After([](auto& file) { file.missing_bytes = 1; }), ElementsAre("fail whole"));
  EXPECT_THAT(After([](auto& file) { file.ends = false; }), ElementsAre("fail whole"));
}

TEST(CheckStructure, WantsChaptersWithoutGapsInOrder) {
  const auto with = [](std::vector<FileChapter> chapters) {
    return After([&](auto& file) {
      file.chapters = chapters;
      file.mp4.reset();
    });
  };
  EXPECT_THAT(with({{"One", 0, 1800.001}, {"Two", 1800, 3600}}), IsEmpty()) << "ticks are rounded";
  EXPECT_THAT(with({{"One", 0, 1790}, {"Two", 1800, 3600}}), ElementsAre("fail chapters"));
  EXPECT_THAT(with({{"One", 0, 1810}, {"Two", 1800, 3600}}), ElementsAre("fail chapters"));
  EXPECT_THAT(with({{"One", 3, 1800}, {"Two", 1800, 3600}}), ElementsAre("fail chapters"));
  EXPECT_THAT(with({{"One", 0, 0}, {"Two", 0, 3600}}), ElementsAre("fail chapters"));
  EXPECT_THAT(with({{"One", 0, 1800}, {"Two", 1800, 3700}}), ElementsAre("fail chapter_end"));
  EXPECT_THAT(with({{"One", 0, 1800}, {" ", 1800, 3600}}), ElementsAre("warn titles"));
}

TEST(CheckStructure, MissesChaptersInALongBookOnly) {
  const auto with = [](double seconds, bool alone) {
    return After(
        [&](auto& file) {
          file.chapters.clear();
          file.mp4.reset();
          file.duration_seconds = seconds;
        },
        alone);
  };
  EXPECT_THAT(with(3600, true), ElementsAre("warn chapters"));
  EXPECT_THAT(with(600, true), IsEmpty());
  EXPECT_THAT(with(3600, false), IsEmpty()) << "a folder's file is a chapter";
}

TEST(CheckStructure, ComparesBothTablesOfMp4) {
  EXPECT_THAT(After([](auto& file) { file.mp4->nero[1].title = "Too"; }),
              ElementsAre("fail chapter_tables"));
  EXPECT_THAT(After([](auto& file) { file.mp4->nero[1].begin_seconds = 1790; }),
              ElementsAre("fail chapter_tables"));
  EXPECT_THAT(After([](auto& file) { file.mp4->nero.pop_back(); }),
              ElementsAre("fail chapter_tables"));
  EXPECT_THAT(After([](auto& file) { file.mp4->nero.clear(); }),
              ElementsAre("warn chapter_tables"));
  EXPECT_THAT(After([](auto& file) { file.mp4->has_chapter_track = false; }),
              ElementsAre("warn chapter_tables"));
}

TEST(CheckStructure, KnowsWhatANeroListCanNotHold) {
  const auto many = [](AudioFileInfo& file) {
    file.chapters.clear();
    for (int i = 0; i < 300; ++i) file.chapters.push_back({"C", i * 12.0, i * 12.0 + 12});
  };
  EXPECT_THAT(After(many), ElementsAre("fail chapter_tables"));
  EXPECT_THAT(After([&](auto& file) {
                many(file);
                file.mp4->nero.clear();
              }),
              IsEmpty());
  EXPECT_THAT(After([](auto& file) {
                file.chapters[1].title = std::string(300, 'x');
                file.mp4->nero.clear();
              }),
              IsEmpty())
      << "a title of more than 255 bytes";
}

TEST(CheckStructure, LooksAtIndexCoverAndTags) {
  EXPECT_THAT(After([](auto& file) { file.mp4->index_first = false; }), ElementsAre("warn index"));
  EXPECT_THAT(After([](auto& file) { file.cover = {}; }), ElementsAre("warn cover"));
  EXPECT_THAT(After([](auto& file) { file.cover.kind.clear(); }), ElementsAre("fail cover"));
  EXPECT_THAT(After([](auto& file) { file.cover.width = 499; }), ElementsAre("warn cover"));
  EXPECT_THAT(After([](auto& file) { file.cover.bytes.resize(5'000'001); }),
              ElementsAre("warn cover"));
  EXPECT_THAT(After([](auto& file) { file.tags.erase("artist"); }), ElementsAre("warn tags"));
  EXPECT_THAT(After([](auto& file) { file.tags["title"].clear(); }), ElementsAre("warn tags"));
}

TEST(CheckStructure, KnowsWhatAStoreTakes) {
  const auto with = [](auto change) {
    Profile acx;
    acx.name = "acx";
    return After(
        [&](AudioFileInfo& file) {
          file.container = file.codec = "mp3";
          file.mp4.reset();
          file.bit_rate = 192'000;
          change(file);
        },
        false, acx);
  };
  EXPECT_THAT(with([](auto&) {}), IsEmpty());
  EXPECT_THAT(with([](auto& file) { file.cover.width = file.cover.height = 2399; }),
              ElementsAre("fail cover"));
  EXPECT_THAT(with([](auto& file) { file.cover.width = 2500; }), ElementsAre("fail cover"));
  EXPECT_THAT(with([](auto& file) { file.cover = {}; }), ElementsAre("warn cover"))
      << "it is sent apart";
  EXPECT_THAT(with([](auto& file) { file.bit_rate /= 2; }), ElementsAre("fail encoding"));
  EXPECT_THAT(with([](auto& file) { file.codec = "aac"; }), ElementsAre("fail encoding"));
  EXPECT_THAT(with([](auto& file) {
                file.duration_seconds = 7300;
                file.chapters.clear();
              }),
              ElementsAre("fail limits"));
  EXPECT_THAT(After([](auto& file) { file.cover.width = 1000; }), IsEmpty()) << "no store's files";
}

TEST(CheckStructure, WantsGaplessInfoOfFilesThatJoin) {
  const auto untold = [](auto& file) { file.tells_padding = false; };
  EXPECT_THAT(After(untold, false), ElementsAre("warn gapless"));
  EXPECT_THAT(After(untold, true), IsEmpty());
}

TEST(CheckStructure, KnowsThePlayersLimits) {
  EXPECT_THAT(After([](auto& file) { file.bytes = 4'294'967'296; }), ElementsAre("warn limits"));
  EXPECT_THAT(After([](auto& file) {
                file.rate_hz = 44'100;
                file.duration_seconds = 27.1 * 3600;
              }),
              Contains("warn limits"));
  EXPECT_THAT(After([](auto& file) {
                file.rate_hz = 44'100;
                file.duration_seconds = 27 * 3600;
              }),
              Not(Contains("warn limits")));
}

}  // namespace
}  // namespace fullcast
