#include "encode/id3_chapters.h"

#include <taglib/chapterframe.h>
#include <taglib/id3v2synchdata.h>
#include <taglib/privateframe.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>

#include <algorithm>
#include <memory>
#include <string>

#include "core/pcm.h"
#include "encode/taglib_tags.h"

namespace fullcast {

namespace {

namespace id3 = TagLib::ID3v2;

constexpr std::size_t kMostEntries = 255;

// To the nearest millisecond.
unsigned Milliseconds(std::int64_t sample) {
  constexpr std::int64_t kMsPerSecond = 1000;
  return static_cast<unsigned>((sample * kMsPerSecond + kSampleRateHz / 2) / kSampleRateHz);
}

TagLib::ByteVector Id(const std::string& name, std::size_t number) {
  const std::string id = name + std::to_string(number);
  return {id.c_str(), static_cast<unsigned>(id.size())};
}

// A frame's title. FFmpeg, and who reads by it, takes the size of a frame within a chapter for a
// plain number, though it has seven bits a byte: for a size of 128 or more it sees a larger one,
// and loses the chapter if that is behind its end. So a zero ends a long title, and another frame
// fills the chapter up to what FFmpeg sees.
void AddTitle(id3::ChapterFrame& chapter, const std::string& text) {
  constexpr unsigned kMostPlain = 127;
  constexpr unsigned kHeaderBytes = 10;
  auto title = std::make_unique<id3::TextIdentificationFrame>("TIT2", TagLib::String::UTF8);
  title->setText(Utf8(text));
  if (text.size() + 1 <= kMostPlain) {
    chapter.addEmbeddedFrame(title.release());
    return;
  }
  title->setText(TagLib::StringList(Utf8(text)).append(TagLib::String()));
  const TagLib::ByteVector size = title->render().mid(4, 4);
  const unsigned bytes = id3::SynchData::toUInt(size);
  const unsigned filler_bytes = size.toUInt() - bytes - kHeaderBytes;
  auto filler = std::make_unique<id3::PrivateFrame>();
  filler->setOwner("fullcast");
  const unsigned owner_bytes = filler->owner().size() + 1;
  filler->setData(TagLib::ByteVector(filler_bytes - owner_bytes, '\0'));
  chapter.addEmbeddedFrame(title.release());
  chapter.addEmbeddedFrame(filler.release());
}

// The tag owns its frames.
void AddChapter(id3::Tag& tag, std::size_t number, const ChapterMark& mark, std::int64_t end) {
  constexpr unsigned kNoOffset = 0xFFFFFFFF;
  auto chapter = std::make_unique<id3::ChapterFrame>(Id("chp", number), Milliseconds(mark.sample),
                                                     Milliseconds(end), kNoOffset, kNoOffset);
  AddTitle(*chapter, mark.title);
  tag.addFrame(chapter.release());
}

void AddTable(id3::Tag& tag, const TagLib::ByteVector& id, const TagLib::ByteVectorList& entries,
              bool top_level) {
  auto table = std::make_unique<id3::TableOfContentsFrame>(id, entries);
  table->setIsTopLevel(top_level);
  table->setIsOrdered(true);
  tag.addFrame(table.release());
}

}  // namespace

void SetId3Chapters(id3::Tag& tag, const std::vector<ChapterMark>& chapters, std::int64_t samples) {
  tag.removeFrames("CHAP");
  tag.removeFrames("CTOC");
  if (chapters.empty()) return;
  std::vector<TagLib::ByteVectorList> tables;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    AddChapter(tag, i, chapters[i], i + 1 < chapters.size() ? chapters[i + 1].sample : samples);
    if (i % kMostEntries == 0) tables.emplace_back();
    tables.back().append(Id("chp", i));
  }
  if (tables.size() == 1) {
    AddTable(tag, "toc", tables.front(), true);
    return;
  }
  TagLib::ByteVectorList top;
  for (std::size_t i = 0; i < std::min(tables.size(), kMostEntries); ++i) {
    AddTable(tag, Id("toc", i), tables[i], false);
    top.append(Id("toc", i));
  }
  AddTable(tag, "toc", top, true);
}

}  // namespace fullcast
