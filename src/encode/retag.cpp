#include "encode/retag.h"

#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>

#include "core/error.h"
#include "core/file.h"
#include "encode/format.h"
#include "encode/taglib_tags.h"

namespace fullcast {

namespace {

// `tagged` has TagLib's properties.
template <typename Tagged>
void MergeProperties(Tagged& tagged, const BookInfo& book) {
  TagLib::PropertyMap properties = tagged.properties();
  const bool is_part = properties.contains("TRACKNUMBER");
  for (const auto& [key, values] : PropertiesOf(book)) {
    if (!is_part || key != "TITLE") properties.replace(key, values);
  }
  tagged.setProperties(properties);
}

bool RetagMpeg4(const char* path, const TagChanges& changes) {
  TagLib::MP4::File file(path, false);
  if (!file.isValid()) return false;
  MergeProperties(file, changes.book);
  SetMpeg4Items(*file.tag(), changes.book);
  if (!changes.cover.empty()) SetCover(*file.tag(), changes.cover);
  return file.save();
}

bool RetagMp3(const char* path, const TagChanges& changes) {
  using TagLib::MPEG::File;
  File file(path, false);
  if (!file.isValid()) return false;
  TagLib::ID3v2::Tag& tag = *file.ID3v2Tag(true);
  MergeProperties(tag, changes.book);
  if (!changes.cover.empty()) SetCover(tag, changes.cover);
  return file.save(File::ID3v2, File::StripNone, TagLib::ID3v2::v4, File::DoNotDuplicate);
}

bool RetagOpus(const char* path, const TagChanges& changes) {
  TagLib::Ogg::Opus::File file(path, false);
  if (!file.isValid()) return false;
  MergeProperties(file, changes.book);
  if (!changes.cover.empty()) SetCover(*file.tag(), changes.cover);
  return file.save();
}

bool RetagFlac(const char* path, const TagChanges& changes) {
  TagLib::FLAC::File file(path, false);
  if (!file.isValid()) return false;
  MergeProperties(file, changes.book);
  if (!changes.cover.empty()) SetCover(file, changes.cover);
  return file.save();
}

bool RetagInPlace(const char* path, Format format, const TagChanges& changes) {
  switch (format) {
    case Format::kM4b:
    case Format::kM4a:
      return RetagMpeg4(path, changes);
    case Format::kMp3:
      return RetagMp3(path, changes);
    case Format::kOpus:
      return RetagOpus(path, changes);
    case Format::kFlac:
      return RetagFlac(path, changes);
    case Format::kWav:
      break;
  }
  throw Error("a WAV file takes no tags");
}

}  // namespace

void Retag(const std::filesystem::path& path, const TagChanges& changes) {
  const std::string extension = path.extension().string();
  const Format format = FormatNamed(extension.empty() ? extension : extension.substr(1));
  if (!std::filesystem::is_regular_file(path)) throw Error("there is no file " + path.string());
  AtomicFile file(path);
  std::error_code error;
  std::filesystem::copy_file(path, file.temporary_path(),
                             std::filesystem::copy_options::overwrite_existing, error);
  if (error) throw Error("cannot copy " + path.string() + ": " + error.message());
  if (!RetagInPlace(file.temporary_path().c_str(), format, changes)) {
    throw Error("cannot write the tags of " + path.string() + ": it is no whole " +
                std::string(NameOf(format)) + " file");
  }
  file.Commit();
}

}  // namespace fullcast
