#include "produce/pieces/book_pieces.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "produce/pieces/render_job.h"

namespace fullcast {
namespace {

// Chapters of some pieces each, the second one of none.
Script ScriptOf(std::size_t chapters, std::size_t paragraphs) {
  Script script;
  for (std::size_t c = 0; c < chapters; ++c) {
    script.chapters.push_back({"A chapter", {}});
    for (std::size_t i = 0; i < paragraphs; ++i) {
      Segment segment;
      segment.text = std::to_string(c) + "." + std::to_string(i) + " says this, and then some.";
      segment.pause = Pause::kParagraph;
      if (c == 1) segment.skip = "a table";
      script.chapters.back().segments.push_back(segment);
    }
  }
  return script;
}

std::string BytesOf(const Piece& piece) { return Serialize(RenderJob{piece, {}, {}}); }

TEST(BookPieces, AreThoseOfThePlanInAnyOrder) {
  const Script script = ScriptOf(4, 200);
  Cast cast;
  cast.roles[kNarrator] = {"narrator", Voice{}};
  const Profile profile;
  const SpeakingStyle style;
  const BookSounds sounds;
  const std::vector<Piece> planned = PlanPieces(script, cast, profile);
  std::size_t seen = 0;
  BookPieces pieces(
      {script, cast, profile, style, sounds}, script.chapters.size(),
      [&](const Piece& piece) { EXPECT_EQ(BytesOf(piece), BytesOf(planned.at(seen++))); });
  EXPECT_EQ(seen, planned.size());
  ASSERT_EQ(pieces.size(), planned.size());
  for (std::size_t i = pieces.size(); i > 0; --i) {
    EXPECT_EQ(pieces.ChapterOf(i - 1), planned[i - 1].chapter);
    EXPECT_EQ(pieces.LettersIn(i - 1), LettersIn(planned[i - 1]));
    EXPECT_EQ(BytesOf(pieces.At(i - 1)), BytesOf(planned[i - 1]));
  }
}

TEST(BookPieces, KeepsWhatMayStillBeAskedFor) {
  const Script script = ScriptOf(3, 200);
  Cast cast;
  cast.roles[kNarrator] = {"narrator", Voice{}};
  const Profile profile;
  const SpeakingStyle style;
  const BookSounds sounds;
  BookPieces pieces({script, cast, profile, style, sounds}, script.chapters.size(),
                    [](const Piece&) {});
  std::size_t second = 0;  // its first piece
  while (pieces.ChapterOf(second) == 0) ++second;
  const Piece* const first = &pieces.At(0);
  pieces.ForgetBefore(second - 1);
  EXPECT_EQ(&pieces.At(0), first) << "the chapter is in use";
  const Piece* const later = &pieces.At(second);
  pieces.ForgetBefore(second);
  EXPECT_EQ(&pieces.At(second), later);
  EXPECT_EQ(pieces.At(second).lines.front().utterance.text.substr(0, 2), "2.");
}

}  // namespace
}  // namespace fullcast
