#include "encode/decoder.h"

#include <gtest/gtest.h>

#include <cmath>

#include "encode/sounds.h"

namespace fullcast {
namespace {

double RmsDb(const Samples& samples) {
  double power = 0;
  for (const float sample : samples) power += double{sample} * double{sample};
  return 10 * std::log10(power / static_cast<double>(samples.size()));
}

// A second of a tone between two of silence, as loud in a file as it was.
TEST(Decoder, GivesTheSoundOfEachCodecAsLoudAsItWas) {
  Samples tone(3 * kSampleRateHz);
  for (std::size_t i = kSampleRateHz; i < std::size_t{2} * kSampleRateHz; ++i) {
    tone[i] = 0.5F * std::sin(0.1F * static_cast<float>(i));
  }
  for (const EncoderSettings& settings :
       {EncoderSettings{Codec::kAac, 64'000, 22'050}, EncoderSettings{Codec::kAac, 96'000, 44'100},
        EncoderSettings{Codec::kMp3, 64'000, 22'050}, EncoderSettings{Codec::kMp3, 64'000, 44'100},
        EncoderSettings{Codec::kMp3, 192'000, 44'100},
        EncoderSettings{Codec::kMp3, 224'000, 44'100},
        EncoderSettings{Codec::kMp3, 256'000, 44'100},
        EncoderSettings{Codec::kMp3, 256'000, 22'050}, EncoderSettings{Codec::kMp3, 0, 22'050, 4},
        EncoderSettings{Codec::kMp3, 0, 44'100, 0},
        EncoderSettings{Codec::kOpus, 48'000, 22'050}}) {
    SCOPED_TRACE(std::string(NameOf(settings.codec)) + " " + std::to_string(settings.bit_rate));
    const EncodedPiece piece = Encode(tone, settings);
    const Samples decoded = Decode(piece, settings);
    const double rate = DecodedRateHz(settings);
    EXPECT_NEAR(static_cast<double>(decoded.size()) / rate, 3, 0.15);
    EXPECT_NEAR(RmsDb(decoded) + 10 * std::log10(static_cast<double>(decoded.size()) / rate / 3),
                RmsDb(tone), 0.25);
  }
}

}  // namespace
}  // namespace fullcast
