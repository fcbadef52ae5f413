#include "produce/casting/cast_sound.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/error.h"
#include "core/file.h"
#include "core/pcm.h"
#include "produce/casting/audition.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

constexpr int kBitRate = 32'000;

// A folder that is gone, with all that is in it, when this is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "fullcast-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw SystemError("making a folder like " + pattern);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

CastSound RenderCastSound(const Script& script, const Cast& cast, const Presets& presets,
                          const Profile& profile, RenderOptions options, Reporter& reporter) {
  const TemporaryFolder folder;
  options.output = folder.path() / "auditions.m4b";
  options.deliveries = {{Format::kM4b, {Codec::kAac, kBitRate}}};
  const Audition audition = MakeAudition(script, cast, presets, {});
  const RenderReport report = Render(audition.script, audition.cast, profile, options, reporter);
  const auto seconds = [](std::int64_t samples) {
    return static_cast<double>(samples) / kSampleRateHz;
  };
  CastSound sound;
  sound.bytes = ReadFile(options.output);
  for (std::size_t i = 0; i < report.chapters.size(); ++i) {
    const bool is_last = i + 1 == report.chapters.size();
    const std::int64_t end = is_last ? report.samples : report.chapters[i + 1].sample;
    sound.speakers.push_back(
        {audition.speakers[i], seconds(report.chapters[i].sample), seconds(end)});
  }
  return sound;
}

}  // namespace fullcast
