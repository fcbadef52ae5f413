// An EPUB 2 as one of version 3.
#pragma once

#include <map>
#include <string>

#include "book/epub/epub_package.h"
#include "book/source/archive.h"

namespace fullcast {

/// Entries of an archive that are not what they were, by name.
using ChangedEntries = std::map<std::string, std::string>;

/// The entry as it is now, to be changed. Throws Error if there is none.
std::string& EntryOf(Archive& archive, const std::string& entry, ChangedEntries& changed);

/// Changes the package and its pages (see ToEpub3Package(), ToEpub3Page()), takes the doctype from
/// its table of contents and its pictures, and returns the page of contents that an EPUB 3 must
/// have, to be added as `contents`. `name` is for messages. Throws Error.
std::string ToEpub3(Archive& archive, const EpubPackage& package, const std::string& name,
                    const std::string& contents, ChangedEntries& changed);

}  // namespace fullcast
