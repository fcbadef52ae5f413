#include "produce/scripting/earlier_script.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "core/file.h"
#include "produce/spoken.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using test::Said;
using test::Told;
using ::testing::SizeIs;

const BookIdentity kBook{"/books/lamp.txt", "0123"};

ScriptFile ALampScript() {
  Segment settled = Said("maren", 1, "\"The lamp is out.\"");
  settled.reason = kSettled;
  ScriptFile file;
  file.script.characters = {{"maren", "Maren", {}, Gender::kFemale, ""}};
  file.script.chapters = {{"I", {Told("It was late."), settled, Said("maren", 0.4, "\"Come.\"")}},
                          {"II", {Told("Nobody spoke.")}}};
  file.source_path = kBook.path;
  file.source_hash = kBook.hash;
  return file;
}

std::string AsMade(const ScriptFile& file) {
  return FormatScript(file.script, file.source_path, file.source_hash);
}

class EarlierScriptTest : public ::testing::Test {
 protected:
  EarlierScript Read(const std::string& text, bool fresh = false) {
    UpdateFile(path_, text);
    return ReadEarlierScript(path_, fresh);
  }

  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "lamp.json";
};

TEST_F(EarlierScriptTest, OfOneThatIsMadeAnewOnlySettledSegmentsStay) {
  const EarlierScript earlier = Read(AsMade(ALampScript()));
  EXPECT_FALSE(earlier.kept);
  ASSERT_THAT(earlier.file->script.chapters, SizeIs(2));
  ASSERT_THAT(earlier.file->script.chapters[0].segments, SizeIs(1));
  EXPECT_EQ(earlier.file->script.chapters[0].segments[0].text, "\"The lamp is out.\"");
  EXPECT_THAT(earlier.file->script.chapters[1].segments, SizeIs(0));
}

TEST_F(EarlierScriptTest, OneThatAHandHasEditedIsKeptWhole) {
  const std::string edited = FormatScript(ALampScript());  // has no digest
  const EarlierScript earlier = Read(edited);
  EXPECT_TRUE(earlier.kept);
  EXPECT_THAT(earlier.file->script.chapters[0].segments, SizeIs(3));

  const EarlierScript replaced = Read(edited, /*fresh=*/true);
  EXPECT_FALSE(replaced.kept);
  EXPECT_THAT(replaced.file->script.chapters[0].segments, SizeIs(1));
}

TEST_F(EarlierScriptTest, ABookThatMovedOrWasEditedWhereItIsIsTheSame) {
  const EarlierScript earlier = Read(AsMade(ALampScript()));
  EXPECT_TRUE(earlier.IsOf(kBook));
  EXPECT_TRUE(earlier.IsOf({"/elsewhere/lamp.txt", kBook.hash}));
  EXPECT_TRUE(earlier.IsOf({kBook.path, "4567"}));
  EXPECT_FALSE(earlier.IsOf({"/elsewhere/lamp.txt", "4567"}));
}

TEST_F(EarlierScriptTest, OneThatCantBeParsedMayOnlyBeReplaced) {
  EXPECT_THROW(Read("{"), Error);
  EXPECT_FALSE(Read("{", /*fresh=*/true).file);
  std::filesystem::remove(path_);
  EXPECT_FALSE(ReadEarlierScript(path_, false).IsOf(kBook));
}

}  // namespace
}  // namespace fullcast
