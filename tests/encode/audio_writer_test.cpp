#include "encode/audio_writer.h"

#include <gmock/gmock.h>

#include <ostream>
#include <vector>

#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "encode/origin.h"
#include "encode/sounds.h"
#include "encode/wav_writer.h"
#include "support/temporary_folder.h"

namespace fullcast {

namespace {

using test::Decode;
using test::MakePiece;
using test::PngBytes;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Tags SomeTags() {
  Tags tags;
  tags.book.title = "A Book — „ein Buch“ 本";
  tags.book.author = "Añn Author";
  tags.book.narrator = "A Voice";
  tags.book.year = "1901";
  tags.book.series = "The Lighthouse #2.5";
  tags.book.description = "What it is about";
  tags.comment = OriginComment({"abc", "def"});
  tags.cover = PngBytes();
  return tags;
}

// Titles in other scripts; some are long.
std::vector<std::string> SomeTitles(std::size_t count) {
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < count; ++i) {
    titles.push_back("Chapter " + std::to_string(i + 1) + " — „Ж“");
    for (std::size_t j = 0; i % 7 == 3 && j < 30 + i % 40; ++j) titles.back() += " Ж";
  }
  return titles;
}

// Writes silence: what is looked at stands beside the sound.
std::vector<ChapterMark> WriteChapters(Format format, const std::filesystem::path& path,
                                       const std::vector<std::string>& titles,
                                       std::size_t samples_each) {
  const EncoderSettings settings{CodecOf(format), 48'000};
  const EncodedPiece piece = Encode(Samples(samples_each), settings);
  const auto writer = MakeWriter(format, path, SomeTags(), settings, titles);
  std::vector<ChapterMark> marks;
  for (const std::string& title : titles) {
    marks.push_back({title, writer->samples()});
    writer->Write(piece);
  }
  writer->Finish(marks);
  return marks;
}

std::vector<ChapterMark> WriteChapters(Format format, const std::filesystem::path& path,
                                       std::size_t count, std::size_t samples_each) {
  return WriteChapters(format, path, SomeTitles(count), samples_each);
}

Json Probe(const std::filesystem::path& path, const std::string& what) {
  const auto shown =
      RunCommand("ffprobe -v error -of json " + what + " " + Quoted(path.string()) + " 2>&1");
  EXPECT_EQ(shown.exit_code, 0);
  return Json::Parse(shown.output, "ffprobe");
}

class AudioWriterTest : public ::testing::TestWithParam<Format> {
 protected:
  [[nodiscard]] std::filesystem::path Path() const {
    return folder_ / ("book." + std::string(NameOf(GetParam())));
  }
  test::TemporaryFolder folder_;
};

TEST_P(AudioWriterTest, TagsAreWherePlayersLook) {
  WriteChapters(GetParam(), Path(), 2, 30'000);
  const Json shown = Probe(Path(), "-show_format -show_streams");
  const Json* tags = shown.At("format").Find("tags");
  if (tags == nullptr) tags = &shown.At("streams").AsArray().at(0).At("tags");
  const auto value = [&](const std::string& key) {
    for (const auto& [name, text] : tags->AsObject()) {
      if (RunCommand("printf %s " + Quoted(name) + " | tr A-Z a-z").output == key) {
        return text.AsString();
      }
    }
    return std::string();
  };
  EXPECT_EQ(value("title"), SomeTags().book.title);
  EXPECT_EQ(value("artist"), "Añn Author");
  EXPECT_EQ(value("genre"), "Audiobook");
  EXPECT_EQ(value("date"), "1901");
  EXPECT_EQ(ReadOrigin(Path()), (Origin{"abc", "def"}));
  if (GetParam() == Format::kWav) return;
  EXPECT_EQ(value("composer"), "A Voice");
  EXPECT_EQ(value("series"), "The Lighthouse");
  EXPECT_EQ(value("series-part"), "2.5");
  const auto cover = RunCommand("ffmpeg -v error -i " + Quoted(Path().string()) +
                                " -map 0:v -c copy -f image2pipe -");
  EXPECT_EQ(cover.output, PngBytes());
}

TEST_P(AudioWriterTest, LeavesNothingBehindUnlessFinished) {
  {
    const EncoderSettings settings{CodecOf(GetParam())};
    const auto writer = MakeWriter(GetParam(), Path(), {}, settings, {});
    writer->Write(Encode(MakePiece(50'000, 1), settings));
  }
  EXPECT_THAT(RunCommand("ls -A " + Quoted(folder_.path().string())).output, IsEmpty());
}

TEST_P(AudioWriterTest, RefusesACoverThatIsNoPicture) {
  if (!TakesCover(GetParam())) GTEST_SKIP() << "it takes no cover";
  Tags tags;
  tags.cover = "GIF89a";
  EXPECT_THROW(MakeWriter(GetParam(), Path(), tags, {CodecOf(GetParam())}, {}), Error);
  EXPECT_THAT(RunCommand("ls -A " + Quoted(folder_.path().string())).output, IsEmpty());
}

TEST_P(AudioWriterTest, AnotherCoverLeavesTheSoundAlone) {
  if (!TakesCover(GetParam())) GTEST_SKIP() << "it takes no cover";
  const auto marks = WriteChapters(GetParam(), Path(), 3, 30'000);
  const Samples before = Decode(Path());
  Tags tags = SomeTags();
  tags.book.title = "Another Title";
  WriteTags(Path(), GetParam(), tags, marks, 90'000);
  EXPECT_EQ(Decode(Path()), before);
  EXPECT_EQ(Probe(Path(), "-show_chapters").At("chapters").AsArray().size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Formats, AudioWriterTest, ::testing::ValuesIn(AllFormats()));

struct ChapterCase {
  Format format;
  std::size_t chapters;
};

void PrintTo(const ChapterCase& c, std::ostream* out) {
  *out << c.chapters << " in " << NameOf(c.format);
}

class Chapters : public ::testing::TestWithParam<ChapterCase> {};

TEST_P(Chapters, StandWhereTheyBegin) {
  const auto [format, count] = GetParam();
  const test::TemporaryFolder folder;
  const auto path = folder / ("book." + std::string(NameOf(format)));
  const auto marks = WriteChapters(format, path, count, 22'528);
  const Json shown = Probe(path, "-show_chapters");
  const auto& chapters = shown.At("chapters").AsArray();
  ASSERT_EQ(chapters.size(), count);
  for (std::size_t i = 0; i < count; ++i) {
    const double start = std::stod(chapters[i].At("start_time").AsString());
    EXPECT_NEAR(start, static_cast<double>(marks[i].sample) / kSampleRateHz, 0.001) << i;
    ASSERT_EQ(chapters[i].At("tags").At("title").AsString(), marks[i].title);
  }
}

std::vector<ChapterCase> ChapterCases() {
  std::vector<ChapterCase> cases;
  for (const Format format : AllFormats()) {
    if (format == Format::kWav) continue;  // FFmpeg does not read its labels; see below
    for (const std::size_t count : {1U, 255U, 256U, 1000U}) cases.push_back({format, count});
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Counts, Chapters, ::testing::ValuesIn(ChapterCases()));

TEST(M4bWriter, HasBothListsUpTo255AndItsIndexInFront) {
  const test::TemporaryFolder folder;
  WriteChapters(Format::kM4b, folder / "255.m4b", 255, 22'528);
  WriteChapters(Format::kM4b, folder / "256.m4b", 256, 22'528);
  const std::string bytes = ReadFile(folder / "255.m4b");
  EXPECT_NE(bytes.find("chpl"), std::string::npos);
  EXPECT_LT(bytes.find("moov"), bytes.find("mdat"));
  EXPECT_EQ(ReadFile(folder / "256.m4b").find("chpl"), std::string::npos);
  const auto shown =
      RunCommand("ffprobe -v error -show_format " + Quoted((folder / "255.m4b").string()));
  EXPECT_THAT(shown.output, HasSubstr("TAG:major_brand=M4B "));
  EXPECT_THAT(shown.output, HasSubstr("TAG:media_type=2"));
}

TEST_P(AudioWriterTest, ATitleMayBeOfAnyLength) {
  if (GetParam() == Format::kWav) GTEST_SKIP() << "FFmpeg does not read its labels";
  std::vector<std::string> titles;
  for (const std::size_t size : {126, 127, 128, 255, 256, 300, 512, 2000}) {
    titles.push_back(std::to_string(size) + std::string(size - 3, 'x'));
  }
  WriteChapters(GetParam(), Path(), titles, 22'528);
  const Json shown = Probe(Path(), "-show_chapters");
  const auto& chapters = shown.At("chapters").AsArray();
  ASSERT_EQ(chapters.size(), titles.size());
  for (std::size_t i = 0; i < titles.size(); ++i) {
    EXPECT_EQ(chapters[i].At("tags").At("title").AsString(), titles[i]);
  }
  EXPECT_EQ(ReadFile(Path()).find("chpl"), std::string::npos) << "its titles end at 255 bytes";
}

TEST(Mp3Writer, PassesMp3val) {
  const test::TemporaryFolder folder;
  WriteChapters(Format::kMp3, folder / "book.mp3", 300, 22'528);
  const auto checked = RunCommand("mp3val " + Quoted((folder / "book.mp3").string()) + " 2>&1");
  EXPECT_THAT(checked.output, ::testing::Not(HasSubstr("WARNING"))) << checked.output;
  EXPECT_THAT(checked.output, HasSubstr("ID3v2"));
}

// What players seek by: the header's count of frames and bytes, and its table.
TEST(Mp3Writer, TellsWhereAVariableBitRateStands) {
  const test::TemporaryFolder folder;
  const EncoderSettings settings{Codec::kMp3, 0, kSampleRateHz, 4};
  const auto writer = MakeWriter(Format::kMp3, folder / "book.mp3", {}, settings, {});
  Samples loud = MakePiece(300'000, 2);
  writer->Write(Encode(loud, settings));
  writer->Write(Encode(Samples(300'000), settings));
  writer->Finish({{"All", 0}});
  const std::string bytes = ReadFile(folder / "book.mp3");
  const std::size_t xing = bytes.find("Xing");
  ASSERT_NE(xing, std::string::npos) << "\"Info\" is for constant bit rates";
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  constexpr std::size_t kPriming = 1105;
  constexpr std::size_t kFrame = 576;
  const auto samples = static_cast<std::size_t>(writer->samples());
  EXPECT_EQ(number(xing + 8), (samples + kPriming + kFrame - 1) / kFrame);
  constexpr std::size_t kHeader = 4 + 9;  // and the side information of MPEG-2, mono
  const std::size_t sound_begin = xing - kHeader;
  EXPECT_EQ(number(xing + 12), bytes.size() - sound_begin);
  const auto* table = reinterpret_cast<const unsigned char*>(bytes.data()) + xing + 16;
  EXPECT_TRUE(std::is_sorted(table, table + 100));
  EXPECT_GT(table[50], 150) << "silence takes fewer bytes: half of the time is more of them";
  const auto checked = RunCommand("mp3val " + Quoted((folder / "book.mp3").string()) + " 2>&1");
  EXPECT_THAT(checked.output, ::testing::Not(HasSubstr("WARNING"))) << checked.output;
  EXPECT_EQ(Decode(folder / "book.mp3").size(), samples);
}

TEST(FlacWriter, PassesItsOwnTest) {
  const test::TemporaryFolder folder;
  WriteChapters(Format::kFlac, folder / "book.flac", 3, 22'222);
  const auto checked = RunCommand("flac -t " + Quoted((folder / "book.flac").string()) + " 2>&1");
  EXPECT_EQ(checked.exit_code, 0) << checked.output;
  EXPECT_THAT(checked.output, ::testing::Not(HasSubstr("WARNING"))) << checked.output;
}

TEST(OpusWriter, PassesOpusinfo) {
  const test::TemporaryFolder folder;
  WriteChapters(Format::kOpus, folder / "book.opus", 3, 22'050);
  const auto checked = RunCommand("opusinfo " + Quoted((folder / "book.opus").string()) + " 2>&1");
  EXPECT_EQ(checked.exit_code, 0) << checked.output;
  EXPECT_THAT(checked.output, ::testing::Not(HasSubstr("WARNING"))) << checked.output;
  EXPECT_THAT(checked.output, HasSubstr("Playback length: 0m:03.000s"));
}

// opusinfo compares them with the picture itself.
TEST(OpusWriter, TellsTheDepthAndColoursOfItsCover) {
  const test::TemporaryFolder folder;
  for (const std::string pixels : {"gray", "pal8", "rgba", "rgb24", "rgb48be", "ya8", "yuvj420p"}) {
    const std::string picture = folder / (pixels == "yuvj420p" ? "cover.jpg" : "cover.png");
    RunCommand("ffmpeg -v error -y -f lavfi -i testsrc=size=64x64 -frames:v 1 -pix_fmt " + pixels +
               " " + Quoted(picture));
    Tags tags;
    tags.cover = ReadFile(picture);
    const EncoderSettings settings{Codec::kOpus};
    const auto writer = MakeWriter(Format::kOpus, folder / "book.opus", tags, settings, {});
    writer->Write(Encode(Samples(22'050), settings));
    writer->Finish({{"All", 0}});
    const auto checked =
        RunCommand("opusinfo " + Quoted((folder / "book.opus").string()) + " 2>&1");
    EXPECT_EQ(checked.exit_code, 0) << pixels << checked.output;
    EXPECT_THAT(checked.output, ::testing::Not(HasSubstr("WARNING"))) << pixels;
  }
}

TEST(WavWriter, NamesItsCuePoints) {
  const test::TemporaryFolder folder;
  const auto marks = WriteChapters(Format::kWav, folder / "book.wav", 3, 22'222);
  const std::string bytes = ReadFile(folder / "book.wav");
  const std::size_t cue = bytes.rfind("cue ");
  ASSERT_NE(cue, std::string::npos);
  EXPECT_EQ(bytes[cue + 8], 3);
  for (const ChapterMark& mark : marks) EXPECT_NE(bytes.find(mark.title), std::string::npos);
  const auto shown = RunCommand("mediainfo " + Quoted((folder / "book.wav").string()));
  EXPECT_THAT(shown.output, HasSubstr("Format                                   : Wave"));
}

TEST(WavWriter, HasNoCuePointThatDoesNotFit) {
  constexpr std::int64_t kThirtyHours = std::int64_t{30} * 3600 * kSampleRateHz;
  const std::vector<ChapterMark> marks = {{"One", 0}, {"Two", kThirtyHours}};
  EXPECT_EQ(CueChunks(marks, 22'050)[8], 2);
  EXPECT_EQ(CueChunks(marks, 44'100)[8], 1) << "2^32 samples are 27 hours";
  EXPECT_EQ(CueChunks(marks, 44'100).find("Two"), std::string::npos);
}

TEST(WavWriter, BecomesRf64WhereSizesEnd) {
  constexpr std::uint64_t kFourGigabytes = std::uint64_t{1} << 32;
  EXPECT_TRUE(WavHeader(22'050, kFourGigabytes - 1000, 500).starts_with("RIFF"));
  const std::string large = WavHeader(22'050, kFourGigabytes + 2, 500);
  EXPECT_TRUE(large.starts_with("RF64\xFF\xFF\xFF\xFFWAVEds64"));
  EXPECT_EQ(large.size(), WavHeader(22'050, 0, 0).size());
  EXPECT_EQ(large.substr(28, 8), std::string("\x02\0\0\0\x01\0\0\0", 8));
}

TEST(ReadOrigin, IsNothingForAForeignFile) {
  const test::TemporaryFolder folder;
  WriteFile(folder / "notes.m4b", "my notes, not an audiobook");
  EXPECT_EQ(ReadOrigin(folder / "notes.m4b"), std::nullopt);
}

TEST(FormatNamed, KnowsItsNamesOnly) {
  for (const Format format : AllFormats()) EXPECT_EQ(FormatNamed(NameOf(format)), format);
  EXPECT_EQ(FormatNamed("MP3"), Format::kMp3);
  EXPECT_THROW(FormatNamed("aiff"), Error);
}

}  // namespace
}  // namespace fullcast
