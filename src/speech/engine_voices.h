// The voices and variants that the installed eSpeak NG has, read from its data folder. The format
// of the files is documented in eSpeak NG's docs/voices.md.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// A voice file (a language's accent) or a variant file (a timbre) of the engine.
struct EngineVoice {
  std::string file;      ///< what Voice::engine_voice or Voice::variant is set to
  std::string name;      ///< as the file calls itself
  std::string language;  ///< the language it is made for first, BCP 47; empty for variants
  Gender gender = Gender::kUnknown;
};

/// The folder "espeak-ng-data". Throws Error if the engine's data is not installed.
std::filesystem::path EngineDataFolder();

/// The voices, sorted by file. MBROLA voices, which need another program, are left out.
std::vector<EngineVoice> ListEngineVoices();

/// The variants, sorted by file.
std::vector<EngineVoice> ListEngineVariants();

/// The file of the voice that speaks a language (BCP 47): the very tag, else the first one of the
/// same primary subtag, the shortest name first. Empty if there is none.
std::string EngineVoiceFor(const std::string& language);

/// Throws Error if the engine lacks the voice or the variant: it would silently keep the one it
/// had.
void CheckVoiceFiles(const Voice& voice);

/// Throws Error if a number is out of the range that core/cast.h gives.
void CheckVoiceNumbers(const Voice& voice);

/// Both.
void CheckVoice(const Voice& voice);

}  // namespace fullcast
