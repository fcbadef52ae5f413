#include "inspect/structure_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "inspect/finding.h"

namespace fullcast {

namespace {

constexpr double kSameSeconds = 0.002;  // tables count in ticks of a millisecond, or finer

Finding CheckWhole(const AudioFileInfo& file) {
  if (file.missing_bytes > 0) {
    return Fail("whole", fmt::format("the end is missing: {} bytes", file.missing_bytes),
                "get or make the file again");
  }
  if (!file.ends) {
    return Fail("whole", "the end is missing: there is no last page", "get or make the file again");
  }
  return Pass("whole", fmt::format("{:.1f} MB", static_cast<double>(file.bytes) / 1e6));
}

Finding CheckChapters(const AudioFileInfo& file, bool alone) {
  constexpr double kLongWithoutChapters = 1800;
  const auto& chapters = file.chapters;
  if (chapters.empty()) {
    if (!alone || file.duration_seconds < kLongWithoutChapters) return Pass("chapters", "none");
    return Warn("chapters", "a long file without chapters",
                "fullcast writes chapters; mp4chaps or an ID3 editor adds them");
  }
  const char* const advice = "write the chapter table again";
  if (chapters.front().begin_seconds > kSameSeconds) {
    return Fail("chapters", "the first chapter begins after the sound does", advice, 0);
  }
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const FileChapter& chapter = chapters[i];
    if (chapter.end_seconds <= chapter.begin_seconds) {
      return Fail("chapters", fmt::format("chapter {} is empty or out of order", i + 1), advice,
                  chapter.begin_seconds);
    }
    if (i + 1 == chapters.size()) break;
    const double gap_seconds = chapters[i + 1].begin_seconds - chapter.end_seconds;
    if (std::abs(gap_seconds) > kSameSeconds) {
      return Fail(
          "chapters",
          fmt::format("{} of {:.3f} s behind chapter {}", gap_seconds > 0 ? "a gap" : "an overlap",
                      std::abs(gap_seconds), i + 1),
          advice, chapter.end_seconds);
    }
  }
  return Pass("chapters", fmt::format("{}, without a gap", chapters.size()));
}

Finding CheckChapterEnd(const AudioFileInfo& file) {
  constexpr double kToleranceSeconds = 0.25;  // what encoders pad with is counted or not
  const double off_seconds = file.chapters.back().end_seconds - file.duration_seconds;
  if (file.duration_seconds > 0 && std::abs(off_seconds) > kToleranceSeconds) {
    return Fail("chapter_end",
                fmt::format("the last chapter ends {:.3f} s {} the sound", std::abs(off_seconds),
                            off_seconds > 0 ? "behind" : "ahead of"),
                "write the chapter table again", file.chapters.back().begin_seconds);
  }
  return Pass("chapter_end", "with the sound");
}

Finding CheckTitles(const std::vector<FileChapter>& chapters) {
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (chapters[i].title.find_first_not_of(" \t") == std::string::npos) {
      return Warn("titles", fmt::format("chapter {} has no title", i + 1), "name it",
                  chapters[i].begin_seconds);
    }
  }
  return Pass("titles", "each chapter has one");
}

constexpr std::size_t kMostNero = 255;  // chapters, and bytes of a title

bool FitNeroList(const std::vector<FileChapter>& chapters) {
  return chapters.size() <= kMostNero &&
         std::all_of(chapters.begin(), chapters.end(),
                     [](const FileChapter& chapter) { return chapter.title.size() <= kMostNero; });
}

Finding CheckTables(const AudioFileInfo& file) {
  const auto& nero = file.mp4->nero;
  if (!file.mp4->has_chapter_track) {
    return Warn("chapter_tables", "only the Nero list: Apple's players show no chapters",
                "write a QuickTime chapter track, too");
  }
  if (nero.empty()) {
    if (FitNeroList(file.chapters)) {
      return Warn("chapter_tables", "only the QuickTime track: some players show no chapters",
                  "write a Nero list, too");
    }
    return Pass("chapter_tables", "QuickTime; a Nero list does not hold them");
  }
  if (file.chapters.size() > kMostNero) {
    return Fail("chapter_tables",
                fmt::format("a Nero list beside {} chapters: it holds 255", file.chapters.size()),
                "leave the Nero list out");
  }
  for (std::size_t i = 0; i < std::max(nero.size(), file.chapters.size()); ++i) {
    if (i < nero.size() && i < file.chapters.size() && nero[i].title == file.chapters[i].title &&
        std::abs(nero[i].begin_seconds - file.chapters[i].begin_seconds) <= kSameSeconds) {
      continue;
    }
    return Fail("chapter_tables",
                fmt::format("QuickTime track and Nero list differ at chapter {}", i + 1),
                "write both again", i < nero.size() ? nero[i].begin_seconds : 0);
  }
  return Pass("chapter_tables", "QuickTime and Nero agree");
}

Finding CheckCover(const Cover& cover, const Limits& limits) {
  constexpr std::size_t kMostBytes = 5'000'000;
  if (cover.bytes.empty())
    return Warn("cover", "none", "libraries show the book by its cover: put one in");
  if (cover.kind.empty()) {
    return Fail("cover", "neither a JPEG nor a PNG picture, or damaged", "put another one in");
  }
  const std::string size = fmt::format("{} {} x {}", cover.kind, cover.width, cover.height);
  if (std::min(cover.width, cover.height) < limits.least_cover_side) {
    return Beyond(limits.strict, "cover",
                  size + (limits.strict ? ": too small" : ": blurred on large screens"),
                  fmt::format("{} pixels or more a side", limits.least_cover_side));
  }
  if (limits.square_cover && cover.width != cover.height) {
    return Beyond(limits.strict, "cover", size + ": not square", "a picture as wide as high");
  }
  if (cover.bytes.size() > kMostBytes) {
    return Warn("cover", size + ": more than 5 MB", "small players leave such a cover out");
  }
  return Pass("cover", size);
}

Finding CheckTags(const AudioFileInfo& file) {
  std::string missing;
  for (const char* tag : {"title", "artist"}) {
    const auto found = file.tags.find(tag);
    if (found == file.tags.end() || found->second.empty()) {
      missing += (missing.empty() ? "" : ", ") + std::string(tag);
    }
  }
  if (missing.empty()) return Pass("tags", "title and author");
  return Warn("tags", "missing: " + missing, "players list the book by them");
}

Finding CheckEncoding(const AudioFileInfo& file, const Limits& limits) {
  constexpr double kNearly = 0.98;  // where it is an average, headers round the length
  constexpr double kBitsPerKilobit = 1000;
  const double kbps = static_cast<double>(file.bit_rate) / kBitsPerKilobit;
  const std::string what = fmt::format("{}, {:.0f} kbit/s", file.codec, kbps);
  if (file.codec == limits.codec && kbps >= kNearly * limits.least_kbps) {
    return Pass("encoding", what);
  }
  return Beyond(limits.strict, "encoding", what,
                fmt::format("{} of {} kbit/s or more", limits.codec, limits.least_kbps));
}

Finding CheckLimits(const AudioFileInfo& file, const Limits& limits) {
  constexpr double kMostTicks = 4294967296.0;
  constexpr std::uintmax_t kMostBytes = 4'294'967'295;
  if (file.duration_seconds * file.rate_hz >= kMostTicks) {
    return Warn("limits", "more than 2^32 samples: some players lose their place",
                "--split chapter, or a lower rate");
  }
  if (file.bytes > kMostBytes) {
    return Warn("limits", "more than 4 GB: does not fit on memory cards with FAT",
                "--split chapter, or a lower bit rate");
  }
  if (limits.longest_file_seconds > 0 && file.duration_seconds > limits.longest_file_seconds) {
    return Beyond(limits.strict, "limits",
                  fmt::format("{:.0f} minutes in one file", file.duration_seconds / 60),
                  fmt::format("--split chapter: at most {:.0f} minutes a file",
                              limits.longest_file_seconds / 60));
  }
  return Pass("limits", "within those of players");
}

}  // namespace

std::vector<Finding> CheckStructure(const AudioFileInfo& file, const Limits& limits, bool alone) {
  std::vector<Finding> findings = {CheckWhole(file), CheckChapters(file, alone)};
  if (!file.chapters.empty()) {
    findings.push_back(CheckChapterEnd(file));
    findings.push_back(CheckTitles(file.chapters));
    if (file.mp4) findings.push_back(CheckTables(file));
  }
  if (file.mp4) {
    findings.push_back(file.mp4->index_first
                           ? Pass("index", "at the front")
                           : Warn("index", "behind the sound: streaming begins late",
                                  "ffmpeg -c copy -movflags faststart moves it"));
  }
  if (file.container != "wav") findings.push_back(CheckCover(file.cover, limits));
  findings.push_back(CheckTags(file));
  const bool has_padding = file.codec == "aac" || file.codec == "mp3";
  if (has_padding && !alone) {
    findings.push_back(file.tells_padding ? Pass("gapless", "the codec's padding is told")
                                          : Warn("gapless", "the codec's padding is not told",
                                                 "files will not join without a gap"));
  }
  if (limits.codec != nullptr) findings.push_back(CheckEncoding(file, limits));
  findings.push_back(CheckLimits(file, limits));
  return findings;
}

}  // namespace fullcast
