#include "script/speakers/known_speakers.h"

#include <algorithm>
#include <map>
#include <string>

namespace fullcast {
namespace {

using Named = std::map<std::string, std::vector<int>>;  ///< persons by name

Person PersonOf(const Character& character) {
  Person person;
  person.name = character.name;
  person.aliases = character.aliases;
  person.aliases.push_back(character.name);
  person.gender = character.gender;
  person.age = character.age;
  return person;
}

/// The person who has the most of a character's names, or -1.
int PersonNamed(const Character& character, const Named& named) {
  std::map<int, int> votes;
  const auto vote = [&](const std::string& name, int weight) {
    const auto persons = named.find(name);
    if (persons == named.end()) return;
    for (const int p : persons->second) votes[p] += weight;
  };
  vote(character.name, 2);
  for (const std::string& alias : character.aliases) vote(alias, 1);
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? -1 : best->first;
}

}  // namespace

std::vector<int> FindKnownSpeakers(const KnownSpeakers& known, People& people, Nominals& nominals) {
  Named named;
  for (std::size_t p = 0; p < people.persons.size(); ++p) {
    for (const std::string& alias : people.persons[p].aliases) {
      named[alias].push_back(static_cast<int>(p));
    }
  }
  std::map<const Character*, int> found;
  std::vector<int> persons(known.size(), -1);
  for (std::size_t q = 0; q < known.size(); ++q) {
    const Character* character = known[q];
    if (character == nullptr) continue;
    const auto [entry, is_new] = found.try_emplace(character, -1);
    if (is_new) {
      entry->second = PersonNamed(*character, named);
      if (entry->second < 0) {
        entry->second = static_cast<int>(people.persons.size());
        people.persons.push_back(PersonOf(*character));
        nominals.Know(character->name, entry->second);
      }
      Person& person = people.persons[static_cast<std::size_t>(entry->second)];
      if (person.id.empty()) person.id = character->id;
      if (person.gender == Gender::kUnknown) person.gender = character->gender;
    }
    persons[q] = entry->second;
  }
  return persons;
}

}  // namespace fullcast
