#include "script/speakers/attribution.h"

#include <algorithm>
#include <map>
#include <utility>

#include "script/language/lexicon.h"
#include "script/speakers/character_ids.h"
#include "script/speakers/decode.h"
#include "script/speakers/dialogue.h"
#include "script/speakers/features.h"
#include "script/speakers/model.h"

namespace fullcast {
namespace {

bool Has(const std::vector<int>& persons, int person) {
  return std::find(persons.begin(), persons.end(), person) != persons.end();
}

/// The evidence that most likely decided, in a word.
std::string ReasonOf(const Dialogue& dialogue, int number, const Decision& decision) {
  const Turn& turn = dialogue.turns[static_cast<std::size_t>(number)];
  const Person& person = dialogue.people.persons[static_cast<std::size_t>(decision.person)];
  const Subject& subject = turn.cue.subject;
  if (turn.settled) return "context";  // another quotation of its paragraph is settled
  if (turn.cue.place != CuePlace::kNone) {
    if (subject.kind == SubjectKind::kPronoun && subject.gender == person.gender) return "pronoun";
    if (subject.kind == SubjectKind::kNoun) return "description";
    if (turn.cue_person == decision.person) return "explicit";
  }
  for (const Subject* beat : {&turn.cue.beat_before, &turn.cue.beat_after}) {
    if (beat->kind == SubjectKind::kName && beat->person == decision.person) return "beat";
    if (beat->kind == SubjectKind::kFirstPerson && decision.person == dialogue.narrator) {
      return "beat";
    }
  }
  if (number > 0 && decision.history[0] >= 0 &&
      Has(dialogue.turns[static_cast<std::size_t>(number) - 1].addressed, decision.person)) {
    return "vocative";
  }
  return decision.history[1] == decision.person ? "turn" : "context";
}

/// The persons who speak, the most words first, as characters; fills in their ids by person.
std::vector<Character> Characters(const Dialogue& dialogue, const std::vector<Decision>& decisions,
                                  std::map<int, std::string>& ids) {
  std::map<int, int> words;
  for (std::size_t t = 0; t < decisions.size(); ++t) {
    if (decisions[t].person >= 0) words[decisions[t].person] += dialogue.turns[t].words + 1;
  }
  std::vector<std::pair<int, int>> order;
  order.reserve(words.size());
  for (const auto& [person, count] : words) order.emplace_back(-count, person);
  std::sort(order.begin(), order.end());
  std::vector<Character> characters;
  CharacterIds ids_given;
  for (const Person& person : dialogue.people.persons) {
    if (!person.id.empty()) ids_given.Take(person.id);
  }
  for (const auto& [count, number] : order) {
    const Person& person = dialogue.people.persons[static_cast<std::size_t>(number)];
    Character character;
    character.id = person.id.empty() ? ids_given.Make(person.name) : person.id;
    character.name = person.name;
    for (const std::string& alias : person.aliases) {
      if (alias != person.name) character.aliases.push_back(alias);
    }
    character.gender = person.gender;
    character.age = person.age;
    ids[number] = character.id;
    characters.push_back(std::move(character));
  }
  return characters;
}

}  // namespace

AttributedBook Attribute(const Book& book, const std::vector<Quotation>& quotations,
                         const SpeakerModel& model, const KnownSpeakers& known) {
  const Dialogue dialogue = ReadDialogue(book, quotations, Lexicon::Of(book.info.language), known);
  const FeatureReader features(dialogue);
  const std::vector<Decision> decisions = Decode(dialogue, features, model);
  AttributedBook result;
  std::map<int, std::string> ids;
  result.characters = Characters(dialogue, decisions, ids);
  result.attributions.resize(quotations.size());
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    if (!IsSpoken(quotations[q].kind)) result.attributions[q].speaker = kNarrator;
  }
  for (std::size_t t = 0; t < decisions.size(); ++t) {
    for (const int q : dialogue.turns[t].quotations) {
      Attribution& attribution = result.attributions[static_cast<std::size_t>(q)];
      if (decisions[t].person < 0) {
        attribution.confidence = 0;
        continue;
      }
      attribution.speaker = ids[decisions[t].person];
      attribution.reason = ReasonOf(dialogue, static_cast<int>(t), decisions[t]);
      attribution.confidence = model.calibration.Confidence(decisions[t].probability);
      if (!known.empty() && known[static_cast<std::size_t>(q)] != nullptr) {
        attribution.reason = kSettled;
        attribution.confidence = 1;
      }
    }
  }
  return result;
}

AttributedBook Attribute(const Book& book, const std::vector<Quotation>& quotations,
                         const KnownSpeakers& known) {
  return Attribute(book, quotations, SpeakerModel::BuiltIn(), known);
}

}  // namespace fullcast
