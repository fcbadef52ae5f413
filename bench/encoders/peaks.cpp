// How far a codec's errors lift the true peaks of a limited piece.
//
//   encoder_peaks SCRIPT CAST PROFILE.json PIECES
//
// Mixes the first PIECES of the script, limits them to the profile's ceiling, encodes and decodes
// them. Prints for each setting how far above the ceiling they are then, in dB: the median, what so
// many percent stay below, and the most.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "audio/limiter.h"
#include "audio/profile.h"
#include "audio/true_peak.h"
#include "cast/cast_file.h"
#include "core/file.h"
#include "encode/decoder.h"
#include "encode/encoder.h"
#include "produce/casting/make_cast.h"
#include "produce/pieces/piece_renderer.h"
#include "produce/pieces/plan.h"
#include "produce/workspace.h"
#include "script/script_file.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

// What the decoded sound is above the ceiling, at most, that all of it is limited to.
double LiftDb(const Samples& samples, double ceiling_db, const EncoderSettings& settings) {
  const Samples limited = Limited(samples, ceiling_db);
  return TruePeakDb(Decode(Encode(limited, settings), settings), DecodedRateHz(settings)) -
         ceiling_db;
}

std::vector<EncoderSettings> AllSettings() {
  std::vector<EncoderSettings> all;
  for (const int kbps : {32, 48, 64, 96}) {
    const int bit_rate = kbps * 1000;
    all.push_back({Codec::kAac, bit_rate});
    all.push_back({Codec::kAac, bit_rate, kSampleRateHz, kByBitRate, Search::kQuick});
    all.push_back({Codec::kAac, bit_rate, kSampleRateHz, kByBitRate, Search::kLibrary});
    all.push_back({Codec::kMp3, bit_rate});
    all.push_back({Codec::kOpus, bit_rate});
    all.push_back({Codec::kOpus, bit_rate, kSampleRateHz, kByBitRate, Search::kQuick});
    all.push_back({Codec::kOpus, bit_rate, kSampleRateHz, kByBitRate, Search::kLibrary});
  }
  for (const int quality : {0, 4, 9}) {
    all.push_back({Codec::kMp3, 64'000, kSampleRateHz, quality});
  }
  return all;
}

std::string Describe(const EncoderSettings& settings) {
  constexpr const char* kSearches[] = {"usual", "quick", "library"};
  const std::string rate = settings.quality == kByBitRate
                               ? fmt::format("{} kbit/s", settings.bit_rate / 1000)
                               : fmt::format("quality {}", settings.quality);
  return fmt::format("{} {} {}", NameOf(settings.codec),
                     kSearches[static_cast<std::size_t>(settings.search)], rate);
}

void Run(const std::vector<std::string>& arguments) {
  const Script script = ParseScript(ReadFile(arguments[0]), arguments[0]).script;
  const Presets presets = ReadPresets({".", FindData()});
  const Cast cast = ReadCastFile(ReadFile(arguments[1]), arguments[1], script, presets).cast;
  const Profile profile = ReadProfile(arguments[2]);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  std::vector<Piece> pieces = PlanPieces(script, cast, profile, SpeakingStyle{});
  pieces.resize(std::min<std::size_t>(pieces.size(), std::stoul(arguments[3])));
  Profile unlimited = profile;
  unlimited.peak_db = 100;
  std::vector<Samples> mixed;
  for (const Piece& piece : pieces) {
    mixed.push_back(MixPiece(piece, *synthesizer, unlimited, 1).samples);
  }
  fmt::print("{} pieces\n{:<26} {:>6} {:>6} {:>6} {:>6} {:>6}\n", pieces.size(),
             "dB above the ceiling", "p50", "p75", "p90", "p95", "most");
  for (const EncoderSettings& settings : AllSettings()) {
    std::vector<double> lifts;
    try {
      for (const Samples& samples : mixed) {
        lifts.push_back(LiftDb(samples, profile.peak_db, settings));
      }
    } catch (const std::exception& error) {
      fmt::print("{:<26} {}\n", Describe(settings), error.what());
      continue;
    }
    std::sort(lifts.begin(), lifts.end());
    const auto at = [&](double share) {
      return lifts[static_cast<std::size_t>(share * static_cast<double>(lifts.size() - 1))];
    };
    fmt::print("{:<26} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f}\n", Describe(settings), at(0.5),
               at(0.75), at(0.9), at(0.95), lifts.back());
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: encoder_peaks SCRIPT CAST PROFILE.json PIECES\n", stderr);
    return 2;
  }
  try {
    fullcast::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "encoder_peaks: {}\n", error.what());
    return 1;
  }
  return 0;
}
