#include "support/paths.h"

namespace fullcast::test {

std::filesystem::path ProgramPath() { return FULLCAST_BINARY; }

std::filesystem::path SourceFolder() { return FULLCAST_SOURCE_DIR; }

std::filesystem::path SharedFolder() { return SourceFolder() / "../shared"; }

}  // namespace fullcast::test
