#include "produce/rendering/companions.h"

#include <gmock/gmock.h>

#include "core/file.h"
#include "core/pcm.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Silent final : public Reporter {
 public:
  void Note(const std::string& /*message*/) override {}
  void Warn(const std::string& /*message*/) override {}
  void Progress(const RenderProgress& /*progress*/) override {}
};

// What lies beside the WAV file of a book whose second chapter begins behind so many hours.
std::vector<std::filesystem::path> BesideWav(const std::filesystem::path& folder, int hours,
                                             int rate_hz) {
  Script script;
  RenderReport report;
  Timeline& timeline = report.timelines.emplace_back();
  for (const char* title : {"One", "Two"}) {
    Segment segment;
    segment.text = "Here.";
    segment.speaker = kNarrator;
    script.chapters.push_back({title, {segment}});
    const auto chapter = script.chapters.size() - 1;
    const std::int64_t begin = static_cast<std::int64_t>(chapter) * hours * 3600 * kSampleRateHz;
    timeline.chapters.push_back(
        {chapter, "book.wav", begin, begin + 10, {{0, begin, begin + 9, {}}}});
  }
  RenderOptions options;
  options.output = folder / "book.wav";
  options.deliveries = {{Format::kWav, {}}};
  options.deliveries.front().encoder.sample_rate_hz = rate_hz;
  Silent reporter;
  WriteCompanions(script, options, report, reporter);
  return report.companions;
}

TEST(WriteCompanions, TellsChaptersThatAWavCanNot) {
  const test::TemporaryFolder folder;
  EXPECT_THAT(BesideWav(folder.path(), 30, 22'050), IsEmpty());
  EXPECT_THAT(BesideWav(folder.path(), 30, 44'100), ElementsAre(folder / "book.chapters.json"));
  EXPECT_THAT(ReadFile(folder / "book.chapters.json"), HasSubstr("\"startTime\":108000"));
}

}  // namespace
}  // namespace fullcast
