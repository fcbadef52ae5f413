#include "encode/quality.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "encode/sounds.h"

namespace fullcast {
namespace {

using test::MakePiece;

TEST(Quality, HasANameEach) {
  EXPECT_EQ(QualityNamed("fast"), Quality::kFast);
  EXPECT_EQ(QualityNamed("default"), Quality::kDefault);
  EXPECT_EQ(QualityNamed("best"), Quality::kBest);
  EXPECT_THROW(QualityNamed("good"), Error);
}

// More bytes from one to the next, unless it is another search that makes the difference.
TEST(Quality, TakesMoreBytesTheBetterItIs) {
  const Samples piece = MakePiece(100'000, 1);
  for (const Codec codec : {Codec::kAac, Codec::kMp3, Codec::kOpus}) {
    const auto bytes = [&](Quality quality) {
      return Encode(piece, SettingsOf(codec, quality)).bytes.size();
    };
    EXPECT_GT(bytes(Quality::kBest), bytes(Quality::kDefault)) << NameOf(codec);
    if (codec != Codec::kOpus) {
      EXPECT_GT(bytes(Quality::kDefault), bytes(Quality::kFast)) << NameOf(codec);
    }
  }
  EXPECT_NE(SettingsOf(Codec::kOpus, Quality::kDefault), SettingsOf(Codec::kOpus, Quality::kFast));
}

TEST(Quality, ErrorsLiftThePeaksMoreTheFewerBitsAndTheLessSearch) {
  const auto opus = [](int bit_rate, Search search) {
    return UsualLiftDb({Codec::kOpus, bit_rate, kSampleRateHz, kByBitRate, search});
  };
  EXPECT_GT(opus(64'000, Search::kUsual), 0);
  EXPECT_GT(opus(32'000, Search::kUsual), opus(64'000, Search::kUsual));
  EXPECT_GT(opus(48'000, Search::kQuick), opus(48'000, Search::kUsual));
  // What a limiter keeps in hand is enough for these.
  EXPECT_EQ(UsualLiftDb(SettingsOf(Codec::kAac, Quality::kDefault)), 0);
  EXPECT_EQ(UsualLiftDb(SettingsOf(Codec::kMp3, Quality::kDefault)), 0);
  EXPECT_EQ(UsualLiftDb(SettingsOf(Codec::kPcm, Quality::kDefault)), 0);
}

TEST(Quality, LeavesLosslessSoundAlone) {
  EXPECT_EQ(SettingsOf(Codec::kPcm, Quality::kFast), SettingsOf(Codec::kPcm, Quality::kBest));
}

}  // namespace
}  // namespace fullcast
