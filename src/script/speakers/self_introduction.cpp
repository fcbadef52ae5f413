#include "script/speakers/self_introduction.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace fullcast {
namespace {

const Token& At(const Dialogue& dialogue, int token) {
  return dialogue.text.tokens[static_cast<std::size_t>(token)];
}

/// Whether the words right before a name, at the beginning of a sentence, are one of the phrases.
bool IsIntroduced(const Dialogue& dialogue, int name, const WordSet& phrases) {
  constexpr int kMostWords = 4;
  std::string phrase;
  for (int i = name - 1; i >= std::max(0, name - kMostWords); --i) {
    const Token& token = At(dialogue, i);
    if (!token.is_word || token.quotation != At(dialogue, name).quotation) return false;
    phrase = dialogue.text.Word(token) + (phrase.empty() ? "" : "_" + phrase);
    if (phrases.find(phrase) == phrases.end()) continue;
    const Token* before = i > 0 ? &At(dialogue, i - 1) : nullptr;
    return before == nullptr || !before->is_word || before->quotation != token.quotation;
  }
  return false;
}

/// For each person whether only one chapter mentions and cues him.
std::vector<bool> PersonsOfOneChapter(const Dialogue& dialogue) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> chapter_of(dialogue.people.persons.size(), kNone);
  std::vector<bool> of_one(dialogue.people.persons.size(), true);
  const auto see = [&](int person, int paragraph) {
    if (person < 0) return;
    const auto p = static_cast<std::size_t>(person);
    const std::size_t chapter =
        dialogue.text.paragraphs[static_cast<std::size_t>(paragraph)].chapter;
    if (chapter_of[p] != kNone && chapter_of[p] != chapter) of_one[p] = false;
    chapter_of[p] = chapter;
  };
  for (const Mention& mention : dialogue.mentions) see(mention.person, mention.paragraph);
  for (const Turn& turn : dialogue.turns) see(turn.cue_person, turn.first_paragraph);
  return of_one;
}

}  // namespace

void HearSelfIntroductions(Dialogue& dialogue, const WordLists& lists) {
  const WordSet& phrases = lists.Section("self-introduction");
  if (phrases.empty()) return;
  const std::vector<bool> strangers = PersonsOfOneChapter(dialogue);
  std::map<int, int> same;  // a person known by a noun, and the name he gives
  for (const Mention& mention : dialogue.mentions) {
    if (mention.turn < 0 || mention.vocative || At(dialogue, mention.token).possessive) continue;
    Turn& turn = dialogue.turns[static_cast<std::size_t>(mention.turn)];
    const Person& person = dialogue.people.persons[static_cast<std::size_t>(mention.person)];
    if (person.kind != PersonKind::kNamed || turn.settled) continue;
    if (!IsIntroduced(dialogue, mention.token, phrases)) continue;
    if (turn.cue_person >= 0) {
      const Person& cued = dialogue.people.persons[static_cast<std::size_t>(turn.cue_person)];
      if (cued.kind != PersonKind::kNominal) continue;
      if (strangers[static_cast<std::size_t>(turn.cue_person)]) {
        same.try_emplace(turn.cue_person, mention.person);
        continue;
      }
    }
    turn.cue_person = mention.person;
    turn.cue.subject = Subject{};
    turn.cue.subject.kind = SubjectKind::kName;
    turn.cue.subject.person = mention.person;
    turn.cue.subject.gender = person.gender;
    turn.cue.place = CuePlace::kSubjectVerb;
  }
  MergePersons(dialogue, same);
}

}  // namespace fullcast
