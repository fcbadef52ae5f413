#include "speech/isolated_synthesizer.h"

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
  return [engine](int socket, const UtteranceLimits& limits) {
    ServeUtterances(socket, *engine, limits);
  };
}

Speech SpeakIsolated(FunctionSynthesizer::Function function, UtteranceLimits limits = {}) {
  IsolatedSynthesizer isolated(Serving(std::move(function)), limits);
  return isolated.Speak({"text", {}});
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

TEST(IsolatedSynthesizer, ReturnsWhatTheChildSpoke) {
  const Speech speech = SpeakIsolated([](const Utterance& utterance) {
    return Speech{ManySamples(), {{1, 2, 3}, {4, 5, 6}}, "", false, utterance.text};
  });
  EXPECT_EQ(speech.samples, ManySamples());
  ASSERT_EQ(speech.words.size(), 2U);
  EXPECT_EQ(speech.words[1].text_begin, 4U);
  EXPECT_EQ(speech.words[1].text_length, 5U);
  EXPECT_EQ(speech.words[1].sample, 6U);
  EXPECT_EQ(speech.phonemes, "text");
}

TEST(IsolatedSynthesizer, WhatHasADefectHasNoSamples) {
  const Speech speech = SpeakIsolated([](const Utterance&) {
    return Speech{Samples(100000, 0.25F), {}, "too much sound"};
  });
  EXPECT_TRUE(speech.samples.empty());
  EXPECT_EQ(speech.defect, "too much sound");
}

TEST(IsolatedSynthesizer, LeavesNothingOfTheChildBehind) {
  int spoken = 0;
  for (int i = 0; i < 3; ++i) {
    const Speech speech = SpeakIsolated([&spoken](const Utterance&) {
      ++spoken;
      return Speech{Samples(static_cast<std::size_t>(spoken)), {}, ""};
    });
    EXPECT_EQ(speech.samples.size(), 1U);
  }
  EXPECT_EQ(spoken, 0);
}

TEST(IsolatedSynthesizer, SurvivesACrash) {
  const Speech speech = SpeakIsolated([](const Utterance&) -> Speech { abort(); });
  EXPECT_TRUE(speech.samples.empty());
  EXPECT_THAT(speech.defect, HasSubstr("crashed (signal 6"));
  EXPECT_FALSE(speech.may_pass);
}

TEST(IsolatedSynthesizer, AChildThatIsKilledIsReplaced) {
  void* memory =
      mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  int& children = *static_cast<int*>(memory);  // of all processes
  const Speech speech = SpeakIsolated([&children](const Utterance&) {
    if (++children == 1) raise(SIGKILL);
    return Speech{Samples(7), {}, ""};
  });
  EXPECT_EQ(speech.samples.size(), 7U);
  EXPECT_EQ(speech.defect, "");
  EXPECT_EQ(children, 2);
  EXPECT_THROW(SpeakIsolated([](const Utterance&) -> Speech {
                 raise(SIGKILL);
                 Sleep();
               }),
               Error);
  munmap(memory, sizeof(int));
}

TEST(IsolatedSynthesizer, EndsABusyLoopByItsCpuTime) {
  UtteranceLimits limits;
  limits.cpu = seconds(1);
  const Speech speech = SpeakIsolated(
      [](const Utterance&) -> Speech {
        for (volatile unsigned i = 0;;) i = i + 1;
      },
      limits);
  EXPECT_THAT(speech.defect, HasSubstr("busy after 1 s of CPU time"));
}

TEST(IsolatedSynthesizer, EndsAChildThatStandsStill) {
  UtteranceLimits limits;
  limits.wall = seconds(2);
  const Speech speech = SpeakIsolated([](const Utterance&) -> Speech { Sleep(); }, limits);
  EXPECT_THAT(speech.defect, HasSubstr("stood still for 2 s"));
  EXPECT_TRUE(speech.may_pass);
}

TEST(IsolatedSynthesizer, BoundsTheMemoryOfAChild) {
  UtteranceLimits limits;
  limits.memory_bytes = 100U << 20U;
  const Speech speech = SpeakIsolated(
      [](const Utterance&) {
        return Speech{Samples(std::size_t{1} << 30U), {}, ""};
      },
      limits);
  EXPECT_TRUE(speech.samples.empty());
  EXPECT_FALSE(speech.defect.empty());
  EXPECT_TRUE(speech.may_pass);
}

TEST(IsolatedSynthesizer, ThrowsTheErrorsOfTheChild) {
  try {
    SpeakIsolated([](const Utterance&) -> Speech { throw Error("no such voice"); });
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "no such voice");
  }
}

TEST(IsolatedSynthesizerDeathTest, StopsWhenInterrupted) {
  const auto interrupted_while_waiting = [] {
    CatchInterrupts();
    const pid_t self = getpid();
    try {
      SpeakIsolated([self](const Utterance&) -> Speech {
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
TEST(IsolatedSynthesizer, TheChildDiesWithItsParent) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const pid_t parent = fork();
  if (parent == 0) {
    close(ends[0]);
    dup2(ends[1], STDIN_FILENO);
    SpeakIsolated([](const Utterance&) -> Speech {
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

TEST(IsolatedSynthesizer, KeepsNoFileOfItsMakerOpen) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  IsolatedSynthesizer isolated(Serving([](const Utterance&) {
    return Speech{Samples(7), {}, ""};
  }));
  close(ends[1]);
  char byte = 0;
  EXPECT_EQ(read(ends[0], &byte, 1), 0);
  close(ends[0]);
  EXPECT_EQ(isolated.Speak({"text", {}}).samples.size(), 7U);
}

// By its child, which dies of it.
TEST(IsolatedSynthesizer, AnEngineProcessThatIsKilledIsReplaced) {
  IsolatedSynthesizer isolated(Serving([](const Utterance& utterance) {
    if (utterance.text == "kill") {
      kill(getppid(), SIGKILL);
      Sleep();
    }
    return Speech{Samples(7), {}, utterance.text};
  }));
  EXPECT_EQ(isolated.Speak({"before", {}}).defect, "before");
  EXPECT_THROW(isolated.Speak({"kill", {}}), Error);
  EXPECT_EQ(isolated.Speak({"after", {}}).defect, "after");
}

TEST(IsolatedSynthesizer, GoesOnAfterACrash) {
  IsolatedSynthesizer isolated(Serving([](const Utterance& utterance) {
    if (utterance.text == "crash") abort();
    if (utterance.text == "error") throw Error("no such voice");
    return Speech{Samples(7), {}, utterance.text};
  }));
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(isolated.Speak({"crash", {}}).defect, HasSubstr("crashed (signal 6"));
    EXPECT_THROW(isolated.Speak({"error", {}}), Error);
    EXPECT_EQ(isolated.Speak({"fine", {}}).defect, "fine");
  }
}

}  // namespace
}  // namespace fullcast
