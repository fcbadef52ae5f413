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
                           const SubjectReader& subjects)
    : text_(text), names_(names), people_(people), subjects_(subjects) {
  for (std::size_t p = 0; p < people.persons.size(); ++p) {
    const Person& person = people.persons[p];
    if (person.kind == PersonKind::kNamed && person.surname >= 0 && person.given.empty() &&
        IsHead(person)) {
      heads_[person.surname].push_back(static_cast<int>(p));
    }
  }
  CollectBearers();
}

/// Finds for each title the only person whose names begin with it.
void Descriptions::CollectBearers() {
  for (std::size_t f = 0; f < names_.forms.size(); ++f) {
    const std::vector<int>& words = names_.forms[f].words;
    const int person = people_.of_form[f];
    if (person < 0 || words.size() < 2) continue;
    const auto [bearer, added] = only_bearers_.try_emplace(words.front(), person);
    if (!added && bearer->second != person) bearer->second = -1;
  }
}

bool Descriptions::MayOwn(const Person& owner, const Subject& subject) const {
  if (owner.kind != PersonKind::kNamed || owner.surname < 0) return false;
  const std::string& word = text_.Word(At(subject.begin));
  if (word == "his") return owner.gender == Gender::kMale;
  if (word == "her") return owner.gender == Gender::kFemale;
  return word == "their";
}

bool Descriptions::IsRelative(const Person& head, const Person& owner, const Subject& subject) {
  if (head.gender != subject.gender) return false;
  if (subject.noun_kind == NounKind::kSpouse) {
    return IsHead(owner) && owner.given.empty() && head.gender != owner.gender;
  }
  return subject.noun_kind == NounKind::kParent &&
         (!owner.given.empty() || owner.title == TitleKind::kMiss);
}

int Descriptions::RelativeOf(int owner, const Subject& subject) const {
  const auto heads = heads_.find(Of(owner).surname);
  if (heads == heads_.end()) return -1;
  int found = -1;
  for (const int head : heads->second) {
    if (head == owner || !IsRelative(Of(head), Of(owner), subject)) continue;
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

/// "the general" after "General Tilney"; "her ladyship" after "Lady Catherine".
int Descriptions::TitleBearer(const Subject& subject) const {
  constexpr int kReach = 1500;  // tokens
  const std::string& noun = text_.vocabulary.Word(subject.noun);
  const bool of_rank = noun == "ladyship" || noun == "lordship";
  const int near = LookBack(subject.begin, kReach, [&](const NameMention& name, int person) {
    const std::vector<int>& words = names_.forms[static_cast<std::size_t>(name.form)].words;
    const bool titled = words.size() > 1 && words.front() == subject.noun;
    const bool ranked =
        of_rank && Of(person).title == TitleKind::kRank && Of(person).gender == subject.gender;
    return titled || ranked ? person : -1;
  });
  if (near >= 0) return near;
  const auto only = only_bearers_.find(subject.noun);
  return only == only_bearers_.end() ? -1 : only->second;
}

int Descriptions::PersonMeant(const Subject& subject) const {
  if (subject.kind != SubjectKind::kNoun) return -1;
  if (subject.owned &&
      (subject.noun_kind == NounKind::kSpouse || subject.noun_kind == NounKind::kParent)) {
    return Relative(subject);
  }
  return subject.noun_kind == NounKind::kRole ? TitleBearer(subject) : -1;
}

}  // namespace fullcast
