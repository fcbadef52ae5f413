// How far the level jumps where another begins to speak.
//
//   sound_jumps SCRIPT CAST PROFILE.json [EXPRESSION]
//
// Mixes the whole script in this process and measures the loudness (BS.1770) of each line. Prints
// how much it changes between two lines of different speakers with no more than the pause of a
// change of speakers between them, by what the spoken one is: a shout or scream, an exclamation,
// plain speech.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audio/loudness.h"
#include "audio/profile.h"
#include "cast/cast_file.h"
#include "cast/delivery.h"
#include "core/file.h"
#include "produce/casting/make_cast.h"
#include "produce/pieces/piece_renderer.h"
#include "produce/pieces/plan.h"
#include "produce/workspace.h"
#include "script/script_file.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

struct Heard {
  const Segment* segment;
  std::optional<double> lufs;
};

std::vector<Heard> Listen(const Script& script, const Cast& cast, const Profile& profile,
                          double expression) {
  SpeakingStyle style;
  style.expression = expression;
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  std::vector<Heard> heard;
  for (const Piece& piece : PlanPieces(script, cast, profile, style)) {
    const MixedPiece mixed = MixPiece(piece, *synthesizer, profile, 1);
    for (const LineTiming& line : mixed.lines) {
      const auto begin = mixed.samples.begin() + static_cast<std::ptrdiff_t>(line.start_samples);
      const std::size_t number = piece.lines.front().segment + line.segment;
      heard.push_back({&script.chapters.at(piece.chapter).segments.at(number),
                       LineLufs({begin, line.speech_samples})});
    }
  }
  return heard;
}

std::string KindOf(const Segment& spoken) {
  if (spoken.thought) return "thought";
  for (const char* loud : {"shouted", "screamed", "cried", "called"}) {
    if (spoken.delivery == loud) return loud;
  }
  if (!spoken.delivery.empty()) return "other delivery";
  const std::size_t mark = spoken.text.find_last_of(".,;:!?");
  if (mark != std::string::npos && spoken.text[mark] == '!') return "exclamation";
  return "plain speech";
}

void Print(const std::string& kind, std::vector<double> jumps) {
  std::sort(jumps.begin(), jumps.end());
  const auto count = static_cast<double>(jumps.size());
  double sum = 0;
  for (const double jump : jumps) sum += jump;
  std::vector<double> sizes = jumps;
  for (double& size : sizes) size = std::abs(size);
  std::sort(sizes.begin(), sizes.end());
  const auto at = [&](double share) {
    return sizes[static_cast<std::size_t>(share * (count - 1))];
  };
  const auto beyond = [&](double lu) {
    return 100 *
           static_cast<double>(sizes.end() - std::lower_bound(sizes.begin(), sizes.end(), lu)) /
           count;
  };
  fmt::print("{:<16} {:>6} {:>+6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>7.1f} {:>7.1f}\n", kind,
             sizes.size(), sum / count, at(0.5), at(0.9), at(0.99), sizes.back(), beyond(4),
             beyond(6));
}

void Run(const std::vector<std::string>& arguments) {
  const Script script = ParseScript(ReadFile(arguments[0]), arguments[0]).script;
  const Presets presets = ReadPresets({".", FindData()});
  const Cast cast = ReadCastFile(ReadFile(arguments[1]), arguments[1], script, presets).cast;
  const double expression = arguments.size() > 3 ? std::stod(arguments[3]) : kModerateExpression;
  constexpr std::size_t kShown = 12;
  const std::vector<Heard> heard = Listen(script, cast, ReadProfile(arguments[2]), expression);
  std::map<std::string, std::vector<double>> jumps;
  std::multimap<double, std::string> largest;
  for (std::size_t i = 1; i < heard.size(); ++i) {
    const Heard& before = heard[i - 1];
    const Heard& after = heard[i];
    const Segment& spoken = before.segment->speaker == kNarrator ? *after.segment : *before.segment;
    if (!before.lufs || !after.lufs || before.segment->speaker == after.segment->speaker) continue;
    if (before.segment->pause > Pause::kSpeaker || after.segment->heading) continue;
    // Between two characters the second one is the one that jumps out.
    const bool falls = &spoken == before.segment;
    const double jump = falls ? *before.lufs - *after.lufs : *after.lufs - *before.lufs;
    jumps[KindOf(spoken)].push_back(jump);
    jumps["all"].push_back(jump);
    largest.emplace(
        std::abs(jump),
        fmt::format("{:+.2f} LU, {:+.2f} to {:+.2f}: {} | {}", jump, *before.lufs, *after.lufs,
                    before.segment->text.substr(0, 40), after.segment->text.substr(0, 40)));
    if (largest.size() > kShown) largest.erase(largest.begin());
  }
  for (const auto& [size, what] : largest) fmt::print("{}\n", what);
  fmt::print("{:<16} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>7}\n", "LU of speech", "jumps",
             "mean", "median", "p90", "p99", "most", "%>=4", "%>=6");
  for (const auto& [kind, sizes] : jumps) Print(kind, sizes);
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: sound_jumps SCRIPT CAST PROFILE.json [EXPRESSION]\n", stderr);
    return 2;
  }
  try {
    fullcast::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "sound_jumps: {}\n", error.what());
    return 1;
  }
  return 0;
}
