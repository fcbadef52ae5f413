#include "core/interrupt.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace fullcast {
namespace {

TEST(InterruptDeathTest, SignalsThatComeTogetherAreOneRequest) {
  EXPECT_EXIT(
      {
        CatchInterrupts();
        raise(SIGINT);
        raise(SIGINT);
        std::_Exit(InterruptSignal() == SIGINT ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

TEST(InterruptDeathTest, ALaterOneEndsTheProcessAtOnce) {
  EXPECT_EXIT(
      {
        CatchInterrupts();
        raise(SIGTERM);
        std::this_thread::sleep_for(std::chrono::milliseconds(800));
        raise(SIGTERM);
        std::_Exit(0);
      },
      testing::KilledBySignal(SIGTERM), "");
}

}  // namespace
}  // namespace fullcast
