#include "produce/pieces/piece.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace fullcast {
namespace {

RenderedPiece MakePiece() {
  RenderedPiece piece;
  piece.audio = {{2048, 2, {3, 1, 2}, "abcdef"}, {2050, 1, {1}, "g"}};
  piece.words = {{0, 4, 5, 60}};
  piece.lines = {{0, 0, 100, 50}, {2, 150, 70, 30}};
  piece.defects = {{0, 2, "the engine crashed", true}};
  piece.loudness.blocks[5] = 7;
  piece.loudness.sample_peak = 0.5F;
  return piece;
}

TEST(RenderedPiece, ComesBackAsItWasSent) {
  const std::string bytes = Serialize(MakePiece());
  const RenderedPiece piece = DeserializeRenderedPiece(bytes);
  ASSERT_EQ(piece.audio.size(), 2U);
  EXPECT_EQ(piece.audio[0].bytes, "abcdef");
  EXPECT_EQ(piece.audio[1].samples, 2050U);
  EXPECT_EQ(piece.words[0].text_length, 5U);
  EXPECT_EQ(piece.lines[1].speech_samples, 70U);
  EXPECT_EQ(piece.defects[0].reason, "the engine crashed");
  EXPECT_TRUE(piece.defects[0].may_pass);
  EXPECT_EQ(piece.loudness.blocks[5], 7U);
  EXPECT_EQ(Serialize(piece), bytes);
}

TEST(RenderedPiece, HasARecordForEachCodec) {
  const RenderedPiece piece = MakePiece();
  const std::string bytes = SerializeRecords(piece);
  const std::vector<std::string_view> records = RecordsIn(bytes);
  ASSERT_EQ(records.size(), 2U);
  for (std::size_t i = 0; i < records.size(); ++i) {
    RenderedPiece alone = piece;
    alone.audio = {piece.audio[i]};
    EXPECT_EQ(records[i], Serialize(alone));
  }
  EXPECT_THROW(RecordsIn(bytes.substr(0, bytes.size() - 1)), Error);
  EXPECT_THROW(RecordsIn(bytes + "x"), Error);
}

TEST(RenderedPiece, AnyMissingByteIsNoticed) {
  const std::string bytes = Serialize(MakePiece());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(DeserializeRenderedPiece(bytes.substr(0, size)), Error) << size;
  }
  EXPECT_THROW(DeserializeRenderedPiece(bytes + "x"), Error);
}

}  // namespace
}  // namespace fullcast
