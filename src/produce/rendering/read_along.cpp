#include "produce/rendering/read_along.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"
#include "encode/wav_writer.h"
#include "produce/rendering/narrated_epub.h"
#include "produce/rendering/output_paths.h"
#include "publish/captions.h"
#include "publish/epub.h"
#include "publish/lpf.h"
#include "publish/player_page.h"
#include "publish/timing_json.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

struct Kind {
  std::string_view name;
  ReadAlong kind;
  std::string_view extension;
};

constexpr std::array<Kind, 8> kKinds = {{{"vtt", ReadAlong::kVtt, ".vtt"},
                                         {"srt", ReadAlong::kSrt, ".srt"},
                                         {"lrc", ReadAlong::kLrc, ".lrc"},
                                         {"json", ReadAlong::kJson, ".json"},
                                         {"chapters", ReadAlong::kChapters, ".chapters.json"},
                                         {"html", ReadAlong::kHtml, ".html"},
                                         {"epub", ReadAlong::kEpub, ".epub"},
                                         {"lpf", ReadAlong::kLpf, ".lpf"}}};

std::string_view ExtensionOf(ReadAlong kind) {
  return std::find_if(kKinds.begin(), kKinds.end(), [=](const Kind& k) { return k.kind == kind; })
      ->extension;
}

bool IsOfEachFile(ReadAlong kind) {
  return kind == ReadAlong::kVtt || kind == ReadAlong::kSrt || kind == ReadAlong::kLrc ||
         kind == ReadAlong::kChapters;
}

const char* MediaType(Format format) {
  switch (format) {
    case Format::kM4b:
    case Format::kM4a:
      return "audio/mp4";
    case Format::kMp3:
      return "audio/mpeg";
    case Format::kOpus:
      return "audio/ogg; codecs=opus";
    case Format::kFlac:
      return "audio/flac";
    case Format::kWav:
      break;
  }
  return "audio/wav";
}

fs::path BesideSound(const fs::path& sound, ReadAlong kind) {
  return WithoutFormat(sound) += ExtensionOf(kind);
}

// What is made once for all files of a delivery: beside them, called as the book is.
fs::path PathOfWhole(const Script& script, const RenderOptions& options, ReadAlong kind) {
  const fs::path first = OutputPaths(script, options, options.deliveries.front()).front();
  const fs::path name =
      options.split_chapters ? first.parent_path().filename() : WithoutFormat(first).filename();
  return first.parent_path() / (name.string() + std::string(ExtensionOf(kind)));
}

bool IsOurs(const fs::path& path, const std::string& book_id) {
  const std::string bytes = ReadFile(path);
  return bytes.find("urn:fullcast:" + book_id) != std::string::npos;
}

class Writer {
 public:
  Writer(const Script& script, const RenderOptions& options, const Timeline& timeline,
         Reporter& reporter)
      : script_(script), options_(options), timeline_(timeline), reporter_(reporter) {}

  void Write(ReadAlong kind) {
    switch (kind) {
      case ReadAlong::kVtt:
        return WriteEachFile(kind, WriteVtt);
      case ReadAlong::kSrt:
        return WriteEachFile(kind, WriteSrt);
      case ReadAlong::kLrc:
        return WriteEachFile(kind, WriteLrc);
      case ReadAlong::kChapters:
        return WriteEachFile(kind, WritePodcastChapters);
      case ReadAlong::kJson:
        return WriteWhole(kind, WriteTimingJson(script_, timeline_));
      case ReadAlong::kHtml:
        return WriteWhole(kind, WritePlayerPage(script_, timeline_));
      case ReadAlong::kEpub:
        return WriteAnyEpub(NextPath(kind));
      case ReadAlong::kLpf:
        WriteLpf(NextPath(kind), script_, timeline_, Audio(), Cover());
    }
  }

  [[nodiscard]] std::vector<fs::path> Take() { return std::move(written_); }

 private:
  fs::path NextPath(ReadAlong kind) {
    written_.push_back(PathOfWhole(script_, options_, kind));
    return written_.back();
  }

  void WriteWhole(ReadAlong kind, const std::string& text) { WriteFile(NextPath(kind), text); }

  void WriteAnyEpub(const fs::path& path) {
    if (options_.book.extension() == ".epub" && fs::is_regular_file(options_.book)) {
      try {
        return WriteNarratedEpub(path, options_.book, script_, timeline_, Audio());
      } catch (const Error& error) {
        ThrowIfInterrupted();
        reporter_.Warn(path.string() +
                       " is made from the text, not from the pages of the book: " + error.what());
      }
    }
    WriteEpub(path, script_, timeline_, Audio(), Cover());
  }

  void WriteEachFile(ReadAlong kind, std::string (*write)(const Script&, TimedChapters)) {
    const std::span<const TimedChapter> all = timeline_.chapters;
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      while (end < all.size() && all[end].file == all[begin].file) ++end;
      const fs::path path = BesideSound(Folder() / all[begin].file, kind);
      WriteFile(path, write(script_, all.subspan(begin, end - begin)));
      written_.push_back(path);
      begin = end;
    }
  }

  [[nodiscard]] fs::path Folder() const {
    return PathOfWhole(script_, options_, ReadAlong::kJson).parent_path();
  }
  [[nodiscard]] PublishedAudio Audio() const {
    return {Folder(), MediaType(options_.deliveries.front().format)};
  }
  [[nodiscard]] std::string Cover() const {
    return script_.book.cover.empty() ? "" : ReadFile(script_.book.cover);
  }

  const Script& script_;
  const RenderOptions& options_;
  const Timeline& timeline_;
  Reporter& reporter_;
  std::vector<fs::path> written_;
};

}  // namespace

ReadAlong ReadAlongNamed(std::string_view name) {
  std::string names;
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return kind.kind;
    names += (names.empty() ? "" : ", ") + std::string(kind.name);
  }
  throw Error("there is no read-along \"" + std::string(name) + "\"; there are " + names);
}

void CheckReadAlong(const Script& script, const RenderOptions& options) {
  for (const ReadAlong kind : options.read_along) {
    if (kind != ReadAlong::kEpub && kind != ReadAlong::kHtml) continue;
    const Format format = options.deliveries.front().format;
    if (kind == ReadAlong::kEpub && CodecOf(format) != Codec::kAac && format != Format::kMp3) {
      throw Error("an EPUB takes sound as m4b, m4a or mp3: name one of these first in --format");
    }
    const fs::path path = PathOfWhole(script, options, kind);
    if (!options.force && fs::exists(path) && !IsOurs(path, script.book.id)) {
      throw Error(path.string() +
                  " is there already and was not made by fullcast from this book; --force replaces "
                  "it, -o writes elsewhere");
    }
  }
}

std::vector<fs::path> ReadAlongPaths(const Script& script, const RenderOptions& options,
                                     const std::vector<fs::path>& sounds) {
  std::vector<fs::path> paths;
  for (const ReadAlong kind : options.read_along) {
    if (!IsOfEachFile(kind)) {
      paths.push_back(PathOfWhole(script, options, kind));
      continue;
    }
    for (const fs::path& sound : sounds) paths.push_back(BesideSound(sound, kind));
  }
  return paths;
}

std::vector<fs::path> WriteReadAlong(const Script& script, const RenderOptions& options,
                                     const Timeline& timeline, Reporter& reporter) {
  Writer writer(script, options, timeline, reporter);
  for (const ReadAlong kind : options.read_along) writer.Write(kind);
  return writer.Take();
}

std::optional<fs::path> WriteChaptersBeyondCues(const Script& script, const RenderOptions& options,
                                                const Delivery& delivery,
                                                const Timeline& timeline) {
  const bool whole = delivery.format == Format::kWav && !options.split_chapters;
  if (!whole || timeline.chapters.empty() ||
      IsCuePosition(timeline.chapters.back().begin, delivery.encoder.sample_rate_hz)) {
    return std::nullopt;
  }
  const fs::path sound = OutputPaths(script, options, delivery).front();
  fs::path path = BesideSound(sound, ReadAlong::kChapters);
  WriteFile(path, WritePodcastChapters(script, timeline.chapters));
  return path;
}

}  // namespace fullcast
