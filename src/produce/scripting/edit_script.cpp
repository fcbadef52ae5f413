#include "produce/scripting/edit_script.h"

#include <charconv>
#include <string_view>
#include <utility>

#include "cast/cast_table.h"
#include "core/cast.h"
#include "core/error.h"
#include "core/utf8.h"
#include "produce/scripting/spoken_runs.h"

namespace fullcast {

namespace {

std::size_t ParseNumber(std::string_view text, std::size_t chapters) {
  text = Trim(text);
  std::size_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
    throw Error("\"" + std::string(text) + "\" is no chapter number; write --chapters 1,3-5");
  }
  if (number < 1 || number > chapters) {
    throw Error("there is no chapter " + std::to_string(number) + ": the book has " +
                std::to_string(chapters) + " (see --dry-run)");
  }
  return number;
}

// Marks the chapters from one number to another, both included.
void Mark(std::vector<bool>& chosen, std::size_t from, std::size_t to) {
  for (std::size_t number = from; number <= to; ++number) chosen[number - 1] = true;
}

void MarkList(std::vector<bool>& chosen, std::string_view list) {
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), item.size() + 1));
    const std::size_t dash = item.find('-');
    const std::size_t from = ParseNumber(item.substr(0, dash), chosen.size());
    const std::size_t to =
        dash == std::string_view::npos ? from : ParseNumber(item.substr(dash + 1), chosen.size());
    Mark(chosen, from, to);
  }
}

ScriptChapter MakeCredits(const std::string& title, const std::string& text) {
  Segment segment;
  segment.text = text;
  segment.pause = Pause::kChapter;
  return ScriptChapter{title, {segment}};
}

}  // namespace

void KeepChapters(Script& script, const ChapterChoice& choice) {
  const std::size_t count = script.chapters.size();
  std::vector<bool> chosen(count, false);
  if (choice.list.empty()) {
    const std::size_t from = ParseNumber(std::to_string(choice.from), count);
    const std::size_t to = choice.to == 0 ? count : ParseNumber(std::to_string(choice.to), count);
    Mark(chosen, from, to);
  } else {
    MarkList(chosen, choice.list);
  }
  std::vector<ScriptChapter> kept;
  for (std::size_t i = 0; i < count; ++i) {
    if (!chosen[i]) continue;
    kept.push_back(std::move(script.chapters[i]));
    kept.back().number = i + 1;
  }
  if (kept.empty()) throw Error("no chapter is chosen");
  script.chapters = std::move(kept);
}

void LeaveDoubtfulUnknown(Script& script, double least_confidence) {
  for (ScriptChapter& chapter : script.chapters) {
    for (Segment& segment : chapter.segments) {
      if (IsSpeech(segment) && segment.confidence < least_confidence) {
        segment.speaker = kUnknownSpeaker;
      }
    }
  }
}

void AddCredits(Script& script) {
  const BookInfo& book = script.book;
  const std::string by = book.author.empty() ? "" : ", by " + book.author;
  const std::string narrator = book.narrator.empty() ? "eSpeak NG" : book.narrator;
  script.chapters.insert(
      script.chapters.begin(),
      MakeCredits("Opening credits", book.title + by + ". Read by " + narrator + "."));
  script.chapters.push_back(MakeCredits(
      "Closing credits",
      "This was " + book.title + by + ", read by " + narrator + ". Made with fullcast."));
}

void AddAcxParts(Script& script) {
  constexpr double kEnoughSeconds = 180;  // of one to five minutes
  constexpr double kMostSeconds = 270;
  ScriptChapter sample{"Retail Audio Sample", {}};
  double seconds = 0;
  const auto is_full = [&] {
    return seconds > kMostSeconds || (seconds > kEnoughSeconds && !sample.segments.empty() &&
                                      sample.segments.back().pause >= Pause::kParagraph);
  };
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      if (!segment.skip.empty() || segment.heading) continue;
      if (is_full()) break;
      seconds += EstimateSeconds(segment.text.size(), Voice{}.rate_wpm);
      sample.segments.push_back(segment);
    }
  }
  AddCredits(script);
  if (sample.segments.empty()) return;
  sample.segments.back().pause = Pause::kChapter;
  sample.segments.back().pause_ms.reset();
  script.chapters.push_back(std::move(sample));
}

}  // namespace fullcast
