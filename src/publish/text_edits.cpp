#include "publish/text_edits.h"

#include "core/error.h"

namespace fullcast {

void RefuseUtf16(const std::string& document, const std::string& name) {
  const bool has_mark = document.starts_with("\xFF\xFE") || document.starts_with("\xFE\xFF");
  const bool has_zero = document.size() > 1 && (document[0] == '\0' || document[1] == '\0');
  if (has_mark || has_zero) throw Error(Place{name}, "nothing can be put into UTF-16");
}

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
