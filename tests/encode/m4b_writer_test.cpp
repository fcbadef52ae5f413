#include "encode/m4b_writer.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <vector>

#include "core/error.h"
#include "core/file.h"
#include "encode/origin.h"
#include "support/command.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A chirp that ends in two silent frames, as a piece does; different for each seed.
Samples MakePiece(std::size_t frames, double seed) {
  Samples samples(frames * kAacFrameSamples, 0.0F);
  const std::size_t sounding = samples.size() - 2 * kAacFrameSamples;
  for (std::size_t i = 0; i < sounding; ++i) {
    const double t = static_cast<double>(i) / kSampleRateHz;
    samples[i] = static_cast<float>(0.5 * std::sin(2000 * t + seed * 300 * t * t));
  }
  return samples;
}

std::vector<float> Decode(const std::filesystem::path& path) {
  const auto decoded =
      RunCommand("ffmpeg -v warning -i " + Quoted(path.string()) + " -map 0:a -f f32le - 2>&1");
  EXPECT_EQ(decoded.exit_code, 0);
  std::vector<float> samples(decoded.output.size() / sizeof(float));
  std::memcpy(samples.data(), decoded.output.data(), samples.size() * sizeof(float));
  return samples;
}

TEST(M4bWriter, PiecesJoinWithoutLosingOrAddingASample) {
  const test::TemporaryFolder folder;
  const auto path = folder / "book.m4b";
  Samples whole;
  M4bWriter writer(path, {}, {}, 0);
  for (int i = 0; i < 5; ++i) {
    const Samples piece = MakePiece(20 + static_cast<std::size_t>(i), i + 1);
    whole.insert(whole.end(), piece.begin(), piece.end());
    writer.Write(EncodeAac(piece, {}));
  }
  EXPECT_EQ(writer.samples(), static_cast<std::int64_t>(whole.size()));
  writer.Finish({{"All", 0}});

  const std::vector<float> decoded = Decode(path);
  ASSERT_EQ(decoded.size(), whole.size());
  double noise = 0;
  double signal = 0;
  float worst = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const float error = decoded[i] - whole[i];
    noise += error * error;
    signal += whole[i] * whole[i];
    worst = std::max(worst, std::abs(error));
  }
  EXPECT_GT(10 * std::log10(signal / noise), 20);
  EXPECT_LT(worst, 0.2F);
}

TEST(M4bWriter, ChaptersStandToTheSampleInBothForms) {
  const test::TemporaryFolder folder;
  const auto path = folder / "book.m4b";
  M4bWriter writer(path, {}, {}, 3);
  for (int i = 0; i < 3; ++i) writer.Write(EncodeAac(MakePiece(50, i + 1), {}));
  const std::int64_t frames = 50 * static_cast<std::int64_t>(kAacFrameSamples);
  writer.Finish({{"One", 0}, {"Two — „zwei“", frames}, {"Three", 2 * frames}});

  const auto shown =
      RunCommand("ffprobe -v warning -show_chapters -of compact " + Quoted(path.string()));
  EXPECT_THAT(shown.output, HasSubstr("time_base=1/22050|start=0|start_time=0.000000|end=51200|"));
  EXPECT_THAT(shown.output, HasSubstr("start=51200|"));
  EXPECT_THAT(shown.output, HasSubstr("tag:title=Two — „zwei“"));
  EXPECT_THAT(shown.output, HasSubstr("start=102400|start_time=4.643991|end=153600|"));
  const std::string bytes = ReadFile(path);
  EXPECT_NE(bytes.find("chpl"), std::string::npos);
  EXPECT_LT(bytes.find("moov"), bytes.find("mdat"));
}

TEST(M4bWriter, NeroListIsLeftOutWhereItsCountEnds) {
  const test::TemporaryFolder folder;
  const auto path = folder / "book.m4b";
  M4bWriter writer(path, {}, {}, 256);
  std::vector<ChapterMark> marks;
  for (int i = 0; i < 256; ++i) {
    marks.push_back({"Chapter " + std::to_string(i + 1), writer.samples()});
    writer.Write(EncodeAac(MakePiece(22, 1), {}));
  }
  writer.Finish(marks);
  EXPECT_EQ(ReadFile(path).find("chpl"), std::string::npos);
  const auto shown =
      RunCommand("ffprobe -v warning -show_chapters -of compact " + Quoted(path.string()));
  EXPECT_EQ(std::count(shown.output.begin(), shown.output.end(), '\n'), 256);
}

TEST(M4bWriter, TagsAreWherePlayersLook) {
  const test::TemporaryFolder folder;
  const auto path = folder / "book.m4b";
  Tags tags;
  tags.book.title = "A Book";
  tags.book.author = "An Author";
  tags.book.narrator = "A Voice";
  tags.book.year = "1901";
  tags.book.description = "What it is about";
  tags.comment = OriginComment("abc");
  M4bWriter writer(path, tags, {}, 1);
  writer.Write(EncodeAac(MakePiece(50, 1), {}));
  writer.Finish({{"One", 0}});

  const auto shown = RunCommand("ffprobe -v warning -show_format " + Quoted(path.string()));
  for (const char* line : {"TAG:major_brand=M4B ", "TAG:title=A Book", "TAG:artist=An Author",
                           "TAG:composer=A Voice", "TAG:date=1901", "TAG:genre=Audiobook",
                           "TAG:description=What it is about", "TAG:media_type=2"}) {
    EXPECT_THAT(shown.output, HasSubstr(line));
  }
  EXPECT_TRUE(HasComment(path, OriginComment("abc")));
  EXPECT_FALSE(HasComment(path, OriginComment("abd")));
}

TEST(M4bWriter, LeavesNothingBehindUnlessFinished) {
  const test::TemporaryFolder folder;
  {
    M4bWriter writer(folder / "book.m4b", {}, {}, 1);
    writer.Write(EncodeAac(MakePiece(50, 1), {}));
  }
  EXPECT_THAT(RunCommand("ls -A " + Quoted(folder.path().string())).output, IsEmpty());
}

TEST(M4bWriter, RefusesACoverThatIsNoPicture) {
  const test::TemporaryFolder folder;
  Tags tags;
  tags.cover = "GIF89a";
  EXPECT_THROW(M4bWriter(folder / "book.m4b", tags, {}, 1), Error);
  EXPECT_THAT(RunCommand("ls -A " + Quoted(folder.path().string())).output, IsEmpty());
}

TEST(HasComment, IsFalseForAForeignFile) {
  const test::TemporaryFolder folder;
  WriteFile(folder / "notes.m4b", "my notes, not an audiobook");
  EXPECT_FALSE(HasComment(folder / "notes.m4b", OriginComment("abc")));
}

}  // namespace
}  // namespace fullcast
