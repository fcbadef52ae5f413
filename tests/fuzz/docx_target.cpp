#include "fuzz/archive_of.h"
#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzDocx(std::string_view bytes) { ReadAndCheck(ArchiveOf(bytes), "story.docx"); }

}  // namespace fullcast::fuzz
