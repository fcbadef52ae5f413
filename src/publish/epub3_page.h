// A page of an EPUB 2 as one of EPUB 3.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace fullcast {

/// What a reference like "&eacute;" stands for, in UTF-8, or the reference itself.
using EntityResolver = std::function<std::string(std::string_view)>;

struct Epub3Page {
  std::string bytes;
  std::string properties;  ///< that its manifest item must have: "svg", "mathml", "scripted"
};

/// The page with HTML's doctype in place of another, characters' numbers in place of entities that
/// no doctype declares any more, with the content type that HTML's meta element may tell and
/// without what it may not ("Content-Style-Type"), without style sheets that are no CSS, and with
/// HTML's own in place of obsolete markup (see html5_tag.h): also where an anchor has a name and no
/// id, a column no group, a list of definitions no term, a table its feet ahead of its rows. A
/// title that is empty becomes `title`. All else stays to the byte. Throws Error where it is no XML
/// or declares entities of its own.
Epub3Page ToEpub3Page(const std::string& page, const std::string& name, const std::string& title,
                      const EntityResolver& resolve);

}  // namespace fullcast
