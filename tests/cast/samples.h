// Small scripts and presets to cast.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "cast/casting.h"
#include "cast/presets.h"
#include "core/script.h"
#include "support/paths.h"

namespace fullcast::samples {

inline Character Person(const std::string& id, Gender gender, const std::string& age = "") {
  Character character;
  character.id = id;
  character.name = id;
  character.gender = gender;
  character.age = age;
  return character;
}

inline Segment Says(const std::string& speaker, const std::string& text) {
  Segment segment;
  segment.speaker = speaker;
  segment.text = text;
  return segment;
}

/// One chapter in which these speak in turn, each followed by a little narration.
inline Script Talk(std::vector<Character> characters, const std::vector<std::string>& turns) {
  Script script;
  script.characters = std::move(characters);
  script.chapters.push_back({"Chapter I", {}});
  for (const std::string& speaker : turns) {
    script.chapters.back().segments.push_back(Says(speaker, "\"What is it, then?\""));
    script.chapters.back().segments.push_back(Says(kNarrator, "Nobody knew."));
  }
  return script;
}

/// As many men (or women) as asked for, m0 to m9, who talk in the order of `rounds` rounds.
inline Script Crowd(int count, Gender gender, int rounds) {
  std::vector<Character> characters;
  std::vector<std::string> turns;
  for (int i = 0; i < count; ++i) characters.push_back(Person(fmt::format("m{}", i), gender));
  for (int round = 0; round < rounds; ++round) {
    for (const Character& each : characters) turns.push_back(each.id);
  }
  return Talk(std::move(characters), turns);
}

/// Options of which one is set.
template <typename Member, typename Value>
CastOptions With(Member CastOptions::*member, Value value) {
  CastOptions options;
  options.*member = std::move(value);
  return options;
}

/// The presets that come with fullcast.
inline Presets Shipped() {
  return Presets::Read({(test::SourceFolder() / "voices/presets.json").string()});
}

}  // namespace fullcast::samples
