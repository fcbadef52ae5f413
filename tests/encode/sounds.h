// Sounds and files for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "encode/format.h"
#include "support/command.h"
#include "support/picture.h"

namespace fullcast {

inline void PrintTo(Format format, std::ostream* out) { *out << NameOf(format); }

}  // namespace fullcast

namespace fullcast::test {

/// A chirp that ends in kJointSamples of silence, as a piece does; different for each seed.
inline Samples MakePiece(std::size_t size, double seed) {
  Samples samples(size, 0.0F);
  for (std::size_t i = 0; i + kJointSamples < size; ++i) {
    const double t = static_cast<double>(i) / kSampleRateHz;
    samples[i] = static_cast<float>(0.5 * std::sin(2000 * t + seed * 300 * t * t));
  }
  return samples;
}

/// What FFmpeg decodes, at this rate; an error of its is a failure.
inline Samples Decode(const std::filesystem::path& path, int rate_hz = kSampleRateHz) {
  const auto decoded = RunCommand("ffmpeg -v error -i " + Quoted(path.string()) + " -map 0:a -ar " +
                                  std::to_string(rate_hz) + " -f f32le - 2>&1");
  EXPECT_EQ(decoded.exit_code, 0);
  EXPECT_EQ(decoded.output.size() % sizeof(float), 0U) << "a message among the samples";
  Samples samples(decoded.output.size() / sizeof(float));
  std::memcpy(samples.data(), decoded.output.data(), samples.size() * sizeof(float));
  return samples;
}

}  // namespace fullcast::test
