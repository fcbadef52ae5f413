#include "script/speakers/teller.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace fullcast {

void FindTeller(Dialogue& dialogue) {
  int words = 0;
  int first_person = 0;
  const int i_word = dialogue.text.vocabulary.Find("i");
  for (const Token& token : dialogue.text.tokens) {
    if (token.quotation >= 0 || !token.is_word) continue;
    ++words;
    first_person += token.word == i_word && token.capital ? 1 : 0;
  }
  if (first_person < 5 || first_person * 150 < words) return;
  Person person;
  person.kind = PersonKind::kTeller;
  person.name = "I";
  person.aliases = {"I"};
  dialogue.narrator = static_cast<int>(dialogue.people.persons.size());
  dialogue.people.persons.push_back(std::move(person));
}

void NameTeller(Dialogue& dialogue) {
  if (dialogue.narrator < 0) return;
  std::vector<int> called(dialogue.people.persons.size());
  std::vector<int> told(dialogue.people.persons.size());
  for (const Mention& mention : dialogue.mentions) {
    const auto p = static_cast<std::size_t>(mention.person);
    if (mention.turn < 0) {
      ++told[p];
    } else if (mention.vocative) {
      ++called[p];
    }
  }
  // "'Come, Jake.' 'I come,' said I."
  constexpr int kWeightOfAnswer = 3;
  for (std::size_t t = 0; t + 1 < dialogue.turns.size(); ++t) {
    const Turn& turn = dialogue.turns[t];
    const Turn& next = dialogue.turns[t + 1];
    if (next.cue.place == CuePlace::kNone || next.cue.subject.kind != SubjectKind::kFirstPerson ||
        next.first_paragraph > turn.last_paragraph + 1 || turn.addressed.size() != 1) {
      continue;
    }
    called[static_cast<std::size_t>(turn.addressed.front())] += kWeightOfAnswer;
  }
  int best = -1;
  for (std::size_t p = 0; p < called.size(); ++p) {
    if (dialogue.people.persons[p].kind != PersonKind::kNamed || called[p] < 4) continue;
    if (told[p] * 2 > called[p]) continue;
    if (best < 0 || called[p] > called[static_cast<std::size_t>(best)]) best = static_cast<int>(p);
  }
  if (best < 0) return;
  Person& narrator = dialogue.people.persons[static_cast<std::size_t>(dialogue.narrator)];
  const Person& named = dialogue.people.persons[static_cast<std::size_t>(best)];
  narrator.name = named.name;
  narrator.gender = named.gender;
  narrator.surname = named.surname;
  narrator.given = named.given;
  MergePersons(dialogue, {{best, dialogue.narrator}});
}

}  // namespace fullcast
