#include "inspect/folder_rules.h"

#include <gmock/gmock.h>

#include "inspect/findings.h"

namespace fullcast {
namespace {

using test::Broken;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<InspectedFile> Files(const std::vector<std::string>& names) {
  std::vector<InspectedFile> files;
  for (const std::string& name : names) {
    InspectedFile file;
    file.path = "book/" + name;
    file.format = "mp3";
    file.rate_hz = 44'100;
    file.channels = 1;
    file.sound = SoundFigures{};
    file.sound->loudness_lufs = -18;
    files.push_back(file);
  }
  return files;
}

TEST(CheckFolder, WantsNumbersInOrderWithoutAGap) {
  EXPECT_THAT(Broken(CheckFolder(Files({"01 - One.mp3", "02 - Two.mp3"}))), IsEmpty());
  EXPECT_THAT(Broken(CheckFolder(Files({"0.mp3", "1.mp3", "2.mp3"}))), IsEmpty());
  EXPECT_THAT(Broken(CheckFolder(Files({"01.mp3", "03.mp3"}))), ElementsAre("fail order"));
  EXPECT_THAT(Broken(CheckFolder(Files({"10.mp3", "9.mp3"}))), ElementsAre("fail order"));
  EXPECT_THAT(Broken(CheckFolder(Files({"1 a.mp3", "1 b.mp3"}))), ElementsAre("fail order"));
  EXPECT_THAT(Broken(CheckFolder(Files({"end.mp3", "intro.mp3"}))), IsEmpty()) << "by name";
}

TEST(CheckFolder, WantsAllFilesAlike) {
  auto files = Files({"1.mp3", "2.mp3"});
  files[1].rate_hz = 22'050;
  EXPECT_THAT(Broken(CheckFolder(files)), ElementsAre("fail same_format"));
  files = Files({"1.mp3", "2.mp3"});
  files[1].channels = 2;
  EXPECT_THAT(Broken(CheckFolder(files)), ElementsAre("fail same_format"));
  files = Files({"1.mp3", "2.mp3"});
  files[0].sound->loudness_lufs = -22.5;
  EXPECT_THAT(Broken(CheckFolder(files)), ElementsAre("warn same_loudness"));
}

}  // namespace
}  // namespace fullcast
