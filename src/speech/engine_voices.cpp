#include "speech/engine_voices.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "core/error.h"
#include "core/file.h"
#include "core/language.h"
#include "core/utf8.h"

namespace fullcast {
namespace {

namespace fs = std::filesystem;

fs::path VoiceFolder() { return EngineDataFolder() / "lang"; }
fs::path VariantFolder() { return EngineDataFolder() / "voices" / "!v"; }

Gender ParseGender(const std::string& word) {
  if (word == "male") return Gender::kMale;
  if (word == "female") return Gender::kFemale;
  return Gender::kUnknown;
}

EngineVoice ReadVoiceFile(const fs::path& folder, const fs::path& path) {
  EngineVoice voice;
  voice.file = path.lexically_relative(folder).string();
  std::istringstream lines(ReadFile(path));
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string key;
    words >> key >> std::ws;
    if (key == "name" && voice.name.empty()) {
      std::getline(words, voice.name);
    } else if (key == "language" && voice.language.empty()) {
      words >> voice.language;
    } else if (key == "gender") {
      std::string gender;
      words >> gender;
      voice.gender = ParseGender(gender);
    }
  }
  if (voice.name.empty()) voice.name = voice.file;
  return voice;
}

std::vector<EngineVoice> ReadVoiceFiles(const fs::path& folder) {
  std::vector<EngineVoice> voices;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) voices.push_back(ReadVoiceFile(folder, entry.path()));
  }
  std::sort(voices.begin(), voices.end(),
            [](const EngineVoice& a, const EngineVoice& b) { return a.file < b.file; });
  return voices;
}

bool IsFileBelow(const fs::path& folder, const std::string& name) {
  const bool leaves_folder = name.empty() || name.front() == '/' || name.find("..") != name.npos;
  const bool misleads_engine =
      name.find_first_of("+\n\\") != name.npos || name.find('\0') != name.npos;
  std::error_code ignored;
  return !leaves_folder && !misleads_engine && fs::is_regular_file(folder / name, ignored);
}

void CheckRange(const char* what, int value, int least, int most) {
  if (value < least || value > most) {
    throw Error(
        fmt::format("a voice's {} is {}; it must be from {} to {}", what, value, least, most));
  }
}

}  // namespace

fs::path EngineDataFolder() {
  fs::path folder = FULLCAST_ESPEAK_DATA;
  if (!fs::is_regular_file(folder / "phontab")) {
    throw Error(
        fmt::format("eSpeak NG's data is missing in '{}'; install the package espeak-ng-data",
                    folder.string()));
  }
  return folder;
}

std::vector<EngineVoice> ListEngineVoices() { return ReadVoiceFiles(VoiceFolder()); }

std::vector<EngineVoice> ListEngineVariants() {
  std::vector<EngineVoice> variants = ReadVoiceFiles(VariantFolder());
  for (EngineVoice& variant : variants) variant.language.clear();
  return variants;
}

std::string EngineVoiceFor(const std::string& language) {
  const std::string wanted = Lowercase(language);
  const std::string primary = PrimaryLanguage(language);
  std::string best;
  for (const EngineVoice& voice : ListEngineVoices()) {
    if (Lowercase(LanguageOfVoice(voice.file)) == wanted) return voice.file;
    if (PrimaryLanguage(voice.language) != primary) continue;
    if (best.empty() || voice.file.size() < best.size()) best = voice.file;
  }
  return best;
}

void CheckVoiceFiles(const Voice& voice) {
  if (!IsFileBelow(VoiceFolder(), voice.engine_voice)) {
    throw Error(fmt::format("eSpeak NG has no voice '{}'; 'fullcast voices' lists them",
                            voice.engine_voice));
  }
  if (!voice.variant.empty() && !IsFileBelow(VariantFolder(), voice.variant)) {
    throw Error(
        fmt::format("eSpeak NG has no variant '{}'; 'fullcast voices' lists them", voice.variant));
  }
}

void CheckVoiceNumbers(const Voice& voice) {
  CheckRange("pitch", voice.pitch, 0, 99);
  CheckRange("pitch range", voice.pitch_range, 0, 99);
  CheckRange("rate", voice.rate_wpm, 80, 449);
  if (!std::isfinite(voice.gain_db)) throw Error("a voice's gain is not a number");
}

void CheckVoice(const Voice& voice) {
  CheckVoiceFiles(voice);
  CheckVoiceNumbers(voice);
}

}  // namespace fullcast
