#include "encode/tags.h"

#include <fmt/format.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/flacfile.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/tpropertymap.h>

#include <algorithm>
#include <memory>

#include "core/error.h"
#include "encode/id3_chapters.h"
#include "encode/picture.h"
#include "encode/series.h"

namespace fullcast {

namespace {

TagLib::String Utf8(const std::string& text) { return {text, TagLib::String::UTF8}; }

TagLib::ByteVector Bytes(const std::string& bytes) {
  return {bytes.data(), static_cast<unsigned>(bytes.size())};
}

bool IsPng(const std::string& picture) { return picture.starts_with("\x89PNG"); }

const char* MimeType(const std::string& picture) {
  return IsPng(picture) ? "image/png" : "image/jpeg";
}

// By TagLib's names, which it translates to each format's own.
TagLib::PropertyMap PropertiesOf(const Tags& tags) {
  TagLib::PropertyMap properties;
  const auto set = [&properties](const char* key, const std::string& value) {
    if (!value.empty()) properties.replace(key, TagLib::StringList(Utf8(value)));
  };
  const BookInfo& book = tags.book;
  const Series series = ParseSeries(book.series);
  set("TITLE", tags.part_title.empty() ? book.title : tags.part_title);
  set("ALBUM", book.title);
  set("ARTIST", book.author);
  set("ALBUMARTIST", book.author);
  set("COMPOSER", book.narrator);  // where players look for the narrator
  set("DATE", book.year);
  set("GENRE", book.genre.empty() ? "Audiobook" : book.genre);
  set("DESCRIPTION", book.description);
  set("COMMENT", tags.comment);
  set("SERIES", series.name);
  set("SERIES-PART", series.part);
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
  constexpr std::size_t kMostChapters = 1000;
  constexpr std::int64_t kMsPerSecond = 1000;
  for (std::size_t i = 0; i < std::min(chapters.size(), kMostChapters); ++i) {
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

std::unique_ptr<TagLib::FLAC::Picture> FlacPicture(const std::string& cover) {
  constexpr int kColorDepth = 24;
  const libav::Picture size = libav::ReadPicture(cover);
  auto picture = std::make_unique<TagLib::FLAC::Picture>();
  picture->setType(TagLib::FLAC::Picture::FrontCover);
  picture->setMimeType(MimeType(cover));
  picture->setWidth(size.width);
  picture->setHeight(size.height);
  picture->setColorDepth(kColorDepth);
  picture->setData(Bytes(cover));
  return picture;
}

bool WriteMpeg4(const char* path, const Tags& tags) {
  constexpr int kAudiobook = 2;
  TagLib::MP4::File file(path, false);
  if (!file.isValid()) return false;
  const TagLib::PropertyMap properties = PropertiesOf(tags);
  file.setProperties(properties);
  TagLib::MP4::Tag& tag = *file.tag();
  tag.setItem("stik", TagLib::MP4::Item(static_cast<TagLib::uchar>(kAudiobook)));
  tag.setItem("pgap", TagLib::MP4::Item(true));
  for (const char* key : {"SERIES", "SERIES-PART"}) {
    const std::string item = std::string("----:com.apple.iTunes:") + key;
    if (properties.contains(key)) tag.setItem(item, properties[key]);
  }
  if (!tags.book.description.empty()) {
    tag.setItem("desc", TagLib::StringList(Utf8(tags.book.description)));
    tag.setItem("ldes", TagLib::StringList(Utf8(tags.book.description)));
  }
  if (!tags.cover.empty()) {
    const auto format =
        IsPng(tags.cover) ? TagLib::MP4::CoverArt::PNG : TagLib::MP4::CoverArt::JPEG;
    TagLib::MP4::CoverArtList covers;
    covers.append(TagLib::MP4::CoverArt(format, Bytes(tags.cover)));
    tag.setItem("covr", covers);
  }
  return file.save();
}

bool WriteMp3(const char* path, const Tags& tags, const std::vector<ChapterMark>& chapters,
              std::int64_t samples) {
  using TagLib::MPEG::File;
  File file(path, false);
  if (!file.isValid()) return false;
  TagLib::ID3v2::Tag& tag = *file.ID3v2Tag(true);
  tag.setProperties(PropertiesOf(tags));
  if (!tags.cover.empty()) {
    auto picture = std::make_unique<TagLib::ID3v2::AttachedPictureFrame>();
    picture->setType(TagLib::ID3v2::AttachedPictureFrame::FrontCover);
    picture->setMimeType(MimeType(tags.cover));
    picture->setPicture(Bytes(tags.cover));
    tag.removeFrames("APIC");
    tag.addFrame(picture.release());
  }
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
  if (!tags.cover.empty()) {
    file.tag()->removeAllPictures();
    file.tag()->addPicture(FlacPicture(tags.cover).release());
  }
  return file.save();
}

bool WriteFlac(const char* path, const Tags& tags, const std::vector<ChapterMark>& chapters) {
  TagLib::FLAC::File file(path, false);
  if (!file.isValid()) return false;
  TagLib::PropertyMap properties = PropertiesOf(tags);
  MoveComment(properties);
  AddChapterComments(properties, chapters);
  file.setProperties(properties);
  if (!tags.cover.empty()) {
    file.removePictures();
    file.addPicture(FlacPicture(tags.cover).release());
  }
  return file.save();
}

}  // namespace

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
