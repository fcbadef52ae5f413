// Where the things are that tests run and read.
#pragma once

#include <filesystem>

namespace fullcast::test {

/// The program that was built.
std::filesystem::path ProgramPath();

/// The project's own files.
std::filesystem::path SourceFolder();

/// Books and benchmarks beside the project; tests that need them skip where they are absent.
std::filesystem::path SharedFolder();

}  // namespace fullcast::test
