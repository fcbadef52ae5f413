// Examines finished audiobooks, ours or another's.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "core/inspection.h"

namespace fullcast {

/// How far an inspection is.
struct InspectionProgress {
  std::size_t file = 0;  ///< from 1
  std::size_t files = 0;
  std::string name;
  double done_seconds = 0;  ///< of sound, in all files
  double seconds = 0;       ///< as the headers say
};

/// The audio files of a folder by name, or the one file. Throws Error if there is none.
std::vector<std::filesystem::path> AudioFilesAt(const std::filesystem::path& path);

/// Decodes the files whole, in constant memory. A picture beside a book's files stands for those
/// that they do not have. A file that can't be opened is a failed one. Throws
/// Interrupted.
Inspection Inspect(const std::vector<std::filesystem::path>& files, const Profile& profile,
                   const std::function<void(const InspectionProgress&)>& progress);

/// Only what is told of each file without decoding: takes no time. `alone`: each holds a whole
/// book.
Inspection InspectStructure(const std::vector<std::filesystem::path>& files, const Profile& profile,
                            bool alone);

}  // namespace fullcast
