#include "cast/cast_file.h"

#include <algorithm>
#include <set>
#include <vector>

#include "cast/conversation.h"
#include "cast/role_json.h"
#include "cast/voice_json.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/json.h"
#include "core/json_writer.h"

namespace fullcast {

namespace {

constexpr int kVersion = 1;

// Of what is written, not of the voices that result: a preset that changed since is no edit of
// this file, nor is another order of the lines.
std::string DigestOf(const Json& cast) {
  std::vector<std::string> lines;
  for (const auto& [speaker, role] : cast.AsObject()) {
    Voice voice = NoVoice();
    ReadVoiceFields(role, voice);
    JsonWriter line;
    line.BeginObject().Key("speaker").String(speaker);
    line.Key("preset").String(role.At("preset").AsString());
    WriteVoiceFields(line, voice, NoVoice());
    lines.push_back(line.EndObject().Text());
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line + '\n';
  return ContentHash(all);
}

bool IsEdited(const Json& file) { return file.StringOr("digest", "") != DigestOf(file.At("cast")); }

// The script's speakers that have a role: the narrator, then by how much they speak, the silent
// ones last.
std::vector<std::string> InOrder(const Cast& cast, const Script& script) {
  std::vector<std::string> order;
  std::set<std::string_view> seen;
  const auto add = [&](const std::string& speaker) {
    const auto role = cast.roles.find(speaker);
    if (role != cast.roles.end() && seen.insert(role->first).second) order.push_back(speaker);
  };
  add(kNarrator);
  for (const Part& part : ConversationOf(script).parts) add(part.speaker);
  for (const Character& character : script.characters) add(character.id);
  add(kUnknownSpeaker);
  return order;
}

std::string FormatRole(const Role& role, const Presets& presets) {
  JsonWriter json;
  json.BeginObject();
  WriteRole(json, role, presets);
  return json.EndObject().Text();
}

std::string Quoted(const std::string& text) {
  JsonWriter json;
  return json.String(text).Text();
}

std::set<std::string_view> SpeakersOf(const Script& script) {
  std::set<std::string_view> speakers{kNarrator, kUnknownSpeaker};
  for (const Character& character : script.characters) speakers.insert(character.id);
  return speakers;
}

}  // namespace

bool IsEditedCast(std::string_view text, const std::string& file) {
  return IsEdited(Json::Parse(text, file));
}

std::string FormatCast(const Cast& cast, const Script& script, const Presets& presets,
                       bool by_hand) {
  std::string lines;
  for (const std::string& speaker : InOrder(cast, script)) {
    if (!lines.empty()) lines += ",\n";
    lines += "  " + Quoted(speaker) + ": " + FormatRole(cast.roles.at(speaker), presets);
  }
  const std::string body = "{\n" + lines + "\n}";
  // A file without a digest counts as edited.
  const std::string digest =
      by_hand ? "" : "\"digest\": \"" + DigestOf(Json::Parse(body, "")) + "\",\n";
  return "{\"version\": " + std::to_string(kVersion) + ",\n" + digest + "\"cast\": " + body + "}\n";
}

CastFile ReadCastFile(std::string_view text, const std::string& file, const Script& script,
                      const Presets& presets) {
  const Json json = Json::Parse(text, file);
  json.AllowOnly({"version", "digest", "cast"});
  const Json* version = json.Find("version");
  if (version != nullptr && version->AsInteger(1, 1000) != kVersion) {
    throw version->Wrong("this fullcast reads casts of version " + std::to_string(kVersion));
  }
  const Json& cast = json.At("cast");
  const std::set<std::string_view> speakers = SpeakersOf(script);
  CastFile result;
  for (const auto& [speaker, role] : cast.AsObject()) {
    role.AllowOnly({"preset", "voice", "variant", "pitch", "range", "rate", "gain"});
    if (!speakers.contains(speaker)) {
      throw role.Wrong("the script has no speaker \"" + speaker + "\"");
    }
    if (!result.cast.roles.emplace(speaker, ReadRole(role, presets)).second) {
      throw role.Wrong("a second role for \"" + speaker + "\"");
    }
  }
  result.edited = IsEdited(json);
  return result;
}

}  // namespace fullcast
