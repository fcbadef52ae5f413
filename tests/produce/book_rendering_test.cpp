#include "produce/rendering/book_rendering.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/file.h"
#include "produce/pieces/piece_renderer.h"
#include "produce/pieces/render_job.h"
#include "produce/spoken.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

class HummingSynthesizer final : public Synthesizer {
 public:
  Speech Speak(const Utterance& utterance) override {
    Speech speech;
    speech.samples.resize(10 * utterance.text.size());
    for (std::size_t i = 0; i < speech.samples.size(); ++i) {
      speech.samples[i] = 0.2F * std::sin(0.1F * static_cast<float>(i));
    }
    return speech;
  }
};

class Listener final : public Reporter {
 public:
  void Note(const std::string& /*message*/) override {}
  void Warn(const std::string& message) override { ADD_FAILURE() << message; }
  void Progress(const RenderProgress& /*progress*/) override { ++written; }

  std::size_t written = 0;  // pieces
};

// Renders a book of some pieces, as often as is asked, with one store.
class BookRenderingTest : public testing::Test {
 protected:
  BookRenderingTest() {
    script_.chapters.push_back({"A chapter", {}});
    for (int i = 0; i < 400; ++i) {
      script_.chapters.back().segments.push_back(
          test::Told(std::to_string(i) + " boats came in, and the lamps were lit."));
    }
    cast_.roles[kNarrator] = {"narrator", Voice{}};
    options_.output = folder_ / "book.wav";
    options_.deliveries = {{Format::kWav, {CodecOf(Format::kWav)}}};
    options_.cache = folder_ / "store";
    options_.cache_bytes = 1'000'000'000;
    Open();
    WorkOff();
    pieces_ = listener_.written;
  }

  void Open() {
    listener_.written = 0;
    book_.emplace(script_, profile_, options_,
                  PlanBook(script_, cast_, profile_, options_, listener_), listener_);
  }

  // What a worker makes of the next job; its number.
  std::optional<std::size_t> Work(std::size_t most_ahead = 8) {
    const std::optional<BookRendering::Job> job = book_->NextJob(most_ahead);
    if (!job) return std::nullopt;
    const RenderJob read = DeserializeRenderJob(job->bytes);
    book_->Take(job->number, SerializeRecords(RenderPiece(read.piece, synthesizer_, read.profile,
                                                          read.encoders)));
    return job->number;
  }

  void WorkOff() {
    while (Work()) {
    }
    ASSERT_TRUE(book_->IsWhole());
    book_->Finish();
    const std::string made = ReadFile(options_.output);
    if (first_.empty()) first_ = made;
    EXPECT_TRUE(made == first_) << "not the same bytes";
  }

  // The file in which the store keeps a piece.
  [[nodiscard]] std::filesystem::path EntryOf(std::size_t number) {
    const Piece piece = PlanBook(script_, cast_, profile_, options_, listener_).pieces.At(number);
    const std::string key =
        PieceKey(Serialize(RenderJob{piece, profile_, {options_.deliveries.front().encoder}}),
                 SoundVersions());
    return options_.cache / key.substr(0, 2) / (key.substr(2) + ".piece");
  }

  test::TemporaryFolder folder_;
  Script script_;
  Cast cast_;
  Profile profile_;
  RenderOptions options_;
  HummingSynthesizer synthesizer_;
  Listener listener_;
  std::optional<BookRendering> book_;
  std::size_t pieces_ = 0;
  std::string first_;
};

TEST_F(BookRenderingTest, GivesOutWhatIsMissingBeforeItReadsTheRest) {
  ASSERT_GE(pieces_, 3U);
  const std::size_t last = pieces_ - 1;
  ASSERT_TRUE(std::filesystem::remove(EntryOf(last)));
  Open();
  const std::optional<BookRendering::Job> job = book_->NextJob(1);
  ASSERT_TRUE(job.has_value());
  EXPECT_EQ(job->number, last);
  EXPECT_EQ(listener_.written, 0U);
  EXPECT_FALSE(book_->NextJob(1).has_value());
  EXPECT_EQ(listener_.written, last) << "while the worker is at it, the rest is written";
}

TEST_F(BookRenderingTest, GivesOutADamagedPieceWhenItsTurnComes) {
  ASSERT_GE(pieces_, 3U);
  const std::size_t last = pieces_ - 1;
  ASSERT_TRUE(std::filesystem::remove(EntryOf(last)));
  WriteFile(EntryOf(1), "damaged");
  Open();
  EXPECT_EQ(Work(1), last);
  EXPECT_EQ(Work(1), 1U) << "what waits behind it must not hold it back";
  WorkOff();
}

TEST_F(BookRenderingTest, RendersNothingThatIsInTheStore) {
  Open();
  EXPECT_FALSE(book_->NextJob(8).has_value());
  EXPECT_TRUE(book_->IsWhole());
}

}  // namespace
}  // namespace fullcast
