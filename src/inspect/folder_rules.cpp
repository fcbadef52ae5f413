#include "inspect/folder_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include "inspect/finding.h"

namespace fullcast {

namespace {

// The number that a file's name begins with.
std::optional<int> NumberOf(const InspectedFile& file) {
  constexpr std::size_t kMostDigits = 6;
  const std::string name = std::filesystem::path(file.path).filename().string();
  std::size_t digits = 0;
  while (digits < name.size() && name[digits] >= '0' && name[digits] <= '9') ++digits;
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  return std::stoi(name.substr(0, digits));
}

Finding CheckNumbers(const std::vector<InspectedFile>& files) {
  std::optional<int> last;
  for (const InspectedFile& file : files) {
    const std::optional<int> number = NumberOf(file);
    if (!number) return Pass("order", "by name");
    if (last && *number <= *last) {
      return Fail("order", fmt::format("{} comes behind {} by name", *number, *last),
                  "number files with leading zeros, each once");
    }
    if (last && *number > *last + 1) {
      return Fail("order", fmt::format("number {} is missing", *last + 1), "get or make that file");
    }
    last = number;
  }
  return Pass("order", "by number, without a gap");
}

Finding CheckFormats(const std::vector<InspectedFile>& files) {
  const InspectedFile& first = files.front();
  for (const InspectedFile& file : files) {
    if (file.format != first.format || file.rate_hz != first.rate_hz ||
        file.channels != first.channels) {
      return Fail("same_format",
                  fmt::format("{}: {}, {} Hz, {} channels; the first file: {}, {} Hz, {} channels",
                              file.path, file.format, file.rate_hz, file.channels, first.format,
                              first.rate_hz, first.channels),
                  "encode all alike");
    }
  }
  return Pass("same_format", fmt::format("{}, {} Hz", first.format, first.rate_hz));
}

Finding CheckLoudness(const std::vector<InspectedFile>& files) {
  constexpr double kMostSpreadLu = 4;
  const auto loudness = [](const InspectedFile& file) {
    return file.sound && file.sound->loudness_lufs ? *file.sound->loudness_lufs : 0;
  };
  const auto [least, most] = std::minmax_element(
      files.begin(), files.end(),
      [&](const InspectedFile& a, const InspectedFile& b) { return loudness(a) < loudness(b); });
  const double spread_lu = loudness(*most) - loudness(*least);
  const std::string what = fmt::format("{:.1f} LU between the files", spread_lu);
  if (spread_lu <= kMostSpreadLu) return Pass("same_loudness", what);
  return Warn("same_loudness", fmt::format("{}: {} is the quietest", what, least->path),
              "bring all to one loudness");
}

}  // namespace

std::vector<Finding> CheckFolder(const std::vector<InspectedFile>& files) {
  std::vector<Finding> findings = {CheckNumbers(files), CheckFormats(files)};
  if (std::all_of(files.begin(), files.end(), [](const auto& file) { return file.sound; })) {
    findings.push_back(CheckLoudness(files));
  }
  return findings;
}

}  // namespace fullcast
