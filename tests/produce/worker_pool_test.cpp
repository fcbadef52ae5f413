#include "produce/worker_pool.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <string>

#include "core/error.h"
#include "core/file.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using Work = WorkerPool::Work;

// Gives all jobs to the pool and takes all results.
std::map<std::size_t, std::string> RunAll(WorkerPool& pool, std::size_t jobs) {
  std::map<std::size_t, std::string> results;
  std::size_t submitted = 0;
  while (results.size() < jobs) {
    while (submitted < jobs && pool.HasIdleWorker()) pool.Submit(submitted++);
    WorkerPool::Result result = pool.Wait();
    results[result.job] = result.bytes;
  }
  return results;
}

TEST(WorkerPool, EveryJobComesBackOnce) {
  for (const std::size_t workers : {1U, 2U, 5U}) {
    WorkerPool pool(workers, []() -> Work {
      return [](std::size_t job) { return std::string(job * 1000, static_cast<char>('a' + job)); };
    });
    const auto results = RunAll(pool, 20);
    for (std::size_t job = 0; job < 20; ++job) {
      EXPECT_EQ(results.at(job), std::string(job * 1000, static_cast<char>('a' + job)));
    }
  }
}

TEST(WorkerPool, LargeResultsArriveWhole) {
  WorkerPool pool(2, []() -> Work {
    return [](std::size_t job) { return std::string(10'000'000 + job, 'x'); };
  });
  for (const auto& [job, bytes] : RunAll(pool, 4)) EXPECT_EQ(bytes.size(), 10'000'000 + job);
}

TEST(WorkerPool, AJobWhoseWorkerDiesIsDoneByAnother) {
  const test::TemporaryFolder folder;
  WorkerPool pool(2, [&]() -> Work {
    return [&](std::size_t job) {
      const auto mark = folder / "died";
      if (job == 3 && !std::filesystem::exists(mark)) {
        WriteFile(mark, "");
        raise(SIGKILL);
      }
      return std::to_string(job);
    };
  });
  EXPECT_EQ(RunAll(pool, 6).at(3), "3");
}

TEST(WorkerPool, AJobThatKillsTwoWorkersIsAnError) {
  WorkerPool pool(1, []() -> Work { return [](std::size_t /*job*/) -> std::string { _exit(7); }; });
  pool.Submit(0);
  try {
    pool.Wait();
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("ended with status 7"));
  }
}

TEST(WorkerPool, AnErrorOfAJobReachesItsOwner) {
  WorkerPool pool(1, []() -> Work {
    return [](std::size_t /*job*/) -> std::string { throw Error("no such voice"); };
  });
  pool.Submit(0);
  EXPECT_THROW(
      {
        try {
          pool.Wait();
        } catch (const Error& error) {
          EXPECT_STREQ(error.what(), "no such voice");
          throw;
        }
      },
      Error);
}

TEST(WorkerPool, LeavesNoProcessBehind) {
  pid_t worker = 0;
  {
    WorkerPool pool(
        1, []() -> Work { return [](std::size_t /*job*/) { return std::to_string(getpid()); }; });
    pool.Submit(0);
    worker = std::stoi(pool.Wait().bytes);
    EXPECT_EQ(kill(worker, 0), 0);
  }
  EXPECT_EQ(kill(worker, 0), -1);
}

}  // namespace
}  // namespace fullcast
