#include "sound/sound_meter.h"

#include <ebur128.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <span>

#include "core/error.h"
#include "core/json.h"

namespace fullcast {
namespace {

constexpr double kHeardDb = -45;  // above any room tone, below any word

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

class Meter {
 public:
  explicit Meter(std::size_t rate)
      : rate_(rate),
        window_(rate / 2),
        state_(ebur128_init(1, static_cast<unsigned>(rate),
                            EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK)) {}
  ~Meter() { ebur128_destroy(&state_); }
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  void Add(std::span<const float> samples) {
    ebur128_add_frames_float(state_, samples.data(), samples.size());
    for (const float sample : samples) Add(sample);
  }

  [[nodiscard]] StretchFigures Figures(const std::string& title) const {
    StretchFigures figures;
    figures.title = title;
    figures.seconds = Seconds(count_);
    ebur128_loudness_global(state_, &figures.lufs);
    double true_peak = 0;
    ebur128_true_peak(state_, 0, &true_peak);
    figures.true_peak_db = Db(true_peak);
    figures.rms_db = Db(std::sqrt(power_ / static_cast<double>(std::max<std::size_t>(count_, 1))));
    figures.sample_peak_db = Db(peak_);
    figures.noise_floor_db = Db(std::sqrt(quietest_ / static_cast<double>(window_)));
    figures.head_s = Seconds(heard_ ? first_heard_ : count_);
    figures.tail_s = Seconds(heard_ ? count_ - last_heard_ : count_);
    figures.longest_zero_ms = 1000 * Seconds(longest_zeros_);
    return figures;
  }

 private:
  void Add(float sample) {
    static const float heard_from = static_cast<float>(std::pow(10, kHeardDb / 20));
    const double power = double{sample} * double{sample};
    power_ += power;
    window_power_ += power;
    peak_ = std::max(peak_, std::abs(sample));
    zeros_ = sample == 0 ? zeros_ + 1 : 0;
    longest_zeros_ = std::max(longest_zeros_, zeros_);
    if (std::abs(sample) > heard_from) {
      if (!heard_) first_heard_ = count_;
      heard_ = true;
      last_heard_ = count_;
    }
    if (++count_ % window_ != 0) return;
    quietest_ = std::min(quietest_, window_power_);
    window_power_ = 0;
  }

  [[nodiscard]] double Seconds(std::size_t samples) const {
    return static_cast<double>(samples) / static_cast<double>(rate_);
  }

  std::size_t rate_;
  std::size_t window_;
  ebur128_state* state_;
  double power_ = 0;
  double window_power_ = 0;
  double quietest_ = 1e9;
  float peak_ = 0;
  std::size_t zeros_ = 0;
  std::size_t longest_zeros_ = 0;
  std::size_t count_ = 0;
  bool heard_ = false;
  std::size_t first_heard_ = 0;
  std::size_t last_heard_ = 0;
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

}  // namespace

FileFigures MeasureFile(const std::string& path) {
  const FileShape shape = ShapeOf(path);
  const Pipe pipe = OpenPipe("ffmpeg -v error -i " + Quoted(path) + " -map 0:a -f f32le -");
  Meter book(shape.rate);
  FileFigures figures;
  std::vector<float> chunk(4096);
  std::size_t position = 0;
  for (std::size_t i = 0; i < shape.chapters.size(); ++i) {
    Meter chapter(shape.rate);
    const bool is_last = i + 1 == shape.chapters.size();
    const auto end =
        static_cast<std::size_t>(shape.chapters[i].end_s * static_cast<double>(shape.rate));
    while (is_last || position < end) {
      const std::size_t most = is_last ? chunk.size() : std::min(chunk.size(), end - position);
      const std::size_t got = fread(chunk.data(), sizeof(float), most, pipe.get());
      if (got == 0) break;
      const std::span<const float> samples(chunk.data(), got);
      book.Add(samples);
      chapter.Add(samples);
      position += got;
    }
    figures.chapters.push_back(chapter.Figures(shape.chapters[i].title));
  }
  figures.whole = book.Figures(path);
  return figures;
}

}  // namespace fullcast
