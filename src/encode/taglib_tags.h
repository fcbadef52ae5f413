// A book's tags and cover as TagLib knows them. Private to this room.
#pragma once

#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4tag.h>
#include <taglib/tpropertymap.h>
#include <taglib/xiphcomment.h>

#include <string>

#include "core/book.h"

namespace fullcast {

TagLib::String Utf8(const std::string& text);

/// What is known of the book, by TagLib's names, which it translates to each format's own: the
/// narrator is the composer, where players look for it; the series is parted, see series.h.
TagLib::PropertyMap PropertiesOf(const BookInfo& book);

/// What TagLib translates for no MPEG-4 file: series and the long description.
void SetMpeg4Items(TagLib::MP4::Tag& tag, const BookInfo& book);

/// Each replaces all covers by these bytes of a JPEG or PNG. Throws Error if they are neither.
void SetCover(TagLib::MP4::Tag& tag, const std::string& cover);
void SetCover(TagLib::ID3v2::Tag& tag, const std::string& cover);
void SetCover(TagLib::Ogg::XiphComment& tag, const std::string& cover);
void SetCover(TagLib::FLAC::File& file, const std::string& cover);

}  // namespace fullcast
