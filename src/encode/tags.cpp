#include "encode/tags.h"

#include <fmt/format.h>
#include <taglib/flacfile.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/tpropertymap.h>

#include <algorithm>

#include "core/error.h"
#include "encode/id3_chapters.h"
#include "encode/taglib_tags.h"

namespace fullcast {

namespace {

// What a file of ours tells.
TagLib::PropertyMap PropertiesOf(const Tags& tags) {
  TagLib::PropertyMap properties = PropertiesOf(tags.book);
  const auto set = [&properties](const char* key, const std::string& value) {
    properties.replace(key, TagLib::StringList(Utf8(value)));
  };
  if (!tags.part_title.empty()) set("TITLE", tags.part_title);
  if (tags.book.genre.empty()) set("GENRE", "Audiobook");
  if (!tags.comment.empty()) set("COMMENT", tags.comment);
  if (tags.part > 0) set("TRACKNUMBER", fmt::format("{}/{}", tags.part, tags.parts));
  return properties;
}

// FFmpeg, and who reads by it, takes DESCRIPTION for the comment: ours goes elsewhere.
void MoveComment(TagLib::PropertyMap& properties) {
  properties.replace("ENCODED-BY", properties["COMMENT"]);
  properties.erase("COMMENT");
}

// Comments CHAPTERxxx and CHAPTERxxxNAME, as Xiph's wiki describes them: from 000 to 999.
void AddChapterComments(TagLib::PropertyMap& properties, const std::vector<ChapterMark>& chapters) {
  const std::size_t most = MostChapters(Format::kFlac).value_or(chapters.size());
  constexpr std::int64_t kMsPerSecond = 1000;
  for (std::size_t i = 0; i < std::min(chapters.size(), most); ++i) {
    const std::int64_t ms = (chapters[i].sample * kMsPerSecond + kSampleRateHz / 2) / kSampleRateHz;
    const std::int64_t seconds = ms / kMsPerSecond;
    properties.replace(
        fmt::format("CHAPTER{:03}", i),
        TagLib::StringList(fmt::format("{:02}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60,
                                       seconds % 60, ms % kMsPerSecond)));
    properties.replace(fmt::format("CHAPTER{:03}NAME", i),
                       TagLib::StringList(Utf8(chapters[i].title)));
  }
}

bool WriteMpeg4(const char* path, const Tags& tags) {
  constexpr int kAudiobook = 2;
  TagLib::MP4::File file(path, false);
  if (!file.isValid()) return false;
  file.setProperties(PropertiesOf(tags));
  TagLib::MP4::Tag& tag = *file.tag();
  tag.setItem("stik", TagLib::MP4::Item(static_cast<TagLib::uchar>(kAudiobook)));
  tag.setItem("pgap", TagLib::MP4::Item(true));
  SetMpeg4Items(tag, tags.book);
  if (!tags.cover.empty()) SetCover(tag, tags.cover);
  return file.save();
}

bool WriteMp3(const char* path, const Tags& tags, const std::vector<ChapterMark>& chapters,
              std::int64_t samples) {
  using TagLib::MPEG::File;
  File file(path, false);
  if (!file.isValid()) return false;
  TagLib::ID3v2::Tag& tag = *file.ID3v2Tag(true);
  tag.setProperties(PropertiesOf(tags));
  if (!tags.cover.empty()) SetCover(tag, tags.cover);
  SetId3Chapters(tag, chapters, samples);
  return file.save(File::ID3v2, File::StripOthers, TagLib::ID3v2::v4, File::DoNotDuplicate);
}

bool WriteOpus(const char* path, const Tags& tags, const std::vector<ChapterMark>& chapters) {
  TagLib::Ogg::Opus::File file(path, false);
  if (!file.isValid()) return false;
  TagLib::PropertyMap properties = PropertiesOf(tags);
  MoveComment(properties);
  AddChapterComments(properties, chapters);
  file.setProperties(properties);
  if (!tags.cover.empty()) SetCover(*file.tag(), tags.cover);
  return file.save();
}

bool WriteFlac(const char* path, const Tags& tags, const std::vector<ChapterMark>& chapters) {
  TagLib::FLAC::File file(path, false);
  if (!file.isValid()) return false;
  TagLib::PropertyMap properties = PropertiesOf(tags);
  MoveComment(properties);
  AddChapterComments(properties, chapters);
  file.setProperties(properties);
  if (!tags.cover.empty()) SetCover(file, tags.cover);
  return file.save();
}

}  // namespace

std::size_t MostTagBytes(const Tags& tags, const std::vector<std::string>& titles) {
  // Around its text: of a freeform item of MPEG-4 70 and its name, of a chapter in ID3 60.
  constexpr std::size_t kItemBytes = 128;
  constexpr std::size_t kItems = 32;
  std::size_t bytes = tags.cover.size() + kItems * kItemBytes;
  for (const auto& [key, values] : PropertiesOf(tags)) {
    // An item for each value; a description is written twice.
    bytes += std::size_t{2} * values.toString().data(TagLib::String::UTF8).size() +
             std::size_t{values.size()} * kItemBytes;
  }
  for (const std::string& title : titles) bytes += title.size() + kItemBytes;
  return bytes;
}

void WriteTags(const std::filesystem::path& path, Format format, const Tags& tags,
               const std::vector<ChapterMark>& chapters, std::int64_t samples) {
  const auto write = [&] {
    switch (format) {
      case Format::kM4b:
      case Format::kM4a:
        return WriteMpeg4(path.c_str(), tags);
      case Format::kMp3:
        return WriteMp3(path.c_str(), tags, chapters, samples);
      case Format::kOpus:
        return WriteOpus(path.c_str(), tags, chapters);
      case Format::kFlac:
        return WriteFlac(path.c_str(), tags, chapters);
      case Format::kWav:
        break;
    }
    return false;
  };
  if (!write()) throw Error("cannot write the tags of " + path.string());
}

}  // namespace fullcast
