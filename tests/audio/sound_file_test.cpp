#include "audio/sound_file.h"

#include <gmock/gmock.h>
#include <sndfile.h>

#include <cmath>
#include <fstream>

#include "audio/loudness.h"
#include "core/error.h"
#include "support/temporary_folder.h"
#include "test_sounds.h"

namespace fullcast {
namespace {

using testing::HasSubstr;

class SoundFile : public testing::Test {
 protected:
  // A tone in a file of this format.
  [[nodiscard]] std::filesystem::path Write(const std::string& name, int format, int rate_hz,
                                            int channels, double seconds,
                                            double amplitude = 0.1) const {
    SF_INFO info{};
    info.samplerate = rate_hz;
    info.channels = channels;
    info.format = format;
    const std::filesystem::path path = folder_ / name;
    SNDFILE* file = sf_open(path.c_str(), SFM_WRITE, &info);
    EXPECT_NE(file, nullptr);
    const auto frames = static_cast<std::size_t>(seconds * rate_hz);
    std::vector<float> samples;
    for (std::size_t i = 0; i < frames; ++i) {
      const double phase = 2 * M_PI * 440 * static_cast<double>(i) / rate_hz;
      for (int c = 0; c < channels; ++c) {
        samples.push_back(static_cast<float>(amplitude * std::sin(phase)));
      }
    }
    sf_writef_float(file, samples.data(), static_cast<sf_count_t>(frames));
    sf_close(file);
    return path;
  }

  [[nodiscard]] std::string ErrorOf(const std::filesystem::path& path) const {
    try {
      ReadSound(path);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  const test::TemporaryFolder folder_;
};

TEST_F(SoundFile, ComesAtTheBooksRateAndLoudness) {
  for (const auto& [name, format, rate, channels] :
       {std::tuple{"a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44'100, 2},
        std::tuple{"b.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 48'000, 1},
        std::tuple{"c.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, kSampleRateHz, 1}}) {
    const Samples samples = ReadSound(Write(name, format, rate, channels, 5));
    EXPECT_NEAR(static_cast<double>(samples.size()), 5.0 * kSampleRateHz, 5) << name;
    EXPECT_NEAR(MeasureLoudness(samples).IntegratedLufs().value(), -18, 0.5) << name;
  }
}

TEST_F(SoundFile, IsFaded) {
  const Samples samples = ReadSound(Write("a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22'050, 1, 2));
  EXPECT_LT(std::abs(samples.front()), 1e-3F);
  for (std::size_t i = samples.size() - 50; i < samples.size(); ++i) {
    EXPECT_LT(std::abs(samples[i]), 1e-3F);
  }
}

TEST_F(SoundFile, MayBeShorterThanABlock) {
  const Samples samples =
      ReadSound(Write("a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22'050, 1, 0.1));
  EXPECT_EQ(samples.size(), 2205U);
}

TEST_F(SoundFile, TellsWhatIsWrong) {
  EXPECT_THAT(ErrorOf(folder_ / "missing.wav"), HasSubstr("missing.wav"));
  std::ofstream(folder_ / "text.wav") << "this is no sound";
  EXPECT_THAT(ErrorOf(folder_ / "text.wav"), HasSubstr("no sound"));
  EXPECT_THAT(ErrorOf(Write("s.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22'050, 1, 1, 0)),
              HasSubstr("silent"));
  EXPECT_THAT(ErrorOf(Write("e.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22'050, 1, 0)),
              HasSubstr("no sound"));
  EXPECT_THAT(ErrorOf(Write("l.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 4'000, 1, 601)),
              HasSubstr("longer than 10 minutes"));
}

}  // namespace
}  // namespace fullcast
