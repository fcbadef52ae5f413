#include "inspect/inspect.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "audio/sound_survey.h"
#include "core/error.h"
#include "core/file.h"
#include "core/utf8.h"
#include "encode/audio_file.h"
#include "inspect/finding.h"
#include "inspect/folder_rules.h"
#include "inspect/limits.h"
#include "inspect/sound_rules.h"
#include "inspect/structure_rules.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

bool IsAudioName(const fs::path& path) {
  constexpr std::array<std::string_view, 14> kExtensions = {
      ".m4b", ".m4a", ".mp4", ".mp3",  ".opus", ".ogg", ".oga",
      ".aac", ".wav", ".w64", ".flac", ".aiff", ".caf", ".mka"};
  const std::string extension = Lowercase(path.extension().string());
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

// The picture that a book's files share, as libraries look for it.
Cover CoverBeside(const fs::path& path) {
  for (const char* name : {"cover.jpg", "cover.jpeg", "cover.png", "folder.jpg", "folder.png"}) {
    const fs::path picture = path.parent_path() / name;
    if (fs::is_regular_file(picture)) return DescribeCover(ReadFile(picture));
  }
  return {};
}

InspectedFile Describe(const fs::path& path, AudioFileInfo info, const Limits& limits, bool alone) {
  if (!alone && info.cover.bytes.empty()) info.cover = CoverBeside(path);
  InspectedFile file;
  file.path = path.string();
  file.format = info.container == info.codec ? info.codec : info.container + "/" + info.codec;
  file.rate_hz = info.rate_hz;
  file.channels = info.channels;
  file.seconds = info.duration_seconds;
  for (const FileChapter& chapter : info.chapters) {
    file.chapters.push_back({chapter.title, chapter.begin_seconds});
  }
  file.findings = CheckStructure(info, limits, alone);
  return file;
}

InspectedFile Unreadable(const fs::path& path, const std::string& reason) {
  InspectedFile file;
  file.path = path.string();
  file.findings = {Fail("readable", reason, "get or make the file again")};
  return file;
}

template <typename InspectOne>
Inspection InspectEach(const std::vector<fs::path>& paths, const InspectOne& inspect) {
  Inspection inspection;
  for (const fs::path& path : paths) {
    try {
      inspection.files.push_back(inspect(path));
    } catch (const Interrupted&) {
      throw;
    } catch (const Error& error) {
      inspection.files.push_back(Unreadable(path, error.what()));
    }
  }
  return inspection;
}

// As the headers say; what can't be opened counts nothing.
double SecondsOf(const std::vector<fs::path>& paths) {
  double seconds = 0;
  for (const fs::path& path : paths) {
    try {
      seconds += AudioFile(path).info().duration_seconds;
    } catch (const Interrupted&) {
      throw;
    } catch (const Error&) {
      continue;
    }
  }
  return seconds;
}

}  // namespace

std::vector<fs::path> AudioFilesAt(const fs::path& path) {
  if (!fs::is_directory(path)) {
    if (!fs::is_regular_file(path)) throw Error(path.string() + " is no file");
    return {path};
  }
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    const bool hidden = entry.path().filename().string().starts_with(".");
    if (!hidden && entry.is_regular_file() && IsAudioName(entry.path())) {
      files.push_back(entry.path());
    }
  }
  if (files.empty()) throw Error(path.string() + " holds no audio files");
  std::sort(files.begin(), files.end());
  return files;
}

Inspection Inspect(const std::vector<fs::path>& files, const Profile& profile,
                   const std::function<void(const InspectionProgress&)>& progress) {
  const Limits limits = LimitsOf(profile);
  InspectionProgress at;
  at.files = files.size();
  at.seconds = SecondsOf(files);
  Inspection inspection = InspectEach(files, [&](const fs::path& path) {
    ++at.file;
    at.name = path.filename().string();
    AudioFile reader(path);
    const AudioFileInfo& info = reader.info();
    SoundSurveyor surveyor(info.rate_hz, info.channels);
    const double samples_per_second = double{1} * info.rate_hz * info.channels;
    double reported_seconds = at.done_seconds;
    const DecodedSound decoded = reader.Decode([&](std::span<const float> samples) {
      constexpr double kReportSeconds = 60;
      surveyor.Add(samples);
      at.done_seconds += static_cast<double>(samples.size()) / samples_per_second;
      if (at.done_seconds < reported_seconds + kReportSeconds) return;
      reported_seconds = at.done_seconds;
      progress(at);
    });
    SoundSurvey survey = surveyor.Finish();
    InspectedFile file = Describe(path, info, limits, files.size() == 1);
    const auto heard = CheckSound(info, decoded, survey, limits);
    file.findings.insert(file.findings.end(), heard.begin(), heard.end());
    file.seconds = decoded.seconds;
    file.sound = std::move(survey.figures);
    return file;
  });
  if (files.size() > 1) inspection.folder = CheckFolder(inspection.files);
  inspection.profile = profile.name;
  return inspection;
}

Inspection InspectStructure(const std::vector<fs::path>& files, const Profile& profile,
                            bool alone) {
  const Limits limits = LimitsOf(profile);
  return InspectEach(files, [&](const fs::path& path) {
    return Describe(path, AudioFile(path).info(), limits, alone);
  });
}

}  // namespace fullcast
