#include "publish/text_edits.h"

namespace fullcast {

std::string ApplyEdits(const std::string& document, std::span<const TextEdit> edits) {
  std::string result;
  std::size_t done = 0;
  for (const TextEdit& edit : edits) {
    result.append(document, done, edit.place.begin - done).append(edit.text);
    done = edit.place.end;
  }
  return result.append(document, done);
}

}  // namespace fullcast
