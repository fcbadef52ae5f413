#include "script/speakers/dialogue.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/interrupt.h"
#include "script/speakers/ages.h"
#include "script/speakers/descriptions.h"
#include "script/speakers/epithets.h"
#include "script/speakers/listeners.h"
#include "script/speakers/nominals.h"
#include "script/speakers/self_introduction.h"
#include "script/speakers/teller.h"

namespace fullcast {
namespace {

/// A stretch of one quotation inside one paragraph.
struct Stretch {
  int begin = 0;
  int end = 0;
};

class DialogueReader {
 public:
  DialogueReader(const std::vector<Quotation>& quotations, const Lexicon& lexicon,
                 const Names& names, const WordLists& roles, const KnownSpeakers& known,
                 Dialogue& dialogue)
      : quotations_(quotations),
        known_(known),
        names_(names),
        dialogue_(dialogue),
        subjects_(dialogue.text, names, dialogue.people, lexicon),
        descriptions_(dialogue.text, names, dialogue.people, subjects_, roles),
        nominals_(dialogue, subjects_, names),
        cues_(dialogue.text, subjects_) {}

  void Read() {
    FindTeller(dialogue_);
    FindKnownSpeakers();
    CollectStretches();
    CollectTurns();
    AddNominals();
    nominals_.AddCalledKin();
    ReadDescriptions();
    CollectMentions();
    FindListeners();
    FindReports();
    NameTeller(dialogue_);
  }

 private:
  static constexpr int kDescription = 6;  ///< tokens of the longest

  [[nodiscard]] const Token& At(int i) const {
    return dialogue_.text.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] const std::string& Word(int i) const { return dialogue_.text.Word(At(i)); }

  int NewPerson(Person person) {
    dialogue_.people.persons.push_back(std::move(person));
    return static_cast<int>(dialogue_.people.persons.size()) - 1;
  }

  /// Finds the persons of known speakers by their names; makes those that the text doesn't name.
  void FindKnownSpeakers() {
    std::map<std::string, std::vector<int>> named;
    for (std::size_t p = 0; p < dialogue_.people.persons.size(); ++p) {
      for (const std::string& alias : dialogue_.people.persons[p].aliases) {
        named[alias].push_back(static_cast<int>(p));
      }
    }
    for (const Character* character : known_) {
      if (character == nullptr || persons_of_known_.contains(character)) continue;
      std::map<int, int> votes;
      for (const int p : named[character->name]) votes[p] += 2;
      for (const std::string& alias : character->aliases) {
        for (const int p : named[alias]) ++votes[p];
      }
      const auto best =
          std::max_element(votes.begin(), votes.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      const int found = best == votes.end() ? NewPerson(PersonOf(*character)) : best->first;
      Person& person = dialogue_.people.persons[static_cast<std::size_t>(found)];
      if (person.id.empty()) person.id = character->id;
      if (person.gender == Gender::kUnknown) person.gender = character->gender;
      persons_of_known_[character] = found;
      if (best == votes.end()) nominals_.Know(character->name, found);
    }
  }

  static Person PersonOf(const Character& character) {
    Person person;
    person.name = character.name;
    person.aliases = character.aliases;
    person.aliases.push_back(character.name);
    person.gender = character.gender;
    person.age = character.age;
    return person;
  }

  void CollectStretches() {
    stretches_.resize(quotations_.size());
    const int count = static_cast<int>(dialogue_.text.tokens.size());
    for (int i = 0; i < count;) {
      const int quotation = At(i).quotation;
      int end = i + 1;
      while (end < count && At(end).quotation == quotation &&
             At(end).paragraph == At(i).paragraph) {
        ++end;
      }
      if (quotation >= 0) stretches_[static_cast<std::size_t>(quotation)].push_back({i, end});
      i = end;
    }
  }

  void CollectTurns() {
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      ThrowIfInterrupted();
      if (stretches_[q].empty()) continue;
      Turn turn = TurnOf(static_cast<int>(q));
      if (!dialogue_.turns.empty() && Continues(dialogue_.turns.back(), turn)) {
        Append(dialogue_.turns.back(), turn);
      } else {
        dialogue_.turns.push_back(std::move(turn));
      }
    }
  }

  [[nodiscard]] Turn TurnOf(int quotation) const {
    const std::vector<Stretch>& stretches = stretches_[static_cast<std::size_t>(quotation)];
    Turn turn;
    turn.quotations = {quotation};
    turn.begin = stretches.front().begin;
    turn.end = stretches.back().end;
    turn.first_paragraph = At(turn.begin).paragraph;
    turn.last_paragraph = At(turn.end - 1).paragraph;
    turn.thought = quotations_[static_cast<std::size_t>(quotation)].kind == QuoteKind::kThought;
    for (const Stretch& stretch : stretches) {
      Cue cue = cues_.Read(stretch.begin, stretch.end);
      MergeCue(turn.cue, cue);
      for (int i = stretch.begin; i < stretch.end; ++i) {
        turn.words += At(i).is_word ? 1 : 0;
        if (!At(i).is_word && (Word(i) == "?" || Word(i) == "." || Word(i) == "!")) {
          turn.question = Word(i) == "?";
        }
      }
    }
    NameKnownSpeaker(quotation, turn);
    return turn;
  }

  void NameKnownSpeaker(int quotation, Turn& turn) const {
    if (known_.empty() || known_[static_cast<std::size_t>(quotation)] == nullptr) return;
    turn.settled = true;
    turn.cue.place = CuePlace::kVerbSubject;
    turn.cue.subject = {};
    turn.cue.subject.kind = SubjectKind::kName;
    turn.cue.subject.person = persons_of_known_.at(known_[static_cast<std::size_t>(quotation)]);
    turn.cue.subject.gender =
        dialogue_.people.persons[static_cast<std::size_t>(turn.cue.subject.person)].gender;
  }

  static void MergeCue(Cue& into, const Cue& cue) {
    if (into.place == CuePlace::kNone && cue.place != CuePlace::kNone) {
      into.subject = cue.subject;
      into.listener = cue.listener;
      into.place = cue.place;
      into.thought = cue.thought;
    }
    if (into.beat_before.kind == SubjectKind::kNone) into.beat_before = cue.beat_before;
    if (into.beat_after.kind == SubjectKind::kNone) into.beat_after = cue.beat_after;
  }

  /// Quotations of one paragraph are one turn unless their cues name different speakers.
  [[nodiscard]] static bool Continues(const Turn& turn, const Turn& next) {
    if (turn.last_paragraph != next.first_paragraph) return false;
    const Subject& a = turn.cue.subject;
    const Subject& b = next.cue.subject;
    if (turn.cue.place == CuePlace::kNone || next.cue.place == CuePlace::kNone) return true;
    if (a.kind == SubjectKind::kName && b.kind == SubjectKind::kName) return a.person == b.person;
    if (a.kind == SubjectKind::kGroup || b.kind == SubjectKind::kGroup) return a.kind == b.kind;
    if (a.kind == SubjectKind::kFirstPerson || b.kind == SubjectKind::kFirstPerson) {
      return a.kind == b.kind;
    }
    if (a.kind == SubjectKind::kNoun && b.kind == SubjectKind::kName) return false;
    return a.gender == Gender::kUnknown || b.gender == Gender::kUnknown || a.gender == b.gender;
  }

  static void Append(Turn& turn, const Turn& next) {
    turn.quotations.insert(turn.quotations.end(), next.quotations.begin(), next.quotations.end());
    turn.end = next.end;
    turn.last_paragraph = next.last_paragraph;
    turn.words += next.words;
    turn.question = next.question;
    turn.thought = turn.thought && next.thought;
    if (next.settled && !turn.settled) {
      turn.settled = true;
      turn.cue.place = next.cue.place;
      turn.cue.subject = next.cue.subject;
    }
    MergeCue(turn.cue, next.cue);
  }

  /// Finds the person of every cue that has a name or a noun.
  void AddNominals() {
    for (Turn& turn : dialogue_.turns) {
      const Subject& subject = turn.cue.subject;
      if (turn.cue.place == CuePlace::kNone) continue;
      if (subject.kind == SubjectKind::kName) turn.cue_person = subject.person;
      if (subject.kind == SubjectKind::kFirstPerson) turn.cue_person = dialogue_.narrator;
      if (subject.kind == SubjectKind::kNoun) {
        turn.cue_person = descriptions_.PersonMeant(subject);
        if (turn.cue_person >= 0) described_[subject.end - 1] = turn.cue_person;
        if (turn.cue_person < 0) turn.cue_person = nominals_.PersonOf(subject);
      }
      if (subject.kind == SubjectKind::kGroup) {
        if (dialogue_.group < 0) dialogue_.group = NewPerson(Group());
        turn.cue_person = dialogue_.group;
      }
    }
  }

  static Person Group() {
    Person person;
    person.kind = PersonKind::kGroup;
    person.name = "several voices";
    return person;
  }

  [[nodiscard]] std::size_t ChapterAt(int token) const {
    return dialogue_.text.paragraphs[static_cast<std::size_t>(At(token).paragraph)].chapter;
  }

  /// Finds whom the narration means where it describes somebody who does not speak there.
  void ReadDescriptions() {
    const int count = static_cast<int>(dialogue_.text.tokens.size());
    for (int i = 0; i < count; ++i) {
      if (At(i).quotation >= 0) continue;
      const std::string& word = Word(i);
      if (word != "the" && word != "his" && word != "her") continue;
      const Passage& paragraph =
          dialogue_.text.paragraphs[static_cast<std::size_t>(At(i).paragraph)];
      const Subject subject = subjects_.SubjectAt(i, std::min(paragraph.end, i + kDescription));
      if (subject.kind != SubjectKind::kNoun || described_.contains(subject.end - 1)) continue;
      const int person = descriptions_.PersonMeant(subject);
      if (person >= 0) described_[subject.end - 1] = person;
    }
  }

  void CollectMentions() {
    const int count = static_cast<int>(dialogue_.text.tokens.size());
    std::vector<int> turn_of(quotations_.size(), -1);
    for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
      for (const int q : dialogue_.turns[t].quotations) {
        turn_of[static_cast<std::size_t>(q)] = static_cast<int>(t);
      }
    }
    for (int i = 0; i < count; ++i) {
      ThrowIfInterrupted();
      const int quotation = At(i).quotation;
      const int turn = quotation < 0 ? -1 : turn_of[static_cast<std::size_t>(quotation)];
      const int name = subjects_.MentionAt(i);
      if (name >= 0) {
        const NameMention& mention = names_.mentions[static_cast<std::size_t>(name)];
        AddMention(i, dialogue_.people.of_form[static_cast<std::size_t>(mention.form)], turn,
                   mention.vocative, !At(mention.end - 1).possessive);
      } else if (turn < 0) {
        AddNounMention(i);
      }
    }
  }

  void AddNounMention(int i) {
    if (dialogue_.narrator >= 0 && At(i).capital && Word(i) == "i") {
      AddMention(i, dialogue_.narrator, -1, false, true);
      return;
    }
    if (const auto described = described_.find(i); described != described_.end()) {
      AddMention(i, described->second, -1, false, !At(i).possessive);
      return;
    }
    const int chapter = static_cast<int>(
        dialogue_.text.paragraphs[static_cast<std::size_t>(At(i).paragraph)].chapter);
    if (!nominals_.IsPerson(i)) return;
    for (const int person : nominals_.Called(At(i).word, chapter)) {
      AddMention(i, person, -1, false, !At(i).possessive);
    }
  }

  void AddMention(int token, int person, int turn, bool vocative, bool may_be_subject) {
    Mention mention;
    mention.token = token;
    mention.paragraph = At(token).paragraph;
    mention.person = person;
    mention.turn = turn;
    mention.vocative = vocative;
    mention.subject = may_be_subject && StartsClause(token);
    dialogue_.mentions.push_back(mention);
    if (turn < 0) return;
    Turn& t = dialogue_.turns[static_cast<std::size_t>(turn)];
    (vocative ? t.addressed : t.spoken_of).push_back(person);
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

  [[nodiscard]] bool StartsClause(int i) const {
    if (At(i).starts_sentence || i == 0) return true;
    const Token& before = At(i - 1);
    if (before.paragraph != At(i).paragraph || !before.is_word) return true;
    const std::string& word = Word(i - 1);
    return word == "and" || word == "but" || word == "the" || word == "then" || word == "when" ||
           word == "as" || word == "while" || word == "that";
  }

  const std::vector<Quotation>& quotations_;
  const KnownSpeakers& known_;
  const Names& names_;
  Dialogue& dialogue_;
  SubjectReader subjects_;
  Descriptions descriptions_;
  Nominals nominals_;
  CueReader cues_;
  std::vector<std::vector<Stretch>> stretches_;
  std::map<const Character*, int> persons_of_known_;
  std::map<int, int> described_;  ///< by token of a noun the person who is described by it
};

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
  dialogue.people = JoinNames(dialogue.text, names, lexicon);
  ThrowIfInterrupted();
  DialogueReader(quotations, lexicon, names, WordLists::Of(book.info.language, "roles"), known,
                 dialogue)
      .Read();
  ThrowIfInterrupted();
  HearSelfIntroductions(dialogue, WordLists::Of(book.info.language, "introductions"));
  JoinEpithets(dialogue);
  ReadAges(dialogue, WordLists::Of(book.info.language, "ages"));
  return dialogue;
}

}  // namespace fullcast
