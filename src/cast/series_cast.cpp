#include "cast/series_cast.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cast/conversation.h"
#include "cast/role_json.h"
#include "core/error.h"
#include "core/json.h"
#include "core/json_writer.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr int kVersion = 1;
constexpr std::size_t kMostMembers = 10'000;

std::string Normal(const std::string& name) { return Lowercase(Trim(name)); }

bool HasName(const Character& character) {
  for (std::size_t position = 0; position < character.name.size();) {
    if (IsUpper(NextCodePoint(character.name, position))) return true;
  }
  return false;
}

bool MayBe(const SeriesMember& member, const Character& character) {
  return member.gender == character.gender || member.gender == Gender::kUnknown ||
         character.gender == Gender::kUnknown;
}

// Which members have a name, or go by it.
class Names {
 public:
  explicit Names(const std::vector<SeriesMember>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      own_[Normal(members[i].name)].insert(i);
      any_[Normal(members[i].name)].insert(i);
      for (const std::string& alias : members[i].aliases) any_[Normal(alias)].insert(i);
    }
  }

  [[nodiscard]] std::set<std::size_t> Called(const std::string& name) const {
    return Find(own_, name);
  }

  // By any of the character's names.
  [[nodiscard]] std::set<std::size_t> Known(const Character& character) const {
    std::set<std::size_t> members = Find(any_, character.name);
    for (const std::string& alias : character.aliases) members.merge(Find(own_, alias));
    return members;
  }

 private:
  using Index = std::map<std::string, std::set<std::size_t>>;

  static std::set<std::size_t> Find(const Index& index, const std::string& name) {
    const auto found = index.find(Normal(name));
    return found == index.end() ? std::set<std::size_t>() : found->second;
  }

  Index own_;
  Index any_;
};

std::vector<const Character*> SpeakingCharacters(const Script& script) {
  std::vector<const Character*> characters;
  for (const Part& part : ConversationOf(script).parts) {
    if (part.character != nullptr && HasName(*part.character)) {
      characters.push_back(part.character);
    }
  }
  return characters;
}

void AddAlias(SeriesMember& member, const std::string& alias) {
  const auto is_known = [&](const std::string& name) { return Normal(name) == Normal(alias); };
  if (is_known(member.name) ||
      std::any_of(member.aliases.begin(), member.aliases.end(), is_known)) {
    return;
  }
  member.aliases.push_back(alias);
}

SeriesMember ReadMember(const Json& json, const Presets& presets) {
  json.AllowOnly({"name", "aliases", "gender", "preset", "voice", "variant", "pitch", "range",
                  "rate", "gain"});
  SeriesMember member{json.At("name").AsString(), {}, Gender::kUnknown, ReadRole(json, presets)};
  if (const Json* aliases = json.Find("aliases")) {
    for (const Json& alias : aliases->AsArray()) member.aliases.push_back(alias.AsString());
  }
  const std::string gender = json.StringOr("gender", "unknown");
  if (gender == "male") member.gender = Gender::kMale;
  if (gender == "female") member.gender = Gender::kFemale;
  if (member.gender == Gender::kUnknown && gender != "unknown") {
    throw json.At("gender").Wrong("unknown gender \"" + gender +
                                  "\"; known are male, female and unknown");
  }
  return member;
}

std::string FormatMember(const SeriesMember& member, const Presets& presets) {
  JsonWriter json;
  json.BeginObject().Key("name").String(member.name);
  if (!member.aliases.empty()) {
    json.Key("aliases").BeginArray();
    for (const std::string& alias : member.aliases) json.String(alias);
    json.EndArray();
  }
  if (member.gender != Gender::kUnknown) {
    json.Key("gender").String(member.gender == Gender::kMale ? "male" : "female");
  }
  WriteRole(json, member.role, presets);
  return json.EndObject().Text();
}

}  // namespace

// The biggest parts choose first, and nobody is two persons of one book.
std::map<std::string, std::size_t> SeriesCast::MembersIn(const Script& script) const {
  const Names names(members);
  const std::vector<const Character*> characters = SpeakingCharacters(script);
  std::map<std::string, std::size_t> found;
  std::set<std::size_t> taken;
  const auto take_only = [&](const Character& character, std::set<std::size_t> candidates) {
    std::erase_if(candidates, [&](std::size_t member) {
      return taken.contains(member) || !MayBe(members[member], character);
    });
    if (candidates.size() != 1 || found.contains(character.id)) return;
    found[character.id] = *candidates.begin();
    taken.insert(*candidates.begin());
  };
  for (const Character* each : characters) take_only(*each, names.Called(each->name));
  for (const Character* each : characters) take_only(*each, names.Known(*each));
  return found;
}

std::map<std::string, Role> SeriesCast::RolesIn(const Script& script) const {
  std::map<std::string, Role> roles;
  if (narrator) roles[kNarrator] = *narrator;
  for (const auto& [id, member] : MembersIn(script)) roles[id] = members[member].role;
  return roles;
}

void SeriesCast::Remember(const Script& script, const Cast& cast) {
  if (const auto role = cast.roles.find(kNarrator); role != cast.roles.end()) {
    narrator = role->second;
  }
  const std::map<std::string, std::size_t> known = MembersIn(script);
  for (const Character* character : SpeakingCharacters(script)) {
    const auto role = cast.roles.find(character->id);
    if (role == cast.roles.end()) continue;
    const auto at = known.find(character->id);
    if (at == known.end()) {
      members.push_back({character->name, character->aliases, character->gender, role->second});
      continue;
    }
    SeriesMember& member = members[at->second];
    member.role = role->second;
    if (member.gender == Gender::kUnknown) member.gender = character->gender;
    AddAlias(member, character->name);
    for (const std::string& alias : character->aliases) AddAlias(member, alias);
  }
}

std::string FormatSeriesCast(const SeriesCast& series, const Presets& presets) {
  std::string text = "{\"version\": " + std::to_string(kVersion) + ",\n";
  if (series.narrator) {
    JsonWriter json;
    json.BeginObject();
    WriteRole(json, *series.narrator, presets);
    text += "\"narrator\": " + json.EndObject().Text() + ",\n";
  }
  std::string lines;
  for (const SeriesMember& member : series.members) {
    lines += (lines.empty() ? "\n  " : ",\n  ") + FormatMember(member, presets);
  }
  return text + "\"characters\": [" + lines + "\n]}\n";
}

SeriesCast ParseSeriesCast(std::string_view text, const std::string& file, const Presets& presets) {
  const Json json = Json::Parse(text, file);
  json.AllowOnly({"version", "narrator", "characters"});
  const Json* version = json.Find("version");
  if (version != nullptr && version->AsInteger(1, 1000) != kVersion) {
    throw version->Wrong("this fullcast reads series of version " + std::to_string(kVersion));
  }
  SeriesCast series;
  if (const Json* narrator = json.Find("narrator")) {
    narrator->AllowOnly({"preset", "voice", "variant", "pitch", "range", "rate", "gain"});
    series.narrator = ReadRole(*narrator, presets);
  }
  const auto& characters = json.At("characters").AsArray();
  if (characters.size() > kMostMembers) {
    throw json.At("characters").Wrong("more than " + std::to_string(kMostMembers) + " characters");
  }
  for (const Json& each : characters) series.members.push_back(ReadMember(each, presets));
  return series;
}

}  // namespace fullcast
