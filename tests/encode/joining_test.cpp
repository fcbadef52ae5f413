// Pieces that were encoded apart are one sound when they are decoded.
#include <gmock/gmock.h>

#include <algorithm>
#include <ostream>

#include "encode/audio_writer.h"
#include "encode/resample.h"
#include "encode/sounds.h"
#include "support/temporary_folder.h"

namespace fullcast {

namespace {

using test::Decode;
using test::MakePiece;

struct Noise {
  double snr_db = 0;
  double worst = 0;
};

Noise NoiseOf(const Samples& decoded, const Samples& original) {
  double noise = 0;
  double signal = 0;
  Noise result;
  for (std::size_t i = 0; i < original.size(); ++i) {
    const double error = double{decoded[i]} - original[i];
    noise += error * error;
    signal += double{original[i]} * original[i];
    result.worst = std::max(result.worst, std::abs(error));
  }
  result.snr_db = 10 * std::log10(signal / noise);
  return result;
}

struct Case {
  Format format;
  int sample_rate_hz;
  double least_snr_db;
  int quality = kByBitRate;
  double most_error = 0.25;
  Search search = Search::kUsual;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << NameOf(c.format) << " at " << c.sample_rate_hz << " Hz, quality " << c.quality
       << (c.search == Search::kQuick     ? ", quick"
           : c.search == Search::kLibrary ? ", library"
                                          : "");
}

class Joining : public ::testing::TestWithParam<Case> {};

TEST_P(Joining, LosesAndAddsNoSample) {
  const Case& c = GetParam();
  const test::TemporaryFolder folder;
  const auto path = folder / ("book." + std::string(NameOf(c.format)));
  const EncoderSettings settings{CodecOf(c.format), 64'000, c.sample_rate_hz, c.quality, c.search};
  const auto writer = MakeWriter(c.format, path, {}, settings, {});
  Samples whole;
  std::vector<std::size_t> joints;
  for (std::size_t i = 0; i < 6; ++i) {
    // The last one ends in sound: nothing follows that could replace it.
    Samples piece = MakePiece(20'000 + 1'001 * i, static_cast<double>(i + 1));
    if (i == 5) piece.resize(piece.size() - kJointSamples);
    const EncodedPiece encoded = Encode(piece, settings);
    EXPECT_GE(encoded.samples, piece.size());
    EXPECT_LT(encoded.samples, piece.size() + 1024);
    piece.resize(encoded.samples);
    whole.insert(whole.end(), piece.begin(), piece.end());
    joints.push_back(whole.size());
    writer->Write(encoded);
  }
  EXPECT_EQ(writer->samples(), static_cast<std::int64_t>(whole.size()));
  writer->Finish({{"All", 0}});

  const int rate_hz = CodecOf(c.format) == Codec::kOpus ? 48'000 : c.sample_rate_hz;
  const Samples decoded = Decode(path, rate_hz);
  const Samples expected = Resample(whole, rate_hz);
  ASSERT_EQ(decoded.size(), expected.size());
  const Noise all = NoiseOf(decoded, expected);
  EXPECT_GT(all.snr_db, c.least_snr_db);
  EXPECT_LT(all.worst, c.most_error);
  // No click where pieces meet: all is silent there.
  for (std::size_t i = 0; i + 1 < joints.size(); ++i) {
    const std::size_t joint = joints[i] * static_cast<std::size_t>(rate_hz) / kSampleRateHz;
    const std::size_t margin = kJointSamples / 2;
    double loudest = 0;
    for (std::size_t at = joint - margin; at < joint - margin / 4; ++at) {
      loudest = std::max(loudest, std::abs(double{decoded[at]}));
    }
    EXPECT_LT(loudest, 0.01) << "joint " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Formats, Joining,
    ::testing::Values(Case{Format::kM4b, 22'050, 20}, Case{Format::kM4a, 44'100, 20},
                      Case{Format::kMp3, 22'050, 20}, Case{Format::kMp3, 44'100, 20},
                      Case{Format::kMp3, 22'050, 20, 4}, Case{Format::kMp3, 44'100, 20, 2},
                      Case{Format::kOpus, 22'050, 10}, Case{Format::kFlac, 22'050, 60},
                      Case{Format::kFlac, 44'100, 60}, Case{Format::kWav, 22'050, 60},
                      Case{Format::kM4b, 22'050, 20, kByBitRate, 0.25, Search::kQuick},
                      Case{Format::kMp3, 22'050, 20, kByBitRate, 0.25, Search::kQuick},
                      Case{Format::kOpus, 22'050, 10, kByBitRate, 0.25, Search::kQuick},
                      Case{Format::kM4b, 22'050, 20, kByBitRate, 0.6, Search::kLibrary},
                      Case{Format::kMp3, 22'050, 20, kByBitRate, 0.25, Search::kLibrary},
                      Case{Format::kOpus, 22'050, 10, kByBitRate, 0.25, Search::kLibrary}));

// What stands before a joint does not change what is heard behind it.
TEST(Joining, APieceSoundsTheSameBehindAnyOther) {
  using enum Search;
  for (const auto& [format, search] : {std::pair{Format::kM4b, kUsual},
                                       {Format::kMp3, kUsual},
                                       {Format::kOpus, kUsual},
                                       {Format::kM4b, kQuick},
                                       {Format::kOpus, kQuick}}) {
    const test::TemporaryFolder folder;
    const EncoderSettings settings{CodecOf(format), 48'000, kSampleRateHz, kByBitRate, search};
    const Samples second = MakePiece(30'000, 2);
    std::vector<Samples> tails;
    for (const double seed : {1.0, 7.0}) {
      const auto path = folder / std::to_string(static_cast<int>(seed));
      const auto writer = MakeWriter(format, path, {}, settings, {});
      const EncodedPiece first = Encode(MakePiece(30'000, seed), settings);
      writer->Write(first);
      writer->Write(Encode(second, settings));
      writer->Finish({{"All", 0}});
      const int rate_hz = format == Format::kOpus ? 48'000 : kSampleRateHz;
      const Samples decoded = Decode(path, rate_hz);
      const std::size_t joint = first.samples * static_cast<std::size_t>(rate_hz) / kSampleRateHz;
      tails.emplace_back(decoded.begin() + static_cast<std::ptrdiff_t>(joint), decoded.end());
    }
    ASSERT_EQ(tails[0].size(), tails[1].size());
    EXPECT_LT(NoiseOf(tails[0], tails[1]).worst, 1e-4) << NameOf(format);
  }
}

TEST(Encode, GivesTheSamePacketsAgain) {
  for (const Codec codec : {Codec::kAac, Codec::kMp3, Codec::kOpus, Codec::kPcm}) {
    const EncoderSettings settings{codec};
    const Samples piece = MakePiece(30'000, 3);
    EXPECT_EQ(Encode(piece, settings).bytes, Encode(piece, settings).bytes) << NameOf(codec);
  }
}

}  // namespace
}  // namespace fullcast
