#include "cast/cast_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "cast/conversation.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr double kSecondsPerLetterAt175Wpm = 0.055;
constexpr std::size_t kNameColumns = 26;
constexpr std::size_t kVoiceColumns = 48;

/// The text in exactly this many columns, a code point each, cut with "…" or filled with spaces.
std::string Fit(const std::string& text, std::size_t columns) {
  std::string fitted;
  std::size_t used = 0;
  for (std::size_t position = 0; position < text.size(); ++used) {
    const std::size_t before = position;
    const char32_t c = NextCodePoint(text, position);
    if (used + 1 == columns && position < text.size()) {
      fitted += "…";
      return fitted;
    }
    if (used == columns) break;
    if (c < U' ') {
      fitted += ' ';  // a line break would tear the table
    } else {
      fitted.append(text, before, position - before);
    }
  }
  return fitted + std::string(columns - used, ' ');
}

std::string SexOf(const Character* character) {
  if (character == nullptr) return "";
  if (character->gender == Gender::kMale) return "male";
  if (character->gender == Gender::kFemale) return "female";
  return "unknown";
}

}  // namespace

std::string DescribeVoice(const Voice& voice) {
  const std::string file = voice.engine_voice.substr(voice.engine_voice.rfind('/') + 1);
  return fmt::format("{}{}{}, pitch {}, {} wpm", file, voice.variant.empty() ? "" : "+",
                     voice.variant, voice.pitch, voice.rate_wpm);
}

double EstimateSeconds(std::size_t letters, int rate_wpm) {
  return static_cast<double>(letters) * kSecondsPerLetterAt175Wpm * 175 / rate_wpm;
}

std::string FormatCastTable(const Script& script, const Cast& cast) {
  std::vector<Part> parts = ConversationOf(script).parts;
  std::stable_partition(parts.begin(), parts.end(),
                        [](const Part& part) { return part.speaker == kNarrator; });
  std::string table = fmt::format("{} {:7} {:>6} {:>8}  {}\n", Fit("Character", kNameColumns),
                                  "Sex", "Lines", "Minutes", "Voice");
  for (const Part& part : parts) {
    const auto role = cast.roles.find(part.speaker);
    const bool has_role = role != cast.roles.end();
    const int rate_wpm = has_role ? role->second.voice.rate_wpm : Voice{}.rate_wpm;
    std::string voice = "none";
    if (has_role) {
      voice = fmt::format("{} ({})", role->second.preset, DescribeVoice(role->second.voice));
    }
    voice = Fit(voice, kVoiceColumns);
    voice.erase(voice.find_last_not_of(' ') + 1);
    table += fmt::format("{} {:7} {:6} {:8.1f}  {}\n",
                         Fit(part.character ? part.character->name : part.speaker, kNameColumns),
                         SexOf(part.character), part.lines,
                         EstimateSeconds(part.letters, rate_wpm) / 60, voice);
  }
  return table;
}

}  // namespace fullcast
