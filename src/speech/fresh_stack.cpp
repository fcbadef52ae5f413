#include "speech/fresh_stack.h"

#include <pthread.h>
#include <sys/mman.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include "core/error.h"

namespace fullcast {
namespace {

constexpr std::size_t kStackBytes = std::size_t{8} << 20;

// What most calls use of it. To clear that much is cheaper than to get it anew from the system.
constexpr std::size_t kUsualBytes = std::size_t{128} << 10;

std::byte* TheStack() {
  static std::byte* const stack = [] {
    void* memory = mmap(nullptr, kStackBytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) throw SystemError("making a stack for the speech engine");
    return static_cast<std::byte*>(memory);
  }();
  return stack;
}

void* Run(void* call) {
  (**static_cast<const std::function<void()>**>(call))();
  return nullptr;
}

}  // namespace

void OnFreshStack(const std::function<void()>& call) {
  std::byte* const stack = TheStack();
  constexpr std::size_t kRarelyUsed = kStackBytes - kUsualBytes;
  madvise(stack, kRarelyUsed, MADV_DONTNEED);
  std::memset(stack + kRarelyUsed, 0, kUsualBytes);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, stack, kStackBytes);
  pthread_t thread{};
  const std::function<void()>* called = &call;
  const int failed = pthread_create(&thread, &attributes, Run, &called);
  pthread_attr_destroy(&attributes);
  if (failed != 0) {
    errno = failed;
    throw SystemError("starting the speech engine");
  }
  pthread_join(thread, nullptr);
}

}  // namespace fullcast
