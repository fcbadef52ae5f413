#include "speech/forked_synthesizer.h"

#include <gmock/gmock.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "core/error.h"
#include "core/interrupt.h"
#include "function_synthesizer.h"

namespace fullcast {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

ServeEngine Serving(FunctionSynthesizer::Function function) {
  const auto engine = std::make_shared<FunctionEngine>(std::move(function));
  return
      [engine](int socket, const ForkLimits& limits) { ServeUtterances(socket, *engine, limits); };
}

Speech SpeakForked(FunctionSynthesizer::Function function, ForkLimits limits = {}) {
  ForkedSynthesizer forked(Serving(std::move(function)), limits);
  return forked.Speak({"text", {}});
}

[[noreturn]] void Sleep() {
  while (true) pause();
}

// No two of the first 65,536 are the same.
Samples ManySamples() {
  Samples samples;
  for (int i = 0; i < 300'000; ++i) {
    samples.push_back(static_cast<float>((i * 7) % 65'536 - 32'768) / 32'768.0F);
  }
  return samples;
}

TEST(ForkedSynthesizer, ReturnsWhatTheChildSpoke) {
  const Speech speech = SpeakForked([](const Utterance& utterance) {
    return Speech{ManySamples(), {{1, 2, 3}, {4, 5, 6}}, "", false, utterance.text};
  });
  EXPECT_EQ(speech.samples, ManySamples());
  ASSERT_EQ(speech.words.size(), 2U);
  EXPECT_EQ(speech.words[1].text_begin, 4U);
  EXPECT_EQ(speech.words[1].text_length, 5U);
  EXPECT_EQ(speech.words[1].sample, 6U);
  EXPECT_EQ(speech.phonemes, "text");
}

TEST(ForkedSynthesizer, WhatHasADefectHasNoSamples) {
  const Speech speech = SpeakForked([](const Utterance&) {
    return Speech{Samples(100000, 0.25F), {}, "too much sound"};
  });
  EXPECT_TRUE(speech.samples.empty());
  EXPECT_EQ(speech.defect, "too much sound");
}

TEST(ForkedSynthesizer, LeavesNothingOfTheChildBehind) {
  int spoken = 0;
  for (int i = 0; i < 3; ++i) {
    const Speech speech = SpeakForked([&spoken](const Utterance&) {
      ++spoken;
      return Speech{Samples(static_cast<std::size_t>(spoken)), {}, ""};
    });
    EXPECT_EQ(speech.samples.size(), 1U);
  }
  EXPECT_EQ(spoken, 0);
}

TEST(ForkedSynthesizer, SurvivesACrash) {
  const Speech speech = SpeakForked([](const Utterance&) -> Speech { abort(); });
  EXPECT_TRUE(speech.samples.empty());
  EXPECT_THAT(speech.defect, HasSubstr("crashed (signal 6"));
  EXPECT_FALSE(speech.may_pass);
}

TEST(ForkedSynthesizer, AChildThatIsKilledIsReplaced) {
  void* memory =
      mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  int& children = *static_cast<int*>(memory);  // of all processes
  const Speech speech = SpeakForked([&children](const Utterance&) {
    if (++children == 1) raise(SIGKILL);
    return Speech{Samples(7), {}, ""};
  });
  EXPECT_EQ(speech.samples.size(), 7U);
  EXPECT_EQ(speech.defect, "");
  EXPECT_EQ(children, 2);
  EXPECT_THROW(SpeakForked([](const Utterance&) -> Speech {
                 raise(SIGKILL);
                 Sleep();
               }),
               Error);
  munmap(memory, sizeof(int));
}

TEST(ForkedSynthesizer, EndsABusyLoopByItsCpuTime) {
  ForkLimits limits;
  limits.cpu = seconds(1);
  const Speech speech = SpeakForked(
      [](const Utterance&) -> Speech {
        for (volatile unsigned i = 0;;) i = i + 1;
      },
      limits);
  EXPECT_THAT(speech.defect, HasSubstr("busy after 1 s of CPU time"));
}

TEST(ForkedSynthesizer, EndsAChildThatStandsStill) {
  ForkLimits limits;
  limits.wall = seconds(2);
  const Speech speech = SpeakForked([](const Utterance&) -> Speech { Sleep(); }, limits);
  EXPECT_THAT(speech.defect, HasSubstr("stood still for 2 s"));
  EXPECT_TRUE(speech.may_pass);
}

TEST(ForkedSynthesizer, BoundsTheMemoryOfAChild) {
  ForkLimits limits;
  limits.memory_bytes = 100U << 20U;
  const Speech speech = SpeakForked(
      [](const Utterance&) {
        return Speech{Samples(std::size_t{1} << 30U), {}, ""};
      },
      limits);
  EXPECT_TRUE(speech.samples.empty());
  EXPECT_FALSE(speech.defect.empty());
  EXPECT_TRUE(speech.may_pass);
}

TEST(ForkedSynthesizer, ThrowsTheErrorsOfTheChild) {
  try {
    SpeakForked([](const Utterance&) -> Speech { throw Error("no such voice"); });
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "no such voice");
  }
}

TEST(ForkedSynthesizerDeathTest, StopsWhenInterrupted) {
  const auto interrupted_while_waiting = [] {
    CatchInterrupts();
    const pid_t self = getpid();
    try {
      SpeakForked([self](const Utterance&) -> Speech {
        kill(self, SIGINT);
        Sleep();
      });
    } catch (const Interrupted&) {
      _exit(42);
    }
    _exit(1);
  };
  EXPECT_EXIT(interrupted_while_waiting(), testing::ExitedWithCode(42), "");
}

// The engine's process keeps no file open but the standard ones.
TEST(ForkedSynthesizer, TheChildDiesWithItsParent) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const pid_t parent = fork();
  if (parent == 0) {
    close(ends[0]);
    dup2(ends[1], STDIN_FILENO);
    SpeakForked([](const Utterance&) -> Speech {
      const bool told = write(STDIN_FILENO, "x", 1) == 1;
      if (!told) _exit(1);
      Sleep();
    });
  }
  close(ends[1]);
  char byte = 0;
  ASSERT_EQ(read(ends[0], &byte, 1), 1);
  kill(parent, SIGKILL);
  waitpid(parent, nullptr, 0);
  // The pipe ends when the last process that holds its other end is gone.
  EXPECT_EQ(read(ends[0], &byte, 1), 0);
  close(ends[0]);
}

TEST(ForkedSynthesizer, KeepsNoFileOfItsMakerOpen) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  ForkedSynthesizer forked(Serving([](const Utterance&) { return Speech{Samples(7), {}, ""}; }));
  close(ends[1]);
  char byte = 0;
  EXPECT_EQ(read(ends[0], &byte, 1), 0);
  close(ends[0]);
  EXPECT_EQ(forked.Speak({"text", {}}).samples.size(), 7U);
}

// By its child, which dies of it.
TEST(ForkedSynthesizer, AnEngineProcessThatIsKilledIsReplaced) {
  ForkedSynthesizer forked(Serving([](const Utterance& utterance) {
    if (utterance.text == "kill") {
      kill(getppid(), SIGKILL);
      Sleep();
    }
    return Speech{Samples(7), {}, utterance.text};
  }));
  EXPECT_EQ(forked.Speak({"before", {}}).defect, "before");
  EXPECT_THROW(forked.Speak({"kill", {}}), Error);
  EXPECT_EQ(forked.Speak({"after", {}}).defect, "after");
}

TEST(ForkedSynthesizer, GoesOnAfterACrash) {
  ForkedSynthesizer forked(Serving([](const Utterance& utterance) {
    if (utterance.text == "crash") abort();
    if (utterance.text == "error") throw Error("no such voice");
    return Speech{Samples(7), {}, utterance.text};
  }));
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(forked.Speak({"crash", {}}).defect, HasSubstr("crashed (signal 6"));
    EXPECT_THROW(forked.Speak({"error", {}}), Error);
    EXPECT_EQ(forked.Speak({"fine", {}}).defect, "fine");
  }
}

}  // namespace
}  // namespace fullcast
