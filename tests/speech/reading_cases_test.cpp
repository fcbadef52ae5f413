// Hard tokens of real books, drawn by a seed, against readings written down by hand before there
// was code to read them. bench/reading/draw_cases.py tells how they were drawn.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "speech/retrying_synthesizer.h"
#include "support/paths.h"

namespace fullcast {
namespace {

struct Case {
  std::string kind;
  std::string before;
  std::string token;
  std::string after;
  std::vector<std::string> readings;
};

std::vector<Case> ReadCases(const std::string& name) {
  std::ifstream file(test::SourceFolder() / "tests" / "data" / name);
  std::vector<Case> cases;
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t tab = line.find('\t');
    const std::size_t second = line.find('\t', tab + 1);
    const std::string text = line.substr(tab + 1, second - tab - 1);
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}');
    Case read{line.substr(0, tab),
              text.substr(0, open),
              text.substr(open + 1, close - open - 1),
              text.substr(close + 1),
              {}};
    std::string rest = line.substr(second + 1);
    for (std::size_t bar = 0; (bar = rest.find(" | ")) != std::string::npos;) {
      read.readings.push_back(rest.substr(0, bar));
      rest.erase(0, bar + 3);
    }
    read.readings.push_back(rest);
    cases.push_back(read);
  }
  return cases;
}

void ReplaceAll(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// What is heard of them: stress, pauses inside a clause and the weak forms of "and" are left aside,
// and so is whether eSpeak NG takes "twenty five" for one word.
std::string Heard(const Utterance& utterance) {
  static const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  std::string phonemes = synthesizer->Speak(utterance).phonemes;
  ReplaceAll(phonemes, "_:", "");
  std::erase_if(phonemes, [](char c) {
    return c == '\'' || c == ',' || c == '%' || c == '=' || c == '_' || c == ' ' || c == '!' ||
           c == '|' || c == '-' || c == ';';
  });
  ReplaceAll(phonemes, "I2", "I");
  ReplaceAll(phonemes, "and", "@n");
  ReplaceAll(phonemes, "a#nd", "@n");
  ReplaceAll(phonemes, "oU#", "oU");
  ReplaceAll(phonemes, "o@", "O@");  // the same vowel in this voice
  while (phonemes.ends_with('\n')) phonemes.pop_back();
  return phonemes;
}

// A reading's "[[...]]" are phonemes.
Utterance ReadingOf(const Case& from, const std::string& reading) {
  Voice voice;
  voice.engine_voice = "gmw/en";
  Utterance utterance{from.before + reading + from.after, voice};
  for (std::size_t open = 0; (open = utterance.text.find("[[", open)) != std::string::npos;) {
    const std::size_t close = utterance.text.find("]]", open);
    const std::string phonemes = utterance.text.substr(open + 2, close - open - 2);
    utterance.spoken_as.push_back({{open, close + 2}, {Notation::kMnemonics, phonemes}});
    open = close;
  }
  utterance.only_phonemes = true;
  return utterance;
}

class ReadingCases : public testing::TestWithParam<const char*> {};

TEST_P(ReadingCases, AreReadAsAReaderWould) {
  const std::vector<Case> cases = ReadCases(GetParam());
  ASSERT_GE(cases.size(), 300U);
  std::map<std::string, std::pair<int, int>> by_kind;
  int right = 0;
  for (const Case& each : cases) {
    const std::string heard = Heard(ReadingOf(each, each.token));
    const bool good = std::any_of(
        each.readings.begin(), each.readings.end(),
        [&](const std::string& reading) { return Heard(ReadingOf(each, reading)) == heard; });
    ASSERT_NE(heard, "") << each.token;
    right += good ? 1 : 0;
    auto& [of_kind, all] = by_kind[each.kind];
    of_kind += good ? 1 : 0;
    ++all;
    if (good) continue;
    std::printf("%s: %s{%s}%s\n  not %s\n  heard %s\n  meant %s\n", each.kind.c_str(),
                each.before.c_str(), each.token.c_str(), each.after.c_str(),
                each.readings.front().c_str(), heard.c_str(),
                Heard(ReadingOf(each, each.readings.front())).c_str());
  }
  for (const auto& [kind, counts] : by_kind) {
    std::printf("%-14s %d of %d\n", kind.c_str(), counts.first, counts.second);
  }
  std::printf("%d of %zu are right\n", right, cases.size());
  EXPECT_GE(right * 100, static_cast<int>(cases.size()) * 98);
}

// Four draws by four seeds.
INSTANTIATE_TEST_SUITE_P(Drawn, ReadingCases,
                         testing::Values("reading_cases.tsv", "reading_cases_2.tsv",
                                         "reading_cases_3.tsv", "reading_cases_4.tsv"));

}  // namespace
}  // namespace fullcast
