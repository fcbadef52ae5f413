#include "book/markup/markup_frame.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr const char* kFrame = "Project Gutenberg";
constexpr std::size_t kFrontBlocks = 40;  // where credits are looked for

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string Beginning(const Block& block) {
  constexpr std::size_t kEnough = 120;
  return Lowercase(std::string_view(block.text).substr(0, kEnough));
}

bool IsStart(std::string_view line) {
  return line.starts_with("***") && Contains(line, "start of") && Contains(line, "gutenberg");
}

bool IsEnd(std::string_view line) {
  return Contains(line, "project gutenberg") &&
         (line.starts_with("end of") || line.starts_with("[end of") ||
          (line.starts_with("***") && Contains(line, "end of")));
}

bool IsCredit(std::string_view line) {
  constexpr std::array<std::string_view, 6> kCredits = {
      "produced by ",          "e-text prepared by",         "this etext was prepared by",
      "transcribed from the ", "this ebook was produced by", "credits:"};
  return std::any_of(kCredits.begin(), kCredits.end(),
                     [&](std::string_view credit) { return line.starts_with(credit); });
}

bool IsTranscribersNote(std::string_view line) {
  return line.starts_with("transcriber's note") || line.starts_with("transcriber\u2019s note") ||
         line.starts_with("[transcriber");
}

void TakeData(const Block& block, BookInfo& info) {
  const std::string_view text = block.text;
  const auto take = [&](std::string_view key, std::string& field) {
    if (field.empty() && Lowercase(text.substr(0, key.size())) == key) {
      field = Trim(text.substr(key.size()));
    }
  };
  take("title:", info.title);
  take("author:", info.author);
  take("translator:", info.translator);
}

void Skip(MarkupDraft& draft, std::string_view reason) {
  draft.block.skip = reason;
  draft.level = 0;
}

// One block of two that follow each other.
void Join(MarkupDraft& first, MarkupDraft second) {
  Block& block = first.block;
  const std::size_t offset = block.text.size() + 1;
  block.text += ' ' + second.block.text;
  for (const SourceStep& step : second.block.map) {
    block.map.push_back({step.text + offset, step.source});
  }
  block.source.end = second.block.source.end;
  block.emphasis.clear();
  first.ids.insert(first.ids.end(), second.ids.begin(), second.ids.end());
}

void JoinFrame(std::vector<MarkupDraft>& drafts) {
  std::vector<MarkupDraft> joined;
  for (MarkupDraft& draft : drafts) {
    const bool frame = draft.block.skip == kFrame && !joined.empty() &&
                       joined.back().block.skip == kFrame &&
                       joined.back().block.file == draft.block.file;
    if (frame) {
      Join(joined.back(), std::move(draft));
    } else {
      joined.push_back(std::move(draft));
    }
  }
  drafts = std::move(joined);
}

}  // namespace

void SkipFrame(std::vector<MarkupDraft>& drafts, BookInfo& info) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string line = Beginning(drafts[i].block);
    if (begin == 0 && IsStart(line)) {
      begin = i + 1;
      for (std::size_t j = 0; j < begin; ++j) {
        TakeData(drafts[j].block, info);
        Skip(drafts[j], kFrame);
      }
    } else if (IsEnd(line)) {
      for (; i < drafts.size(); ++i) Skip(drafts[i], kFrame);
    } else if (IsTranscribersNote(line)) {
      Skip(drafts[i], "transcriber's note");
    }
  }
  for (std::size_t i = begin; i < std::min(drafts.size(), begin + kFrontBlocks); ++i) {
    if (IsCredit(Beginning(drafts[i].block))) Skip(drafts[i], "transcriber's credit");
  }
  JoinFrame(drafts);
}

void SkipTitlePage(std::vector<MarkupDraft>& drafts, std::size_t end, const BookInfo& info) {
  const std::string known =
      Lowercase(info.title + ' ' + info.subtitle + ' ' + info.author + ' ' + info.translator);
  bool name_follows = false;
  for (std::size_t i = 0; i < end; ++i) {
    Block& block = drafts[i].block;
    if (!block.skip.empty()) continue;
    std::string line = Lowercase(block.text);
    while (!line.empty() && (line.back() == '.' || line.back() == ',')) line.pop_back();
    if (line.starts_with("by ")) line.erase(0, 3);
    if (line == "by" || name_follows || Contains(known, line)) Skip(drafts[i], "title page");
    name_follows = line == "by";
  }
}

}  // namespace fullcast
