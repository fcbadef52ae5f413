// What a user is told where a format keeps fewer chapters than the book has.
#include <gmock/gmock.h>

#include "produce/rendering/book_plan.h"
#include "produce/spoken.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Listener : public Reporter {
 public:
  void Note(const std::string& /*message*/) override {}
  void Warn(const std::string& message) override { warnings.push_back(message); }
  void Progress(const RenderProgress& /*progress*/) override {}

  std::vector<std::string> warnings;
};

Script ScriptOf(std::size_t chapters) {
  Script script;
  for (std::size_t i = 0; i < chapters; ++i) {
    script.chapters.push_back({std::to_string(i + 1), {test::Told("Here.")}});
  }
  return script;
}

TEST(PlanBook, WarnsOfChaptersThatAFormatDoesNotKeep) {
  const Cast cast{{{std::string(kNarrator), {}}}};
  const auto warnings = [&](std::size_t chapters, Format format, bool split) {
    RenderOptions options;
    options.deliveries = {{format, {CodecOf(format)}}};
    options.split_chapters = split;
    Listener listener;
    PlanBook(ScriptOf(chapters), cast, Profile{}, options, listener);
    return listener.warnings;
  };
  EXPECT_THAT(warnings(1003, Format::kOpus, false), ElementsAre(HasSubstr("the other 3 of")));
  EXPECT_THAT(warnings(1003, Format::kFlac, false), ElementsAre(HasSubstr("the other 3 of")));
  EXPECT_THAT(warnings(1000, Format::kOpus, false), IsEmpty());
  EXPECT_THAT(warnings(1003, Format::kOpus, true), IsEmpty());
  EXPECT_THAT(warnings(1003, Format::kMp3, false), IsEmpty());
}

}  // namespace
}  // namespace fullcast
