#include "script/speakers/descriptions.h"

#include <algorithm>

namespace fullcast {
namespace {

/// "Mr. Bennet", "Lady Bertram", "General Tilney": the head of a family, who needs no given name.
bool IsHead(const Person& person) {
  return person.title == TitleKind::kMister || person.title == TitleKind::kMrs ||
         person.title == TitleKind::kRank;
}

}  // namespace

Descriptions::Descriptions(const Text& text, const Names& names, const People& people,
                           const SubjectReader& subjects, const WordLists& roles)
    : text_(text),
      names_(names),
      people_(people),
      subjects_(subjects),
      roles_(text, names, people, subjects, roles) {
  for (std::size_t p = 0; p < people.persons.size(); ++p) {
    const Person& person = people.persons[p];
    if (person.kind == PersonKind::kNamed && person.surname >= 0 && IsHead(person)) {
      heads_[person.surname].push_back(static_cast<int>(p));
    }
  }
  // Mr. Frank Churchill is no head of his family where there is a Mr. Churchill.
  for (auto& [surname, heads] : heads_) {
    const std::vector<int> all = heads;
    std::erase_if(heads, [&](int head) {
      return !Of(head).given.empty() && std::any_of(all.begin(), all.end(), [&](int other) {
        return Of(other).given.empty() && Of(other).gender == Of(head).gender;
      });
    });
  }
}

bool Descriptions::MayOwn(const Person& owner, const Subject& subject) const {
  if (owner.kind != PersonKind::kNamed || owner.surname < 0) return false;
  const std::string& word = text_.Word(At(subject.begin));
  if (word == "his") return owner.gender == Gender::kMale;
  if (word == "her") return owner.gender == Gender::kFemale;
  return word == "their";
}

bool Descriptions::IsRelative(int head, int owner, const Subject& subject) const {
  if (head == owner || Of(head).gender != subject.gender) return false;
  if (subject.noun_kind == NounKind::kSpouse) {
    const std::vector<int>& heads = heads_.at(Of(owner).surname);
    return Of(head).gender != Of(owner).gender &&
           std::find(heads.begin(), heads.end(), owner) != heads.end();
  }
  return subject.noun_kind == NounKind::kParent && Of(head).given.empty() &&
         (!Of(owner).given.empty() || Of(owner).title == TitleKind::kMiss);
}

int Descriptions::RelativeOf(int owner, const Subject& subject) const {
  const auto heads = heads_.find(Of(owner).surname);
  if (heads == heads_.end()) return -1;
  int found = -1;
  for (const int head : heads->second) {
    if (!IsRelative(head, owner, subject)) continue;
    if (found < 0 || Of(head).mentions > Of(found).mentions) found = head;
  }
  return found;
}

int Descriptions::LookBack(int token, int reach,
                           const std::function<int(const NameMention&, int)>& test) const {
  for (int i = token - 1; i >= std::max(0, token - reach); --i) {
    if (ChapterAt(i) != ChapterAt(token)) break;
    const int mention = subjects_.MentionAt(i);
    if (mention < 0) continue;
    const NameMention& name = names_.mentions[static_cast<std::size_t>(mention)];
    // Who is only spoken of need not be there.
    if (At(i).quotation >= 0 && !name.vocative) continue;
    const int found = test(name, people_.of_form[static_cast<std::size_t>(name.form)]);
    if (found >= 0) return found;
  }
  return -1;
}

/// A pronoun's owner is the nearest before it who has such a relative.
int Descriptions::Relative(const Subject& subject) const {
  constexpr int kReach = 300;  // tokens
  if (subject.owner >= 0) return RelativeOf(subject.owner, subject);
  return LookBack(subject.begin, kReach, [&](const NameMention&, int owner) {
    return MayOwn(Of(owner), subject) ? RelativeOf(owner, subject) : -1;
  });
}

/// "her ladyship" after "Lady Catherine".
int Descriptions::OfRank(const Subject& subject) const {
  constexpr int kReach = 1500;  // tokens
  return LookBack(subject.begin, kReach, [&](const NameMention&, int person) {
    const bool ranked = Of(person).title == TitleKind::kRank && Of(person).gender == subject.gender;
    return ranked ? person : -1;
  });
}

int Descriptions::PersonMeant(const Subject& subject) const {
  if (subject.kind != SubjectKind::kNoun) return -1;
  switch (subject.noun_kind) {
    case NounKind::kSpouse:
    case NounKind::kParent:
      return subject.owned ? Relative(subject) : -1;
    case NounKind::kRole: {
      const std::string& noun = text_.vocabulary.Word(subject.noun);
      if (noun == "ladyship" || noun == "lordship") return OfRank(subject);
      return roles_.BearerOf(subject);
    }
    case NounKind::kElderKin:
      return roles_.BearerOf(subject);
    default:
      return -1;
  }
}

}  // namespace fullcast
