#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzHtml(std::string_view bytes) { ReadAndCheck(bytes, "story.html"); }

}  // namespace fullcast::fuzz
