#include "produce/pieces/worker_pool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/child_process.h"
#include "core/error.h"
#include "core/file.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using ::testing::HasSubstr;
using Work = WorkerPool::Work;

// Gives the numbers from 0 as jobs to the pool and takes all results.
std::map<std::size_t, WorkerPool::Result> RunAll(WorkerPool& pool, std::size_t jobs) {
  std::map<WorkerPool::Ticket, std::size_t> numbers;
  std::map<std::size_t, WorkerPool::Result> results;
  std::size_t submitted = 0;
  while (results.size() < jobs) {
    while (submitted < jobs && pool.HasIdleWorker()) {
      const WorkerPool::Ticket ticket = pool.Submit(std::to_string(submitted));
      numbers[ticket] = submitted++;
    }
    WorkerPool::Result result = pool.Wait();
    results[numbers.at(result.ticket)] = result;
  }
  return results;
}

TEST(WorkerPool, EveryJobComesBackOnce) {
  for (const std::size_t workers : {1U, 2U, 5U}) {
    WorkerPool pool(workers, []() -> Work {
      return [](std::string_view job) { return "done: " + std::string(job); };
    });
    const auto results = RunAll(pool, 20);
    for (std::size_t job = 0; job < 20; ++job) {
      EXPECT_FALSE(results.at(job).failed);
      EXPECT_EQ(results.at(job).bytes, "done: " + std::to_string(job));
    }
  }
}

TEST(WorkerPool, AsManyWorkersAsCoresHaveOneEach) {
  const std::vector<int> cores = AllowedCores();
  ASSERT_FALSE(cores.empty());
  const auto start = []() -> Work {
    return [](std::string_view) { return fmt::format("{}", fmt::join(AllowedCores(), " ")); };
  };
  const auto cores_of = [&](std::size_t workers) {
    WorkerPool pool(workers, start);
    std::set<std::string> found;
    for (std::size_t i = 0; i < workers; ++i) pool.Submit("");
    while (pool.IsBusy()) found.insert(pool.Wait().bytes);
    return found;
  };
  std::set<std::string> each;
  for (const int core : cores) each.insert(std::to_string(core));
  EXPECT_EQ(cores_of(cores.size()), each);
  const std::set<std::string> all = {fmt::format("{}", fmt::join(cores, " "))};
  EXPECT_EQ(cores_of(cores.size() + 1), all);
}

TEST(WorkerPool, LargeJobsAndResultsArriveWhole) {
  WorkerPool pool(1,
                  []() -> Work { return [](std::string_view job) { return std::string(job); }; });
  const std::string job(10'000'000, 'x');
  pool.Submit(job);
  EXPECT_EQ(pool.Wait().bytes, job);
}

TEST(WorkerPool, AJobWhoseWorkerDiesIsDoneByAnother) {
  const test::TemporaryFolder folder;
  WorkerPool pool(2, [&]() -> Work {
    return [&](std::string_view job) {
      const auto mark = folder / "died";
      if (job == "3" && !std::filesystem::exists(mark)) {
        WriteFile(mark, "");
        raise(SIGKILL);
      }
      return std::string(job);
    };
  });
  EXPECT_EQ(RunAll(pool, 6).at(3).bytes, "3");
}

TEST(WorkerPool, AWorkerThatDiedIdleIsReplaced) {
  WorkerPool pool(1, []() -> Work {
    return [](std::string_view /*job*/) { return std::to_string(getpid()); };
  });
  pool.Submit("");
  const pid_t worker = std::stoi(pool.Wait().bytes);
  kill(worker, SIGKILL);
  pool.Submit("");
  EXPECT_NE(std::stoi(pool.Wait().bytes), worker);
}

TEST(WorkerPool, AJobThatKillsTwoWorkersHasFailedAndTheOthersGoOn) {
  WorkerPool pool(2, []() -> Work {
    return [](std::string_view job) -> std::string {
      if (job == "1") _exit(7);
      if (job == "2") raise(SIGKILL);
      return std::string(job);
    };
  });
  const auto results = RunAll(pool, 5);
  EXPECT_TRUE(results.at(1).failed);
  EXPECT_THAT(results.at(1).bytes, HasSubstr("ended with status 7"));
  EXPECT_THAT(results.at(2).bytes, HasSubstr("fewer --jobs"));
  for (const std::size_t job : {0U, 3U, 4U}) EXPECT_FALSE(results.at(job).failed);
}

TEST(WorkerPool, AJobThatThrewHasFailedWithItsMessage) {
  WorkerPool pool(1, []() -> Work {
    return [](std::string_view job) -> std::string {
      if (job == "0") throw Error("no such voice");
      throw std::bad_alloc();
    };
  });
  const auto results = RunAll(pool, 2);
  EXPECT_TRUE(results.at(0).failed);
  EXPECT_EQ(results.at(0).bytes, "no such voice");
  EXPECT_TRUE(results.at(1).failed);
  EXPECT_THAT(results.at(1).bytes, HasSubstr("out of memory"));
}

TEST(WorkerPool, AWorkerIsMadeWhenItsFirstJobIs) {
  const test::TemporaryFolder folder;
  const std::string made = folder / "made";
  const auto count = [&] { return std::filesystem::exists(made) ? ReadFile(made).size() : 0; };
  WorkerPool pool(5, [&]() -> Work {
    std::ofstream(made, std::ios::app) << "x";
    return [](std::string_view job) { return std::string(job); };
  });
  EXPECT_EQ(count(), 0U);
  for (int i = 0; i < 3; ++i) {
    pool.Submit("");
    (void)pool.Wait();
  }
  EXPECT_EQ(count(), 1U);
  pool.EndWorkers();
  pool.Submit("again");
  EXPECT_EQ(pool.Wait().bytes, "again");
  EXPECT_EQ(count(), 2U);
}

TEST(WorkerPool, AWorkerHoldsNoFileOfItsParent) {
  const int file = open("/dev/null", O_RDONLY);
  WorkerPool pool(1, [=]() -> Work {
    return [=](std::string_view) { return fcntl(file, F_GETFD) < 0 ? "closed" : "open"; };
  });
  pool.Submit("");
  EXPECT_EQ(pool.Wait().bytes, "closed");
  close(file);
}

TEST(WorkerPool, LeavesNoProcessBehind) {
  pid_t worker = 0;
  {
    WorkerPool pool(1, []() -> Work {
      return [](std::string_view /*job*/) { return std::to_string(getpid()); };
    });
    pool.Submit("");
    worker = std::stoi(pool.Wait().bytes);
    EXPECT_EQ(kill(worker, 0), 0);
  }
  EXPECT_EQ(kill(worker, 0), -1);
}

}  // namespace
}  // namespace fullcast
