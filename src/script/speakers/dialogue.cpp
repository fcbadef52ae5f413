#include "script/speakers/dialogue.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/interrupt.h"
#include "script/size_limits.h"
#include "script/speakers/ages.h"
#include "script/speakers/descriptions.h"
#include "script/speakers/epithets.h"
#include "script/speakers/known_speakers.h"
#include "script/speakers/listeners.h"
#include "script/speakers/mentions.h"
#include "script/speakers/nominals.h"
#include "script/speakers/self_introduction.h"
#include "script/speakers/teller.h"
#include "script/speakers/turns.h"

namespace fullcast {
namespace {

class DialogueReader {
 public:
  DialogueReader(const Lexicon& lexicon, const Names& names, const WordLists& roles,
                 Dialogue& dialogue)
      : names_(names),
        dialogue_(dialogue),
        subjects_(dialogue.text, names, dialogue.people, lexicon),
        descriptions_(dialogue.text, names, dialogue.people, subjects_, roles),
        nominals_(dialogue, subjects_, names),
        cues_(dialogue.text, subjects_) {}

  void Read(const std::vector<Quotation>& quotations, const KnownSpeakers& known) {
    FindTeller(dialogue_);
    const std::vector<int> settled = FindKnownSpeakers(known, dialogue_.people, nominals_);
    dialogue_.turns = CollectTurns(dialogue_.text, dialogue_.people, cues_, quotations, settled);
    Described described = FindPersonsOfCues();
    nominals_.AddCalledKin();
    ReadDescriptions(dialogue_, subjects_, descriptions_, described);
    CollectMentions(names_, subjects_, nominals_, described, dialogue_);
    FindListeners();
    FindReports();
    NameTeller(dialogue_);
  }

 private:
  /// Finds the person of every cue that has a name or a noun; returns who is described.
  Described FindPersonsOfCues() {
    Described described;
    for (Turn& turn : dialogue_.turns) {
      const Subject& subject = turn.cue.subject;
      if (turn.cue.place == CuePlace::kNone) continue;
      if (subject.kind == SubjectKind::kName) turn.cue_person = subject.person;
      if (subject.kind == SubjectKind::kFirstPerson) turn.cue_person = dialogue_.narrator;
      if (subject.kind == SubjectKind::kNoun) {
        turn.cue_person = descriptions_.PersonMeant(subject);
        if (turn.cue_person >= 0) described[subject.end - 1] = turn.cue_person;
        if (turn.cue_person < 0) turn.cue_person = nominals_.PersonOf(subject);
      }
      if (subject.kind == SubjectKind::kGroup) turn.cue_person = Group();
    }
    return described;
  }

  /// The person that stands for several.
  int Group() {
    if (dialogue_.group >= 0) return dialogue_.group;
    Person person;
    person.kind = PersonKind::kGroup;
    person.name = "several voices";
    dialogue_.group = static_cast<int>(dialogue_.people.persons.size());
    dialogue_.people.persons.push_back(std::move(person));
    return dialogue_.group;
  }

  [[nodiscard]] std::size_t ChapterAt(int token) const {
    const int paragraph = dialogue_.text.tokens[static_cast<std::size_t>(token)].paragraph;
    return dialogue_.text.paragraphs[static_cast<std::size_t>(paragraph)].chapter;
  }

  void FindListeners() {
    for (Turn& turn : dialogue_.turns) {
      const Call call = CallIn(dialogue_.text, subjects_, turn.begin, turn.end);
      turn.listener_gender = call.gender;
      turn.called = call.noun_kind;
      turn.opening = OpeningOf(dialogue_.text, subjects_, turn.begin, turn.end);
      const Subject& listener = turn.cue.listener;
      if (turn.listener_gender == Gender::kUnknown) turn.listener_gender = listener.gender;
      const int person = listener.kind == SubjectKind::kName ? listener.person
                                                             : descriptions_.PersonMeant(listener);
      if (person != turn.cue_person) turn.told = person;
    }
  }

  void FindReports() {
    constexpr int kMostTokens = 400;
    for (std::size_t t = 1; t < dialogue_.turns.size(); ++t) {
      Turn& turn = dialogue_.turns[t];
      const Turn& before = dialogue_.turns[t - 1];
      if (ChapterAt(turn.begin) != ChapterAt(before.end - 1)) continue;
      const Subject report =
          cues_.ReportIn(std::max(before.end, turn.begin - kMostTokens), turn.begin);
      const bool is_cue =
          report.begin == turn.cue.subject.begin || report.begin == before.cue.subject.begin;
      if (!is_cue) turn.report_before = report;
    }
  }

  const Names& names_;
  Dialogue& dialogue_;
  SubjectReader subjects_;
  Descriptions descriptions_;
  Nominals nominals_;
  CueReader cues_;
};

// What is remembered of persons is most of all.
void CheckNames(const Book& book, const Text& text, const Names& names) {
  if (names.forms.size() <= kMostNames) return;
  const auto first = std::find_if(
      names.mentions.begin(), names.mentions.end(),
      [](const NameMention& mention) { return mention.form == static_cast<int>(kMostNames); });
  const Token& token = text.tokens[static_cast<std::size_t>(first->begin)];
  const Passage& place = text.paragraphs[static_cast<std::size_t>(token.paragraph)];
  CheckSize(names.forms.size(), kMostNames, "different names", book,
            book.chapters[place.chapter].blocks[place.block], token.begin);
}

}  // namespace

void MergePersons(Dialogue& dialogue, const std::map<int, int>& into) {
  for (const auto& [from, to] : into) {
    Person& source = dialogue.people.persons[static_cast<std::size_t>(from)];
    Person& target = dialogue.people.persons[static_cast<std::size_t>(to)];
    target.aliases.insert(target.aliases.end(), source.aliases.begin(), source.aliases.end());
    target.mentions += source.mentions;
    if (target.id.empty()) target.id = source.id;
    source.aliases.clear();
    source.mentions = 0;
  }
  const auto replace = [&](int& person) {
    const auto entry = into.find(person);
    if (entry != into.end()) person = entry->second;
  };
  for (int& person : dialogue.people.of_form) replace(person);
  for (Mention& mention : dialogue.mentions) replace(mention.person);
  for (Turn& turn : dialogue.turns) {
    replace(turn.cue_person);
    replace(turn.told);
    for (int& person : turn.addressed) replace(person);
    for (int& person : turn.spoken_of) replace(person);
    replace(turn.cue.subject.person);
    replace(turn.cue.beat_before.person);
    replace(turn.cue.beat_after.person);
    replace(turn.report_before.person);
  }
}

Dialogue ReadDialogue(const Book& book, const std::vector<Quotation>& quotations,
                      const Lexicon& lexicon, const KnownSpeakers& known) {
  Dialogue dialogue;
  dialogue.text = Tokenize(book, quotations);
  const Names names = FindNames(dialogue.text, lexicon);
  CheckNames(book, dialogue.text, names);
  dialogue.people = JoinNames(dialogue.text, names, lexicon);
  ThrowIfInterrupted();
  DialogueReader(lexicon, names, WordLists::Of(book.info.language, "roles"), dialogue)
      .Read(quotations, known);
  ThrowIfInterrupted();
  HearSelfIntroductions(dialogue, WordLists::Of(book.info.language, "introductions"));
  JoinEpithets(dialogue);
  ReadAges(dialogue, WordLists::Of(book.info.language, "ages"));
  return dialogue;
}

}  // namespace fullcast
