#include "book/markup/markup_frame.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "book/frame/gutenberg_lines.h"
#include "book/frame/skipped_titles.h"
#include "book/frame/title_page_lines.h"
#include "book/headings/capitals.h"
#include "book/headings/heading.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr const char* kFrame = "Project Gutenberg";
constexpr const char* kTitlePage = "title page";
constexpr std::size_t kLongestLine = 200;  // bytes of a title page's

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string Beginning(const Block& block) {
  constexpr std::size_t kEnough = 120;
  return Lowercase(std::string_view(block.text).substr(0, kEnough));
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
  block.map.push_back({block.text.size(), block.source.end});
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

// The first line of a title page, where "by" stands below it; else "".
std::string TitleAboveBy(const std::vector<MarkupDraft>& drafts, std::size_t end) {
  const auto next_read = [&](std::size_t i) {
    while (i < end && !drafts[i].block.IsRead()) ++i;
    return i;
  };
  const std::size_t first = next_read(0);
  const std::size_t second = next_read(first + 1);
  if (second >= end || !IsSetAsTitle(drafts[first].block.text)) return {};
  const std::string below = Beginning(drafts[second].block);
  return below == "by" || below.starts_with("by ") ? CalmCapitals(drafts[first].block.text) : "";
}

}  // namespace

void SkipFrame(std::vector<MarkupDraft>& drafts, BookInfo& info) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string line = Beginning(drafts[i].block);
    if (begin == 0 && (IsGutenbergStart(line) || IsSmallPrintEnd(line))) {
      begin = i + 1;
      for (std::size_t j = 0; j < begin; ++j) {
        TakeData(drafts[j].block, info);
        Skip(drafts[j], kFrame);
      }
    } else if (IsGutenbergEnd(line)) {
      for (; i < drafts.size(); ++i) Skip(drafts[i], kFrame);
    } else if (BeginsTranscribersNote(line)) {
      Skip(drafts[i], "transcriber's note");
    }
  }
  for (std::size_t i = begin; i < std::min(drafts.size(), begin + kCreditParagraphs); ++i) {
    const std::string line = Beginning(drafts[i].block);
    if (IsTranscribersCredit(line)) Skip(drafts[i], "transcriber's credit");
    if (IsGutenbergBanner(line)) Skip(drafts[i], kFrame);
  }
  JoinFrame(drafts);
}

void SkipTitlePage(std::vector<MarkupDraft>& drafts, std::size_t end, BookInfo& info) {
  if (info.title.empty()) info.title = TitleAboveBy(drafts, end);
  const std::string known =
      Lowercase(info.title + ' ' + info.subtitle + ' ' + info.author + ' ' + info.translator);
  const std::string title = Lowercase(info.title);
  std::string before;  // the line above
  bool title_stands = false;
  std::string section;  // why the one that a heading begins is not read
  for (std::size_t i = 0; i < end; ++i) {
    Block& block = drafts[i].block;
    title_stands = title_stands || block.skip == kTitlePage;
    if (!block.skip.empty()) continue;
    std::string line = Lowercase(block.text);
    if (drafts[i].level > 0) section = SkipReasonOfTitle(line);
    const bool of_title_page =
        title_stands && line.size() <= kLongestLine && IsTitlePageLine(line) && !drafts[i].front;
    const bool imprint = IsImprint(line);
    const bool contents = drafts[i].link || SkipReasonOfTitle(line) == "contents";
    while (!line.empty() && (line.back() == '.' || line.back() == ',')) line.pop_back();
    title_stands = title_stands || line == title;
    const bool by = line.starts_with("by ");
    if (by) line.erase(0, 3);
    const std::string_view name = Trim(std::string_view(block.text).substr(by ? 3 : 0));
    const bool may_be_author = before == "by" || (title_stands && (by || before == title));
    const bool author = may_be_author && info.author.empty() && IsName(name);
    if (author) info.author = name;
    if (line == "by" || before == "by" || author || Contains(known, line) || of_title_page) {
      Skip(drafts[i], kTitlePage);
    } else if (imprint || contents) {
      Skip(drafts[i], imprint ? "imprint" : "contents");
    } else if (!section.empty() && !drafts[i].front) {
      Skip(drafts[i], section);
    }
    before = line;
  }
}

}  // namespace fullcast
