// Loudness, peaks and silence of finished audiobooks.
//
//   sound_files PROFILE.json FILE...
//
// Decodes each file and prints it against the profile: loudness of the file and of its worst
// chapter, true peak above the ceiling, and what ACX asks of a file: RMS from -23 to -18 dB, sample
// peaks up to -3 dB, a noise floor up to -60 dB, 0.5 to 1 s of room tone ahead and 1 to 5 s behind,
// no digital silence. Ends with how many files lie outside of each.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "sound/sound_meter.h"

namespace fullcast {
namespace {

struct Outside {
  int book = 0;
  int chapters = 0;
  int true_peak = 0;
  int rms = 0;
  int sample_peak = 0;
  int noise_floor = 0;
  int head = 0;
  int tail = 0;
};

bool IsWithin(double value, double least, double most) { return value >= least && value <= most; }

void Count(const StretchFigures& file, Outside& outside) {
  outside.rms += IsWithin(file.rms_db, -23, -18) ? 0 : 1;
  outside.sample_peak += file.sample_peak_db <= -3 ? 0 : 1;
  outside.noise_floor += file.noise_floor_db <= -60 ? 0 : 1;
  outside.head += IsWithin(file.head_s, 0.5, 1) ? 0 : 1;
  outside.tail += IsWithin(file.tail_s, 1, 5) ? 0 : 1;
}

void Measure(const std::string& path, const Profile& profile, Outside& outside) {
  const double target = profile.loudness_lufs.value_or(-18);
  const auto off = [&](const StretchFigures& of) { return of.lufs - target; };
  const FileFigures figures = MeasureFile(path);
  const StretchFigures& whole = figures.whole;
  const auto worst = std::max_element(figures.chapters.begin(), figures.chapters.end(),
                                      [&](const StretchFigures& a, const StretchFigures& b) {
                                        return std::abs(off(a)) < std::abs(off(b));
                                      });
  outside.book += std::abs(off(whole)) <= 0.5 ? 0 : 1;
  for (const StretchFigures& chapter : figures.chapters) {
    outside.chapters += std::abs(off(chapter)) <= 1 ? 0 : 1;
  }
  outside.true_peak += whole.true_peak_db <= profile.peak_db ? 0 : 1;
  Count(whole, outside);
  fmt::print(
      "{:<44} {:>6.1f} {:>+6.2f} {:>+6.2f} {:>7.2f} {:>+6.2f} {:>7.2f} {:>7.2f} {:>7.1f} {:>5.2f} "
      "{:>5.2f} {:>6.0f}\n",
      std::filesystem::path(path).filename().string().substr(0, 44), whole.seconds / 60, off(whole),
      off(*worst), whole.true_peak_db, whole.true_peak_db - profile.peak_db, whole.rms_db,
      whole.sample_peak_db, whole.noise_floor_db, whole.head_s, whole.tail_s,
      whole.longest_zero_ms);
  std::fflush(stdout);
}

void Run(const std::vector<std::string>& arguments) {
  const Profile profile = ReadProfile(arguments[0]);
  Outside outside;
  fmt::print("{:<44} {:>6} {:>6} {:>6} {:>7} {:>6} {:>7} {:>7} {:>7} {:>5} {:>5} {:>6}\n", "file",
             "min", "LU off", "worst", "dBTP", "above", "RMS dB", "peak dB", "floor", "head",
             "tail", "zero ms");
  for (std::size_t i = 1; i < arguments.size(); ++i) Measure(arguments[i], profile, outside);
  fmt::print(
      "of {} files outside: loudness (0.5 LU) {}, chapters (1 LU) {}, true peak {}; of ACX's: RMS "
      "{}, peak {}, noise floor {}, head {}, tail {}\n",
      arguments.size() - 1, outside.book, outside.chapters, outside.true_peak, outside.rms,
      outside.sample_peak, outside.noise_floor, outside.head, outside.tail);
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: sound_files PROFILE.json FILE...\n", stderr);
    return 2;
  }
  try {
    fullcast::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "sound_files: {}\n", error.what());
    return 1;
  }
  return 0;
}
