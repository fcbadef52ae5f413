#include "audio/wav_file.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <fstream>
#include <string>

#include "core/error.h"
#include "core/file.h"
#include "support/temporary_folder.h"
#include "test_sounds.h"

namespace fullcast {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class WavFile : public testing::Test {
 private:
  test::TemporaryFolder temporary_;

 protected:
  fs::path folder_ = temporary_.path();
};

TEST_F(WavFile, FloatComesBackExactly) {
  const Samples samples = Noise(2.0, 30000);
  WriteWav(folder_ / "a.wav", samples, WavFormat::kFloat);
  EXPECT_EQ(ReadWav(folder_ / "a.wav"), samples);
}

TEST_F(WavFile, SixteenBitsRoundAndClip) {
  WriteWav(folder_ / "a.wav", {0.0F, 0.5F, -0.25F, 3.0F, -3.0F}, WavFormat::kInt16);
  const Samples read = ReadWav(folder_ / "a.wav");
  ASSERT_EQ(read.size(), 5U);
  EXPECT_NEAR(read[1], 0.5, 1e-4);
  EXPECT_NEAR(read[2], -0.25, 1e-4);
  EXPECT_NEAR(read[3], 1.0, 1e-4);
  EXPECT_NEAR(read[4], -1.0, 1e-4);
  EXPECT_EQ(fs::file_size(folder_ / "a.wav"), 44U + 10U);
}

TEST_F(WavFile, SameSamplesSameBytes) {
  WriteWav(folder_ / "a.wav", Noise(1.0, 1000), WavFormat::kFloat);
  WriteWav(folder_ / "b.wav", Noise(1.0, 1000), WavFormat::kFloat);
  EXPECT_EQ(ReadFile(folder_ / "a.wav"), ReadFile(folder_ / "b.wav"));
}

TEST_F(WavFile, LeavesNothingElseBehind) {
  WriteWav(folder_ / "a.wav", Samples(10), WavFormat::kInt16);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(WavFile, TellsWhatIsWrong) {
  try {
    ReadWav(folder_ / "missing.wav");
    FAIL() << "read a missing file";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("missing.wav"));
  }
  std::ofstream(folder_ / "text.wav") << "this is no sound";
  EXPECT_THROW(ReadWav(folder_ / "text.wav"), Error);
}

}  // namespace
}  // namespace fullcast
