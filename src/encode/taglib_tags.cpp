#include "encode/taglib_tags.h"

#include <taglib/attachedpictureframe.h>
#include <taglib/flacpicture.h>
#include <taglib/mp4coverart.h>

#include <memory>

#include "encode/picture.h"
#include "encode/series.h"

namespace fullcast {

namespace {

TagLib::ByteVector Bytes(const std::string& bytes) {
  return {bytes.data(), static_cast<unsigned>(bytes.size())};
}

bool IsPng(const std::string& picture) { return picture.starts_with("\x89PNG"); }

const char* MimeType(const std::string& picture) {
  return IsPng(picture) ? "image/png" : "image/jpeg";
}

std::unique_ptr<TagLib::FLAC::Picture> FlacPicture(const std::string& cover) {
  const libav::Picture read = libav::ReadPicture(cover);
  auto picture = std::make_unique<TagLib::FLAC::Picture>();
  picture->setType(TagLib::FLAC::Picture::FrontCover);
  picture->setMimeType(MimeType(cover));
  picture->setWidth(read.width);
  picture->setHeight(read.height);
  picture->setColorDepth(read.depth_bits);
  picture->setNumColors(read.colors);
  picture->setData(Bytes(cover));
  return picture;
}

}  // namespace

TagLib::String Utf8(const std::string& text) { return {text, TagLib::String::UTF8}; }

TagLib::PropertyMap PropertiesOf(const BookInfo& book) {
  TagLib::PropertyMap properties;
  const auto set = [&properties](const char* key, const std::string& value) {
    if (!value.empty()) properties.replace(key, TagLib::StringList(Utf8(value)));
  };
  const Series series = SeriesOf(book);
  set("TITLE", book.title);
  set("ALBUM", book.title);
  set("ARTIST", book.author);
  set("ALBUMARTIST", book.author);
  set("COMPOSER", book.narrator);
  set("DATE", book.year);
  set("GENRE", book.genre);
  set("DESCRIPTION", book.description);
  set("SERIES", series.name);
  set("SERIES-PART", series.part);
  return properties;
}

void SetMpeg4Items(TagLib::MP4::Tag& tag, const BookInfo& book) {
  const TagLib::PropertyMap properties = PropertiesOf(book);
  for (const char* key : {"SERIES", "SERIES-PART"}) {
    const std::string item = std::string("----:com.apple.iTunes:") + key;
    if (properties.contains(key)) tag.setItem(item, properties[key]);
  }
  if (!book.description.empty()) {
    tag.setItem("desc", TagLib::StringList(Utf8(book.description)));
    tag.setItem("ldes", TagLib::StringList(Utf8(book.description)));
  }
}

void SetCover(TagLib::MP4::Tag& tag, const std::string& cover) {
  libav::ReadPicture(cover);
  const auto format = IsPng(cover) ? TagLib::MP4::CoverArt::PNG : TagLib::MP4::CoverArt::JPEG;
  TagLib::MP4::CoverArtList covers;
  covers.append(TagLib::MP4::CoverArt(format, Bytes(cover)));
  tag.setItem("covr", covers);
}

void SetCover(TagLib::ID3v2::Tag& tag, const std::string& cover) {
  libav::ReadPicture(cover);
  auto picture = std::make_unique<TagLib::ID3v2::AttachedPictureFrame>();
  picture->setType(TagLib::ID3v2::AttachedPictureFrame::FrontCover);
  picture->setMimeType(MimeType(cover));
  picture->setPicture(Bytes(cover));
  tag.removeFrames("APIC");
  tag.addFrame(picture.release());
}

void SetCover(TagLib::Ogg::XiphComment& tag, const std::string& cover) {
  auto picture = FlacPicture(cover);
  tag.removeAllPictures();
  tag.addPicture(picture.release());
}

void SetCover(TagLib::FLAC::File& file, const std::string& cover) {
  auto picture = FlacPicture(cover);
  file.removePictures();
  file.addPicture(picture.release());
}

}  // namespace fullcast
