#include "produce/scripting/explain.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "core/file.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class SilentReporter : public Reporter {
 public:
  void Note(const std::string& /*message*/) override {}
  void Warn(const std::string& /*message*/) override {}
  void Progress(const RenderProgress& /*progress*/) override {}
};

constexpr const char* kBook =
    "CHAPTER I.\n\n"
    "\"Who is there?\" said Maren.\n\n"
    "\"Only me,\" said Mr. Dunn, \"I have brought the oil. All 12 pounds.\"\n\n"
    "\"Who is that?\" said Maren.\n";

TEST(FindQuotation, TakesTheFirstThatHoldsTheText) {
  Book book;
  Block block;
  block.text = "\"Who is there?\" said Maren. \"Is it 12?\"";
  book.chapters = {{"I", {block}}};
  const std::vector<Quotation> quotations = {{{{0, 0, 0, 15}}}, {{{0, 0, 28, 39}}}};
  EXPECT_EQ(FindQuotation(book, quotations, "is"), 0U);
  EXPECT_EQ(FindQuotation(book, quotations, "Is it"), 1U);
  EXPECT_EQ(FindQuotation(book, quotations, "1"), 1U) << "a number";
  EXPECT_EQ(FindQuotation(book, quotations, "12"), 1U)
      << "no number of a quotation, but in its text";
  EXPECT_THROW(FindQuotation(book, quotations, "said Maren"), Error);
  EXPECT_THROW(FindQuotation(book, quotations, "99"), Error);
}

TEST(ExplainSpeaker, ShowsTheQuotationAndItsCandidates) {
  const test::TemporaryFolder folder;
  WriteFile(folder / "lamp.txt", kBook);
  SilentReporter reporter;
  const std::string text =
      ExplainSpeaker(folder / "lamp.txt", folder / "lamp.json", {}, "brought the oil", reporter);
  EXPECT_THAT(text, StartsWith("Quotation 1, in \"Chapter I\": \"Only me,\" \"I have brought"));
  EXPECT_THAT(text, HasSubstr("Mr. Dunn"));
  EXPECT_THAT(text, HasSubstr("Maren"));
}

}  // namespace
}  // namespace fullcast
