#include "script/speakers/nominals.h"

#include <algorithm>

namespace fullcast {

int Nominals::ChapterAt(int token) const {
  return static_cast<int>(
      dialogue_.text.paragraphs[static_cast<std::size_t>(At(token).paragraph)].chapter);
}

std::vector<int> Nominals::Called(int word, int chapter) const {
  std::vector<int> persons;
  for (const int scope : {kWholeBook, chapter}) {
    const auto entry = called_.find({word, scope});
    if (entry != called_.end()) persons.push_back(entry->second.front());
  }
  return persons;
}

bool Nominals::IsPerson(int token) const {
  const std::string& noun = Word(token);
  const bool vague = noun == "voice" || noun == "other" || noun == "first" || noun == "second" ||
                     noun == "third" || noun == "speaker" || noun == "general";
  if (!vague) return true;
  if (token < 2 || Word(token - 1) != "the" || subjects_.MarksObject(token - 2)) return false;
  const Token* next =
      token + 1 < static_cast<int>(dialogue_.text.tokens.size()) ? &At(token + 1) : nullptr;
  return next == nullptr || !next->is_word || subjects_.IsSpeech(token + 1);
}

int Nominals::PersonOf(const Subject& subject) {
  const bool role = (subjects_.Classes(subject.end - 1) & kRoleNoun) != 0;
  const int chapter = role ? kWholeBook : ChapterAt(subject.begin);
  std::string words;
  for (int i = subject.begin; i < subject.end; ++i) {
    const bool determiner = i == subject.begin && i + 1 < subject.end;
    if (determiner || (role && i + 1 < subject.end)) continue;
    if (!words.empty()) words += ' ';
    words += Word(i);
  }
  const auto [entry, added] = persons_.try_emplace({words, chapter}, 0);
  const auto known = known_.find("the " + words);
  if (added && known != known_.end()) {
    entry->second = known->second;
    called_[{subject.noun, chapter}].push_back(entry->second);
  } else if (added) {
    Person person;
    person.kind = PersonKind::kNominal;
    person.name = "the " + words;
    person.aliases = {person.name};
    person.gender = subject.gender;
    person.noun = subject.noun;
    person.introduced = IsIntroduced(subject);
    entry->second = static_cast<int>(dialogue_.people.persons.size());
    dialogue_.people.persons.push_back(std::move(person));
    called_[{subject.noun, chapter}].push_back(entry->second);
  }
  ++dialogue_.people.persons[static_cast<std::size_t>(entry->second)].mentions;
  return entry->second;
}

/// Whether a noun stands behind an indefinite article in its chapter, up to the place given.
bool Nominals::IsIntroduced(const Subject& subject) const {
  constexpr int kReach = 4000;  // tokens
  constexpr int kWordsBetween = 4;
  const int chapter = ChapterAt(subject.begin);
  for (int i = subject.end - 1; i > std::max(0, subject.end - kReach); --i) {
    if (At(i).word != subject.noun || At(i).quotation >= 0) continue;
    if (ChapterAt(i) != chapter) return false;
    for (int j = i - 1; j >= std::max(0, i - kWordsBetween) && At(j).is_word; --j) {
      if (Word(j) == "a" || Word(j) == "an" || Word(j) == "another") return true;
    }
  }
  return false;
}

void Nominals::AddCalledKin() {
  for (std::size_t t = 0; t + 1 < dialogue_.turns.size(); ++t) {
    Turn& turn = dialogue_.turns[t];
    const Turn& answer = dialogue_.turns[t + 1];
    if (turn.cue.place == CuePlace::kNone || turn.cue.subject.kind != SubjectKind::kPronoun ||
        answer.first_paragraph > turn.last_paragraph + 1) {
      continue;
    }
    const Gender gender = turn.cue.subject.gender;
    const int noun = CalledKin(answer, gender);
    if (noun < 0 || IsNamedNear(t, gender)) continue;
    Subject called;
    called.kind = SubjectKind::kNoun;
    called.gender = gender;
    called.noun = At(noun).word;
    called.begin = noun;
    called.end = noun + 1;
    turn.cue.subject = called;
    turn.cue_person = PersonOf(called);
  }
}

/// The token of a word of kinship by which a turn calls somebody of this sex, or -1.
int Nominals::CalledKin(const Turn& turn, Gender gender) const {
  const std::uint32_t sex = gender == Gender::kMale ? kMaleNoun : kFemaleNoun;
  for (int i = turn.begin; i < turn.end; ++i) {
    const std::uint32_t classes = subjects_.Classes(i);
    if (At(i).quotation < 0 || (classes & kKinNoun) == 0 || (classes & sex) == 0) continue;
    const bool begins = i == turn.begin || !At(i - 1).is_word;
    const bool ends = i + 1 == turn.end || !At(i + 1).is_word;
    if (begins && ends && !At(i).possessive) return i;
  }
  return -1;
}

/// Whether a named person of this sex is named before a turn in its paragraph, or said to speak
/// in one of the turns before.
bool Nominals::IsNamedNear(std::size_t t, Gender gender) const {
  constexpr std::size_t kTurnsBack = 4;
  const auto fits = [&](int person) {
    return person >= 0 &&
           dialogue_.people.persons[static_cast<std::size_t>(person)].gender == gender;
  };
  const Turn& turn = dialogue_.turns[t];
  for (int i = turn.begin - 1; i >= 0 && At(i).paragraph == turn.first_paragraph; --i) {
    const int name = At(i).quotation < 0 ? subjects_.MentionAt(i) : -1;
    if (name < 0) continue;
    const int form = names_.mentions[static_cast<std::size_t>(name)].form;
    if (fits(dialogue_.people.of_form[static_cast<std::size_t>(form)])) return true;
  }
  for (std::size_t back = 1; back <= std::min(t, kTurnsBack); ++back) {
    if (fits(dialogue_.turns[t - back].cue_person)) return true;
  }
  return false;
}

}  // namespace fullcast
