#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzMarkdown(std::string_view bytes) { ReadAndCheck(bytes, "story.md"); }

}  // namespace fullcast::fuzz
