#include "script/booknlp/booknlp_characters.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>

#include "core/json.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::int64_t kMostMentions = 1'000'000'000;

// "argmax" names the likeliest pronouns: "he/him/his". Those who are neither he nor she, and those
// of whom nothing is known (null), are of unknown sex.
Gender ParseGender(const Json* json) {
  if (json == nullptr || json->type() == Json::Type::kNull) return Gender::kUnknown;
  const std::string& pronouns = json->At("argmax").AsString();
  const std::string_view first = std::string_view(pronouns).substr(0, pronouns.find('/'));
  if (first == "he") return Gender::kMale;
  if (first == "she") return Gender::kFemale;
  return Gender::kUnknown;
}

void AddMentions(const Json* mentions, MentionKind kind, MentionCounts& counts) {
  if (mentions == nullptr) return;
  for (const Json& mention : mentions->AsArray()) {
    const std::int64_t count = mention.At("c").AsInteger(0, kMostMentions);
    counts.Add(kind, mention.At("n").AsString(), static_cast<std::size_t>(count));
  }
}

}  // namespace

void MentionCounts::Add(MentionKind kind, const std::string& words, std::size_t count) {
  if (!Trim(words).empty()) counts_[kind][words] += count;
}

BookNlpCharacter MentionCounts::Character() const {
  BookNlpCharacter character;
  if (counts_.empty()) return character;
  const auto& [kind, words] = *counts_.begin();  // proper names come first
  std::vector<std::pair<std::string, std::size_t>> order(words.begin(), words.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::set<std::string> spelt;
  for (const auto& [name, count] : order) {
    if (!spelt.insert(Lowercase(name)).second) continue;
    if (character.name.empty()) {
      character.name = name;
    } else if (kind == MentionKind::kProper) {
      character.aliases.push_back(name);
    }
  }
  return character;
}

std::map<std::size_t, BookNlpCharacter> ParseBookNlpCharacters(const Json& book) {
  std::map<std::size_t, BookNlpCharacter> characters;
  for (const Json& json : book.At("characters").AsArray()) {
    MentionCounts counts;
    const Json& mentions = json.At("mentions");
    AddMentions(mentions.Find("proper"), MentionKind::kProper, counts);
    AddMentions(mentions.Find("common"), MentionKind::kCommon, counts);
    AddMentions(mentions.Find("pronoun"), MentionKind::kPronoun, counts);
    BookNlpCharacter character = counts.Character();
    character.gender = ParseGender(json.Find("g"));
    const std::int64_t id = json.At("id").AsInteger(0, kMostMentions);
    const bool fresh =
        characters.emplace(static_cast<std::size_t>(id), std::move(character)).second;
    if (!fresh) throw json.Wrong("there is another character with this id");
  }
  return characters;
}

}  // namespace fullcast
