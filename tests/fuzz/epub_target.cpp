#include "fuzz/archive_of.h"
#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzEpub(std::string_view bytes) { ReadAndCheck(ArchiveOf(bytes), "story.epub"); }

}  // namespace fullcast::fuzz
