#include "script/speakers/roles.h"

#include <algorithm>

namespace fullcast {
namespace {

constexpr int kWordsBetween = 4;

bool IsArticle(const std::string& word) { return word == "the" || word == "a" || word == "an"; }

}  // namespace

Roles::Roles(const Text& text, const Names& names, const People& people,
             const SubjectReader& subjects, const WordLists& lists)
    : text_(text), people_(people), subjects_(subjects) {
  for (const std::string& words : lists.Section("same")) {
    const std::string first = words.substr(0, words.find('_'));
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.size(), words.find('_', begin));
      same_[words.substr(begin, end - begin)] = first;
      begin = end + 1;
    }
  }
  for (const NameMention& name : names.mentions) {
    const int person = people.of_form[static_cast<std::size_t>(name.form)];
    if (person < 0) continue;
    const bool quoted = At(name.begin).quotation >= 0;
    // Who is only spoken of need not be there.
    if (quoted && !name.vocative) continue;
    const std::vector<int>& words = names.forms[static_cast<std::size_t>(name.form)].words;
    if (words.size() > 1) Add(words.front(), name.begin, person, true);
    if (quoted || At(name.end - 1).possessive) continue;
    for (const int role : {RoleBehind(name), RoleBefore(name)}) {
      if (role >= 0) Add(role, name.begin, person, false);
    }
  }
}

/// The word that stands for a word's role.
int Roles::RoleOf(int word) const {
  const auto same = same_.find(text_.vocabulary.Word(word));
  if (same == same_.end()) return word;
  const int first = text_.vocabulary.Find(same->second);
  return first < 0 ? word : first;
}

/// "Mr. Bumble, the beadle": the noun behind a name, or -1.
int Roles::RoleBehind(const NameMention& name) const {
  const int paragraph = At(name.begin).paragraph;
  if (!IsIn(name.end + 1, paragraph) || Word(name.end) != "," || !IsArticle(Word(name.end + 1))) {
    return -1;
  }
  for (int i = name.end + 2; i < name.end + 2 + kWordsBetween && IsIn(i, paragraph); ++i) {
    if (!At(i).is_word || At(i).possessive) return -1;
    if ((subjects_.Classes(i) & kRoleNoun) == 0) continue;
    if (!IsIn(i + 1, paragraph)) return At(i).word;
    if (At(i + 1).is_word) {
      const std::string& next = Word(i + 1);
      const bool ends = next == "of" || next == "who" || next == "in" || next == "at" ||
                        next == "from" || next == "to" || next == "whose";
      if (ends) return At(i).word;
      continue;
    }
    // "Oliver, the beadle, and Mrs. Mann" are three.
    const bool list = Word(i + 1) == "," && IsIn(i + 2, paragraph) && Word(i + 2) == "and";
    return list ? -1 : At(i).word;
  }
  return -1;
}

/// "the beadle, Mr. Bumble," and "the beadle Bumble": the noun before a name, or -1.
int Roles::RoleBefore(const NameMention& name) const {
  const int paragraph = At(name.begin).paragraph;
  int noun = name.begin - 1;
  if (!IsIn(noun, paragraph)) return -1;
  if (Word(noun) == ",") {
    const bool ends = !IsIn(name.end, paragraph) || !At(name.end).is_word;
    if (!ends) return -1;
    if (IsIn(name.end + 1, paragraph) && Word(name.end) == "," && Word(name.end + 1) == "and") {
      return -1;
    }
    --noun;
  }
  if (IsIn(noun, paragraph) && (Word(noun) == "himself" || Word(noun) == "herself")) --noun;
  if (!IsIn(noun, paragraph) || (subjects_.Classes(noun) & kRoleNoun) == 0 || At(noun).capital ||
      At(noun).possessive) {
    return -1;
  }
  for (int i = noun - 1; i >= noun - kWordsBetween && IsIn(i, paragraph) && At(i).is_word; --i) {
    if (Word(i) == "the") return At(noun).word;
  }
  return -1;
}

void Roles::Add(int word, int token, int person, bool title) {
  const auto [entry, added] = bearers_.try_emplace(RoleOf(word));
  Bearers& bearers = entry->second;
  (title ? bearers.titles : bearers.appositions).push_back({token, person});
  bearers.only = added || bearers.only == person ? person : -1;
}

bool Roles::Fits(int person, const Subject& subject) const {
  const Gender own = people_.persons[static_cast<std::size_t>(person)].gender;
  return own == Gender::kUnknown || subject.gender == Gender::kUnknown || own == subject.gender;
}

/// The last naming before a noun that fits its sex; the person -1 where there is none.
Roles::Naming Roles::Last(const std::vector<Naming>& namings, const Subject& subject) const {
  constexpr int kMostTried = 16;
  auto next = std::lower_bound(namings.begin(), namings.end(), subject.begin,
                               [](const Naming& n, int token) { return n.token < token; });
  for (int tried = 0; tried < kMostTried && next != namings.begin(); ++tried) {
    --next;
    if (Fits(next->person, subject)) return *next;
  }
  return {0, -1};
}

int Roles::BearerOf(const Subject& subject) const {
  constexpr int kReach = 1500;  // tokens
  const auto found = bearers_.find(RoleOf(subject.noun));
  if (found == bearers_.end()) return -1;
  const Bearers& bearers = found->second;
  const Naming titled = Last(bearers.titles, subject);
  if (titled.person >= 0 && titled.token >= subject.begin - kReach &&
      ChapterAt(titled.token) == ChapterAt(subject.begin)) {
    return titled.person;
  }
  const Naming introduced = Last(bearers.appositions, subject);
  if (introduced.person >= 0) return introduced.person;
  return bearers.only >= 0 && Fits(bearers.only, subject) ? bearers.only : -1;
}

}  // namespace fullcast
