#include "speech/engine_heap.h"

#ifdef FULLCAST_HEAP_OF_SANITIZERS

namespace fullcast {

std::span<std::byte> EngineHeap() { return {}; }

}  // namespace fullcast

#else

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>

namespace fullcast {
namespace {

// As much as an utterance may take, or what of it may be had; what nobody touches takes no memory.
constexpr std::size_t kMostHeapBytes = std::size_t{1} << 29;
constexpr std::size_t kLeastHeapBytes = std::size_t{1} << 25;
constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kAlignment = 16;
constexpr std::size_t kLeastBytes = 32;
constexpr std::size_t kNoClass = 0;
constexpr std::size_t kPointerBytes = sizeof(void*);

// Stands before what malloc() gives out. Blocks are powers of two, and a free one holds the next
// free one of its class.
struct alignas(kAlignment) Block {
  std::size_t size_class = kNoClass;  // of none: it is never free again
  std::size_t bytes = 0;              // behind this
};

// Stands at the beginning of the heap, and so is put back with it.
struct Heap {
  std::byte* top = nullptr;
  std::byte* end = nullptr;
  std::array<Block*, 8 * sizeof(std::size_t)> free{};
  std::atomic_flag lock = ATOMIC_FLAG_INIT;
};

// The engine's library has a thread, which may allocate.
class Lock {
 public:
  explicit Lock(std::atomic_flag& flag) : flag_(flag) {
    while (flag_.test_and_set(std::memory_order_acquire)) {
    }
  }
  ~Lock() { flag_.clear(std::memory_order_release); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  std::atomic_flag& flag_;
};

Heap* MakeHeap() {
  for (std::size_t bytes = kMostHeapBytes; bytes >= kLeastHeapBytes; bytes /= 2) {
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) continue;
    Heap* heap = new (memory) Heap;
    heap->top = static_cast<std::byte*>(memory) + kPageBytes;
    heap->end = static_cast<std::byte*>(memory) + bytes;
    return heap;
  }
  return nullptr;
}

// Made at the first call, before there are threads.
Heap* TheHeap() {
  static Heap* heap = nullptr;
  if (heap == nullptr) heap = MakeHeap();
  return heap;
}

void* Memory(Block* block) { return block + 1; }

Block* BlockOf(void* memory) { return static_cast<Block*>(memory) - 1; }

void* OutOfMemory() {
  errno = ENOMEM;
  return nullptr;
}

// All zeros: the engine reads what it has not set, and must not hear from what lay there before.
void* Allocate(std::size_t bytes) {
  Heap* heap = TheHeap();
  if (heap == nullptr || bytes > kMostHeapBytes) return OutOfMemory();
  const std::size_t whole = std::bit_ceil(std::max(bytes + sizeof(Block), kLeastBytes));
  const auto size_class = static_cast<std::size_t>(std::countr_zero(whole));
  const Lock lock(heap->lock);
  Block*& free = heap->free[size_class];
  if (free != nullptr) {
    Block* block = free;
    std::memcpy(&free, Memory(block), kPointerBytes);
    return std::memset(Memory(block), 0, block->bytes);
  }
  if (whole > static_cast<std::size_t>(heap->end - heap->top)) return OutOfMemory();
  auto* block = new (heap->top) Block{size_class, whole - sizeof(Block)};
  heap->top += whole;
  return Memory(block);
}

void Free(void* memory) {
  if (memory == nullptr || BlockOf(memory)->size_class == kNoClass) return;
  Heap* heap = TheHeap();
  Block* block = BlockOf(memory);
  const Lock lock(heap->lock);
  Block*& free = heap->free[block->size_class];
  std::memcpy(memory, &free, kPointerBytes);
  free = block;
}

void* Reallocate(void* memory, std::size_t bytes) {
  if (memory == nullptr) return Allocate(bytes);
  const std::size_t before = BlockOf(memory)->bytes;
  if (bytes <= before) return memory;
  void* larger = Allocate(bytes);
  if (larger == nullptr) return nullptr;
  std::memcpy(larger, memory, before);
  Free(memory);
  return larger;
}

// Lies inside of a block, behind a head of its own. Hardly anybody asks for it.
void* AllocateAligned(std::size_t alignment, std::size_t bytes) {
  if (alignment <= kAlignment) return Allocate(bytes);
  auto* memory = static_cast<std::byte*>(Allocate(bytes + alignment + sizeof(Block)));
  if (memory == nullptr) return nullptr;
  const auto address = reinterpret_cast<std::uintptr_t>(memory + sizeof(Block));
  std::byte* aligned = memory + sizeof(Block) + (alignment - address % alignment) % alignment;
  new (aligned - sizeof(Block)) Block{kNoClass, bytes};
  return aligned;
}

}  // namespace

std::span<std::byte> EngineHeap() {
  Heap* heap = TheHeap();
  if (heap == nullptr) return {};
  auto* begin = reinterpret_cast<std::byte*>(heap);
  const auto bytes = static_cast<std::size_t>(heap->top - begin);
  return {begin, (bytes + kPageBytes - 1) / kPageBytes * kPageBytes};
}

}  // namespace fullcast

// In place of the C library's, for all of the process (see "Replacing malloc" in its manual), and
// so with its names.
// NOLINTBEGIN(readability-identifier-naming, readability-inconsistent-declaration-parameter-name)
extern "C" {

void* malloc(std::size_t bytes) { return fullcast::Allocate(bytes); }
void free(void* memory) { fullcast::Free(memory); }
void* realloc(void* memory, std::size_t bytes) { return fullcast::Reallocate(memory, bytes); }

void* calloc(std::size_t count, std::size_t bytes) {
  if (bytes != 0 && count > fullcast::kMostHeapBytes / bytes) return fullcast::OutOfMemory();
  return fullcast::Allocate(count * bytes);
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes) {
  return fullcast::AllocateAligned(alignment, bytes);
}

void* memalign(std::size_t alignment, std::size_t bytes) {
  return fullcast::AllocateAligned(alignment, bytes);
}

int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes) {
  *memory = fullcast::AllocateAligned(alignment, bytes);
  return *memory == nullptr ? ENOMEM : 0;
}

// This program leaves by _exit(), so that nothing is destroyed at its end. The C library's list of
// what is to be destroyed would grow with each variable that is made anew after the heap was put
// back, and lie in the heap.
int __cxa_atexit(void (*)(void*), void*, void*) { return 0; }

std::size_t malloc_usable_size(void* memory) {
  return memory == nullptr ? 0 : fullcast::BlockOf(memory)->bytes;
}

}  // extern "C"
   // NOLINTEND(readability-identifier-naming, readability-inconsistent-declaration-parameter-name)

#endif
