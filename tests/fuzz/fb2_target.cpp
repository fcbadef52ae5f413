#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzFb2(std::string_view bytes) { ReadAndCheck(bytes, "story.fb2"); }

}  // namespace fullcast::fuzz
