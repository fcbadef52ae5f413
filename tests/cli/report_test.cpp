// The report: one page about a script.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kScript = R"({"book": {"title": "The <Lamp>"},
"characters": [{"id": "maren", "name": "Maren", "gender": "female"}, {"id": "dunn", "name": "Mr. Dunn"}],
"chapters": [{"title": "One", "segments": [
  {"speaker": "narrator", "text": "It was late.", "start": 0, "end": 12, "pause": "paragraph"},
  {"speaker": "maren", "text": "\"I am here & there.\"", "start": 14, "end": 34, "pause": "speaker",
   "reason": "turn", "confidence": 0.31},
  {"speaker": "dunn", "text": "\"Good.\"", "start": 36, "end": 43, "pause": "chapter",
   "reason": "explicit", "confidence": 0.97},
  {"speaker": "narrator", "text": "[Page 3]", "start": 45, "end": 53, "skip": "page number"}]}]})";

TEST(Report, ShowsChaptersCastDoubtsAndWhatIsNotRead) {
  const Program program;
  WriteFile(program / "lamp.json", kScript);
  const auto run = program.Run("report lamp.json --silent --json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr(R"("doubtful":1})"));
  const std::string page = program.Read("output/lamp-report.html");
  EXPECT_THAT(page, HasSubstr("<h1>The &lt;Lamp&gt;</h1>"));
  EXPECT_THAT(page, HasSubstr("<th scope=\"row\">One</th>"));
  EXPECT_THAT(page, HasSubstr("<title>Maren, chapter 1</title>"));
  EXPECT_THAT(page, HasSubstr("aria-label=\"Who speaks how much in which chapter\""));
  EXPECT_THAT(page, HasSubstr("<code>1:2</code> <strong>Maren</strong>, 31 % sure"));
  EXPECT_THAT(page, HasSubstr("I am here &amp; there."));
  EXPECT_THAT(page, HasSubstr("<th scope=\"row\">page number</th><td "
                              "data-unit=\"passages,\">1</td><td data-unit=\"bytes\">8</td>"));
  EXPECT_THAT(page, Not(HasSubstr("<audio")));
  EXPECT_EQ(program.Files(), "./lamp.json\n./output/lamp-report.html\n");

  ASSERT_EQ(program.Run("report lamp.json -o heard.html").exit_code, 0);
  EXPECT_THAT(program.Read("heard.html"), HasSubstr("src=\"data:audio/mp4;base64,"));
  ASSERT_EQ(program.Run("report lamp.json -o again.html").exit_code, 0);
  EXPECT_EQ(program.Read("again.html"), program.Read("heard.html"));
}

}  // namespace
}  // namespace fullcast
