#include "speech/saved_memory.h"

#include <link.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/error.h"

namespace fullcast {
namespace {

constexpr std::size_t kPageBytes = 4096;

std::uintptr_t PageAtOrBehind(std::uintptr_t address) {
  return (address + kPageBytes - 1) / kPageBytes * kPageBytes;
}

bool IsOfTheCLibrary(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.starts_with("libc.so") || name.starts_with("ld-linux") ||
         name.starts_with("linux-vdso");
}

// See elf(5): the segments that can be written to, less what is made read-only after relocation.
int AddVariables(dl_phdr_info* library, std::size_t /*size*/, void* data) {
  auto* found = static_cast<std::vector<std::span<std::byte>>*>(data);
  if (IsOfTheCLibrary(library->dlpi_name)) return 0;
  const std::span<const ElfW(Phdr)> headers(library->dlpi_phdr, library->dlpi_phnum);
  std::uintptr_t relocated_end = 0;
  for (const ElfW(Phdr) & header : headers) {
    if (header.p_type == PT_GNU_RELRO) {
      relocated_end = library->dlpi_addr + header.p_vaddr + header.p_memsz;
    }
  }
  for (const ElfW(Phdr) & header : headers) {
    if (header.p_type != PT_LOAD || (header.p_flags & PF_W) == 0) continue;
    const std::uintptr_t from = library->dlpi_addr + header.p_vaddr;
    const std::uintptr_t begin = PageAtOrBehind(std::max(from, relocated_end));
    const std::uintptr_t end = PageAtOrBehind(from + header.p_memsz);
    if (begin >= end) continue;
    // The loader tells of addresses as numbers. NOLINTNEXTLINE(performance-no-int-to-ptr)
    found->emplace_back(reinterpret_cast<std::byte*>(begin), end - begin);
  }
  return 0;
}

// Writes to those pages only that differ: a page that was never written to is shared.
void CopyPages(const std::byte* from, std::byte* to, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += kPageBytes) {
    const std::size_t count = std::min(kPageBytes, bytes - i);
    if (std::memcmp(from + i, to + i, count) != 0) std::memcpy(to + i, from + i, count);
  }
}

}  // namespace

std::vector<std::span<std::byte>> VariablesOfProgram() {
  std::vector<std::span<std::byte>> found;
  dl_iterate_phdr(AddVariables, &found);
  return found;
}

SavedMemory::SavedMemory(std::byte* begin, std::size_t most_bytes)
    : begin_(begin), most_bytes_(most_bytes) {
  void* copy = mmap(nullptr, most_bytes, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (copy == MAP_FAILED) throw SystemError("keeping the state of the speech engine");
  copy_ = static_cast<std::byte*>(copy);
}

SavedMemory::~SavedMemory() { munmap(copy_, most_bytes_); }

void SavedMemory::Save(std::size_t bytes) {
  if (bytes > most_bytes_) throw Error("the speech engine takes too much memory");
  saved_bytes_ = bytes;
  CopyPages(begin_, copy_, bytes);
}

void SavedMemory::PutBack(std::size_t bytes) const {
  CopyPages(copy_, begin_, saved_bytes_);
  if (bytes > saved_bytes_) std::memset(begin_ + saved_bytes_, 0, bytes - saved_bytes_);
}

}  // namespace fullcast
