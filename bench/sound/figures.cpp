// How a book sounds, in figures.
//
//   sound_figures SCRIPT CAST PROFILE.json [AUDIOBOOK]...
//
// Of each audiobook, as ffmpeg decodes it: loudness of the book and of each chapter against the
// profile's, true peak, RMS, noise floor. Of the script, mixed in this process: loudness of each
// voice with 10 seconds of neutral lines against the narrator's, the largest sample step where a
// segment begins or ends against the speech around it, and how fast mixing and mastering are.
#include <ebur128.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "audio/clean_speech.h"
#include "audio/loudness.h"
#include "audio/mixer.h"
#include "audio/profile.h"
#include "cast/cast_file.h"
#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "produce/casting/make_cast.h"
#include "produce/pieces/piece_renderer.h"
#include "produce/pieces/plan.h"
#include "produce/workspace.h"
#include "script/script_file.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

double Db(double linear) { return 20 * std::log10(std::max(linear, 1e-10)); }

struct ClosePipe {
  void operator()(FILE* pipe) const { pclose(pipe); }
};
using Pipe = std::unique_ptr<FILE, ClosePipe>;

std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

Pipe OpenPipe(const std::string& command) {
  Pipe pipe(popen(command.c_str(), "r"));
  if (!pipe) throw SystemError("starting " + command);
  return pipe;
}

std::string OutputOf(const std::string& command) {
  const Pipe pipe = OpenPipe(command);
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) {
    output.append(buffer.data(), got);
  }
  return output;
}

// A stretch of a file: loudness and peaks.
class Meter {
 public:
  explicit Meter(unsigned rate)
      : state_(ebur128_init(1, rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK)) {}
  ~Meter() { ebur128_destroy(&state_); }
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  void Add(const float* samples, std::size_t count) {
    ebur128_add_frames_float(state_, samples, count);
  }

  [[nodiscard]] double Lufs() const {
    double lufs = 0;
    ebur128_loudness_global(state_, &lufs);
    return lufs;
  }

  [[nodiscard]] double TruePeakDb() const {
    double peak = 0;
    ebur128_true_peak(state_, 0, &peak);
    return Db(peak);
  }

 private:
  ebur128_state* state_;
};

// What ACX asks of a file: RMS, the peak of its samples, the RMS of its quietest half second.
class Levels {
 public:
  explicit Levels(std::size_t rate) : window_(rate / 2) {}

  void Add(float sample) {
    const double power = double{sample} * double{sample};
    power_ += power;
    window_power_ += power;
    peak_ = std::max(peak_, std::abs(sample));
    zeros_ = sample == 0 ? zeros_ + 1 : 0;
    longest_zeros_ = std::max(longest_zeros_, zeros_);
    if (++count_ % window_ != 0) return;
    quietest_ = std::min(quietest_, window_power_);
    window_power_ = 0;
  }

  [[nodiscard]] std::string Describe(std::size_t rate) const {
    return fmt::format(
        "RMS {:.1f} dB, sample peak {:.2f} dB, noise floor {:.1f} dB, longest digital zero {:.0f} "
        "ms",
        Db(std::sqrt(power_ / static_cast<double>(count_))), Db(peak_),
        Db(std::sqrt(quietest_ / static_cast<double>(window_))),
        1000.0 * static_cast<double>(longest_zeros_) / static_cast<double>(rate));
  }

 private:
  std::size_t window_;
  double power_ = 0;
  double window_power_ = 0;
  double quietest_ = 1e9;
  float peak_ = 0;
  std::size_t zeros_ = 0;
  std::size_t longest_zeros_ = 0;
  std::size_t count_ = 0;
};

struct Chapter {
  std::string title;
  double end_s = 0;
};

struct FileShape {
  std::size_t rate = 0;
  std::vector<Chapter> chapters;
};

FileShape ShapeOf(const std::string& path) {
  const Json probe = Json::Parse(
      OutputOf("ffprobe -v error -select_streams a -show_streams -show_chapters -of json " +
               Quoted(path)),
      path);
  FileShape shape;
  shape.rate = std::stoul(probe.At("streams").AsArray().at(0).At("sample_rate").AsString());
  for (const Json& each : probe.At("chapters").AsArray()) {
    const Json* tags = each.Find("tags");
    shape.chapters.push_back({tags == nullptr ? "" : tags->StringOr("title", ""),
                              std::stod(each.At("end_time").AsString())});
  }
  if (shape.chapters.empty()) shape.chapters.push_back({path, 1e9});
  return shape;
}

void MeasureFile(const std::string& path, double target_lufs, double ceiling_db) {
  const FileShape shape = ShapeOf(path);
  const Pipe pipe = OpenPipe("ffmpeg -v error -i " + Quoted(path) + " -map 0:a -f f32le -");
  Meter book(static_cast<unsigned>(shape.rate));
  Levels levels(shape.rate);
  std::vector<std::unique_ptr<Meter>> chapters;
  for (std::size_t i = 0; i < shape.chapters.size(); ++i) {
    chapters.push_back(std::make_unique<Meter>(static_cast<unsigned>(shape.rate)));
  }
  std::vector<float> chunk(4096);
  std::size_t position = 0;
  std::size_t chapter = 0;
  while (true) {
    const auto end =
        static_cast<std::size_t>(shape.chapters[chapter].end_s * static_cast<double>(shape.rate));
    const bool is_last = chapter + 1 == shape.chapters.size();
    const std::size_t most = is_last ? chunk.size() : std::min(chunk.size(), end - position);
    if (most == 0) {
      ++chapter;
      continue;
    }
    const std::size_t got = fread(chunk.data(), sizeof(float), most, pipe.get());
    if (got == 0) break;
    book.Add(chunk.data(), got);
    chapters[chapter]->Add(chunk.data(), got);
    std::for_each_n(chunk.begin(), got, [&](float sample) { levels.Add(sample); });
    position += got;
  }
  fmt::print(
      "{}: {:.1f} minutes\n  book {:.2f} LUFS ({:+.2f} LU), true peak {:.2f} dBTP ({:+.2f})\n",
      path, static_cast<double>(position) / static_cast<double>(shape.rate) / 60, book.Lufs(),
      book.Lufs() - target_lufs, book.TruePeakDb(), book.TruePeakDb() - ceiling_db);
  fmt::print("  {}\n", levels.Describe(shape.rate));
  double worst = 0;
  std::size_t outside = 0;
  std::string where;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const double off = chapters[i]->Lufs() - target_lufs;
    outside += std::abs(off) > 1 ? 1 : 0;
    if (std::abs(off) <= std::abs(worst)) continue;
    worst = off;
    where = shape.chapters[i].title;
  }
  fmt::print("  worst of {} chapters {:+.2f} LU (\"{}\"), {} more than 1 LU off\n", chapters.size(),
             worst, where, outside);
}

bool IsNeutral(const Segment& segment) {
  return segment.skip.empty() && !segment.heading && !segment.thought && segment.delivery.empty() &&
         segment.text.find_first_of("!?") == std::string::npos;
}

// The loudness of each speaker's neutral lines, up to a minute of them.
void MeasureVoices(const Script& script, const Cast& cast, const Profile& profile,
                   Synthesizer& synthesizer) {
  constexpr std::size_t kLeast = std::size_t{10} * kSampleRateHz;
  constexpr std::size_t kMost = std::size_t{60} * kSampleRateHz;
  std::map<std::string, Mixer> mixers;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      Mixer& mixer = mixers[segment.speaker];
      if (!IsNeutral(segment) || mixer.position() > kMost) continue;
      const Voice& voice = cast.roles.at(segment.speaker).voice;
      Speech speech = synthesizer.Speak({segment.say.empty() ? segment.text : segment.say, voice});
      if (!speech.defect.empty()) continue;
      CleanSpeech(speech.samples, profile);
      mixer.AddSpeech(speech.samples, GainDb(voice, profile));
      mixer.AddSilence(SamplesIn(300));
    }
  }
  std::map<std::string, double> lufs;
  for (auto& [speaker, mixer] : mixers) {
    if (mixer.position() < kLeast) continue;
    lufs[speaker] = MeasureLoudness(mixer.Finish(profile, {})).IntegratedLufs().value_or(-70);
  }
  const double narrator = lufs.at(kNarrator);
  std::string outside;
  double worst = 0;
  for (const auto& [speaker, loudness] : lufs) {
    const double off = loudness - narrator;
    if (std::abs(off) > std::abs(worst)) worst = off;
    if (std::abs(off) <= 1.5) continue;
    outside += fmt::format(" {} ({}) {:+.2f}", speaker, cast.roles.at(speaker).preset, off);
  }
  fmt::print(
      "voices: {} with 10 s of neutral lines; narrator {:.2f} LUFS; the worst {:+.2f} LU from "
      "the narrator; beyond 1.5 LU:{}\n",
      lufs.size(), narrator, worst, outside.empty() ? " none" : outside);
}

double LargestStep(const Samples& samples, std::size_t begin, std::size_t end) {
  double largest = 0;
  for (std::size_t i = std::max<std::size_t>(begin, 1); i < std::min(end, samples.size()); ++i) {
    largest = std::max(largest, double{std::abs(samples[i] - samples[i - 1])});
  }
  return largest;
}

double UserSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

// Utterances are spoken in children, so that the user time of this process is that of the audio
// stages, and of reading the samples from a pipe.
void MeasureJointsAndSpeed(const Script& script, const Cast& cast, const Profile& profile,
                           Synthesizer& synthesizer) {
  constexpr std::size_t kAround = SamplesIn(100);
  std::size_t joints = 0;
  std::size_t clicks = 0;
  double largest = 0;
  double largest_ratio = 0;
  double sound_s = 0;
  double user_s = 0;
  for (const Piece& piece : PlanPieces(script, cast, profile)) {
    const double begun = UserSeconds();
    const MixedPiece mixed = MixPiece(piece, synthesizer, profile, 1024);
    (void)MeasureLoudness(mixed.samples);
    user_s += UserSeconds() - begun;
    sound_s += static_cast<double>(mixed.samples.size()) / kSampleRateHz;
    for (const LineTiming& line : mixed.lines) {
      if (line.speech_samples == 0) continue;
      const std::size_t begin = line.start_samples;
      const std::size_t end = begin + line.speech_samples;
      for (const auto& [joint, inside] :
           {std::pair{begin, LargestStep(mixed.samples, begin + 2, begin + kAround)},
            std::pair{end, LargestStep(mixed.samples, end - std::min(end, kAround), end - 2)}}) {
        const double step =
            LargestStep(mixed.samples, joint - std::min<std::size_t>(joint, 1), joint + 2);
        ++joints;
        largest = std::max(largest, step);
        largest_ratio = std::max(largest_ratio, step / std::max(inside, 1e-9));
        clicks += step > inside ? 1 : 0;
      }
    }
  }
  fmt::print(
      "joints: {}; largest step {:.5f} of full scale, at most {:.3f} of the largest step in the "
      "100 ms of speech beside it; {} above it\n",
      joints, largest, largest_ratio, clicks);
  fmt::print(
      "mixing and mastering: {:.0f} s of sound in {:.2f} s of user time: {:.0f} times real time\n",
      sound_s, user_s, sound_s / user_s);
}

void Run(const std::vector<std::string>& arguments) {
  const Script script = ParseScript(ReadFile(arguments[0]), arguments[0]).script;
  const Presets presets = ReadPresets({".", FindData()});
  const Cast cast = ReadCastFile(ReadFile(arguments[1]), arguments[1], script, presets).cast;
  const Profile profile = ReadProfile(arguments[2]);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  for (std::size_t i = 3; i < arguments.size(); ++i) {
    MeasureFile(arguments[i], profile.loudness_lufs.value_or(-18), profile.peak_db);
  }
  MeasureVoices(script, cast, profile, *synthesizer);
  MeasureJointsAndSpeed(script, cast, profile, *synthesizer);
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: sound_figures SCRIPT CAST PROFILE.json [AUDIOBOOK]...\n", stderr);
    return 2;
  }
  try {
    fullcast::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "sound_figures: {}\n", error.what());
    return 1;
  }
  return 0;
}
