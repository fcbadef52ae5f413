#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzText(std::string_view bytes) { ReadAndCheck(bytes, "story.txt"); }

}  // namespace fullcast::fuzz
