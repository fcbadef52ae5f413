#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "fuzz/targets.h"
#include "inspect/inspect.h"

namespace fullcast::fuzz {

// A file without a name, as its readers want a path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(memfd_create("audiobook", 0)) {
    if (file_ < 0 || write(file_, bytes.data(), bytes.size()) != ssize_t(bytes.size())) {
      std::abort();
    }
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::filesystem::path path() const {
    return "/proc/self/fd/" + std::to_string(file_);
  }

 private:
  int file_;
};

// Whatever it is, it is one file with a finding or more, each of which says what to do if it is
// none that passes.
void FuzzAudiobook(std::string_view bytes) {
  const MemoryFile file(bytes);
  const Inspection found = Inspect({file.path()}, Profile{}, [](const auto&) {});
  if (found.files.size() != 1 || found.files.front().findings.empty()) std::abort();
  for (const Finding& finding : found.files.front().findings) {
    if (finding.verdict != Verdict::kPass && finding.advice.empty()) std::abort();
  }
}

}  // namespace fullcast::fuzz
