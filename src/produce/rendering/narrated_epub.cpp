#include "produce/rendering/narrated_epub.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "book/epub/epub_package.h"
#include "book/source/archive.h"
#include "book/source/entities.h"
#include "core/error.h"
#include "core/file.h"
#include "core/utf8.h"
#include "produce/rendering/epub3_upgrade.h"
#include "publish/captions.h"
#include "publish/cues.h"
#include "publish/entry_address.h"
#include "publish/marked_page.h"
#include "publish/overlaid_package.h"
#include "publish/smil.h"
#include "publish/zip_writer.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

constexpr const char* kActiveClass = "-epub-media-overlay-active";

// A segment that stands in the EPUB, and its sound.
struct Narrated {
  const Segment* segment = nullptr;
  const TimedSegment* timed = nullptr;
  std::string file;  // of the sound
  Clip clip;
};

// Whether the letters and digits of a text are in what the page holds, which may have more in
// between: marks of notes, numbers of pages. A reader puts commas between the cells of a table.
bool IsIn(std::string_view page, std::string_view text) {
  std::size_t in_page = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = NextCodePoint(text, at);
    if (!IsLetter(letter) && !IsDigit(letter)) continue;
    do {
      if (in_page == page.size()) return false;
    } while (NextCodePoint(page, in_page) != letter);
  }
  return true;
}

// When what stands behind so many letters of a segment is heard, in milliseconds.
std::int64_t TimeBehind(const Narrated& narrated, std::size_t letters) {
  if (letters == 0) return narrated.clip.begin_ms;
  const std::string& text = narrated.segment->text;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (IsSpace(NextCodePoint(text, at))) continue;
    if (letters-- == 0) {
      at = begin;
      break;
    }
  }
  // Words count in what is spoken, which may be another text.
  const std::size_t spoken = at * SpokenText(*narrated.segment).size() / text.size();
  for (const TimedWord& word : narrated.timed->words) {
    if (word.text.begin < spoken) continue;
    return std::clamp(MsOf(word.begin), narrated.clip.begin_ms, narrated.clip.end_ms);
  }
  return narrated.clip.end_ms;
}

class NarratedEpub {
 public:
  NarratedEpub(const fs::path& book, const Script& script, const Timeline& timeline,
               const PublishedAudio& audio)
      : bytes_(ReadFile(book)),
        archive_(bytes_, book.string()),
        package_(ReadPackage(archive_, book.string())),
        name_(book.string()),
        script_(script),
        audio_(audio) {
    const fs::path beside = fs::path(package_.file).parent_path();
    folder_ = (beside / "narration").string();
    while (archive_.FindName(folder_ + "/heard.css")) folder_ += "-2";
    for (const TimedChapter& chapter : timeline.chapters) Collect(chapter);
    if (pages_.empty()) throw Error("nothing that was rendered stands in " + name_);
    for (const auto& [page, heard] : pages_) MarkAndOverlay(page, heard);
    if (differing_ * 10 > segments_) {
      throw Error("the text of " + name_ + " is not the script's; annotate it anew");
    }
    EditPackage();
  }

  void Write(const fs::path& path) {
    ZipWriter zip(path);
    zip.Add("mimetype", "application/epub+zip");
    for (const std::string& entry : archive_.Names()) {
      // A signature would not fit any more.
      if (entry == "mimetype" || entry == "META-INF/signatures.xml") continue;
      const auto changed = changed_.find(entry);
      if (changed != changed_.end()) {
        zip.Add(entry, changed->second);
      } else {
        zip.Add(entry, *archive_.Read(entry));
      }
    }
    for (const auto& [entry, content] : added_) zip.Add(entry, content);
    zip.Add(StyleName(),
            fmt::format(".{}{{background:#ffe9a8;color:#000}}\n/* urn:fullcast:{} */\n",
                        kActiveClass, script_.book.id));
    for (std::size_t i = 0; i < sounds_.size(); ++i) {
      zip.AddFile(SoundName(i), audio_.folder / sounds_[i]);
    }
    zip.Finish();
  }

 private:
  [[nodiscard]] std::string StyleName() const { return folder_ + "/heard.css"; }
  [[nodiscard]] std::string SoundName(std::size_t i) const {
    return fmt::format("{}/{}{}", folder_, i + 1, fs::path(sounds_[i]).extension().string());
  }

  void Collect(const TimedChapter& chapter) {
    if (sounds_.empty() || sounds_.back() != chapter.file) sounds_.push_back(chapter.file);
    for (const Clip& clip : ClipsOf(chapter)) {
      const TimedSegment& timed = chapter.segments[clip.timed];
      const Segment& segment = script_.chapters[chapter.chapter].segments[timed.segment];
      if (segment.source.empty()) continue;  // credits
      pages_[segment.source].push_back({&segment, &timed, SoundName(sounds_.size() - 1), clip});
    }
  }

  // `heard` is in the order of the sound, which footnotes may make another than the page's.
  void MarkAndOverlay(const std::string& page, const std::vector<Narrated>& heard) {
    const auto bytes = archive_.Read(page);
    if (!bytes) throw Error(name_ + " has no page " + page);
    std::vector<std::size_t> order(heard.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return heard[a].segment->start < heard[b].segment->start;
    });
    std::vector<Span> stretches;
    stretches.reserve(order.size());
    for (const std::size_t i : order) {
      stretches.push_back({heard[i].segment->start, heard[i].segment->end});
    }
    MarkedPage marked = MarkPage(*bytes, name_ + ": " + page, stretches,
                                 EntryAddress(StyleName(), page), ResolveEntity);
    for (std::size_t i = 0; i < order.size(); ++i) {
      ++segments_;
      if (!IsIn(marked.texts[i], heard[order[i]].segment->text)) ++differing_;
    }
    std::vector<std::vector<const MarkedPart*>> parts(heard.size());
    for (const MarkedPart& part : marked.parts) parts[order[part.stretch]].push_back(&part);
    Overlay(page, heard, parts);
    changed_[page] = std::move(marked.bytes);
  }

  void Overlay(const std::string& page, const std::vector<Narrated>& heard,
               const std::vector<std::vector<const MarkedPart*>>& parts) {
    const std::string smil = fmt::format("{}/{}.smil", folder_, additions_.pages.size() + 1);
    const std::string address = EntryAddress(page, smil);
    std::vector<SyncedText> texts;
    for (std::size_t i = 0; i < heard.size(); ++i) {
      for (std::size_t p = 0; p < parts[i].size(); ++p) {
        const std::int64_t begin = TimeBehind(heard[i], parts[i][p]->letters_before);
        const std::int64_t end = p + 1 < parts[i].size()
                                     ? TimeBehind(heard[i], parts[i][p + 1]->letters_before)
                                     : heard[i].clip.end_ms;
        if (begin == end) continue;
        texts.push_back(
            {address + "#" + parts[i][p]->id, EntryAddress(heard[i].file, smil), begin, end});
      }
    }
    if (texts.empty()) return;
    additions_.pages.push_back(
        {ItemOf(page), EntryAddress(smil, package_.file), DurationMs(texts)});
    added_.emplace_back(smil, WriteSmil("", texts));
  }

  [[nodiscard]] std::string ItemOf(const std::string& page) const {
    for (const ManifestItem& item : package_.manifest) {
      if (item.file == page) return item.id;
    }
    throw Error(name_ + " has no item for " + page);
  }

  void EditPackage() {
    additions_.narrator = script_.book.narrator;
    additions_.active_class = kActiveClass;
    additions_.files.push_back({EntryAddress(StyleName(), package_.file), "text/css"});
    for (std::size_t i = 0; i < sounds_.size(); ++i) {
      additions_.files.push_back({EntryAddress(SoundName(i), package_.file), audio_.media_type});
    }
    if (package_.is_epub2) {
      const std::string contents = folder_ + "/contents.xhtml";
      added_.emplace_back(contents, ToEpub3(archive_, package_, name_, contents, changed_));
    }
    std::string& package = EntryOf(archive_, package_.file, changed_);
    package = AddOverlays(package, name_ + ": " + package_.file, additions_);
  }

  std::string bytes_;
  Archive archive_;
  EpubPackage package_;
  std::string name_;
  const Script& script_;
  const PublishedAudio& audio_;
  std::string folder_;               // of what is added
  std::vector<std::string> sounds_;  // files of the timeline
  std::map<std::string, std::vector<Narrated>> pages_;
  std::map<std::string, std::string> changed_;  // entries, by name
  std::vector<std::pair<std::string, std::string>> added_;
  PackageAdditions additions_;
  std::size_t segments_ = 0;
  std::size_t differing_ = 0;  // whose text is not the page's
};

}  // namespace

void WriteNarratedEpub(const fs::path& path, const fs::path& book, const Script& script,
                       const Timeline& timeline, const PublishedAudio& audio) {
  NarratedEpub(book, script, timeline, audio).Write(path);
}

}  // namespace fullcast
