#include "script/speakers/subjects.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "script/people/name_particles.h"

namespace fullcast {
namespace {

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 15> kDeterminers = {"the",     "a",   "an",  "this", "that",
                                                           "another", "one", "his", "her",  "my",
                                                           "their",   "our", "its", "some", "your"};
constexpr std::array<std::string_view, 5> kOwners = {"his", "her", "my", "their", "our"};
constexpr std::array<std::string_view, 12> kObjectMarkers = {
    "to", "at", "of", "with", "for", "from", "upon", "on", "by", "towards", "behind", "after"};

constexpr std::array<std::string_view, 5> kSpouses = {"wife", "husband", "bride", "fiance",
                                                      "fiancee"};
constexpr std::array<std::string_view, 11> kParents = {
    "mother", "father", "mamma", "mama", "papa", "mum", "mom", "dad", "ma", "pa", "parent"};
constexpr std::array<std::string_view, 3> kSiblings = {"brother", "sister", "twin"};
constexpr std::array<std::string_view, 7> kChildren = {"son",   "daughter", "child",   "nephew",
                                                       "niece", "baby",     "grandson"};
constexpr std::array<std::string_view, 8> kYoung = {"girl", "boy",    "lad",    "youth",
                                                    "lass", "maiden", "urchin", "youngster"};

}  // namespace

SubjectReader::SubjectReader(const Text& text, const Names& names, const People& people,
                             const Lexicon& lexicon)
    : text_(text),
      names_(names),
      people_(people),
      classes_(ClassesOf(text.vocabulary, lexicon)),
      mention_at_(text.tokens.size() + 1, -1) {
  for (std::size_t m = 0; m < names.mentions.size(); ++m) {
    const NameMention& mention = names.mentions[m];
    if (people.of_form[static_cast<std::size_t>(mention.form)] >= 0) {
      mention_at_[static_cast<std::size_t>(mention.begin)] = static_cast<int>(m);
    }
  }
}

std::uint32_t SubjectReader::Classes(int i) const {
  return classes_[static_cast<std::size_t>(At(i).word)];
}

bool SubjectReader::IsSpeech(int i) const {
  return !At(i).capital && (Classes(i) & kSpeechVerb) != 0;
}

bool SubjectReader::MarksObject(int i) const { return IsOneOf(Word(i), kObjectMarkers); }

NounKind SubjectReader::KindOfNoun(int i) const {
  const std::uint32_t classes = Classes(i);
  const std::string_view word = Word(i);
  if (IsOneOf(word, kSpouses)) return NounKind::kSpouse;
  if (word == "lady" && i > 0 && Word(i - 1) == "his") return NounKind::kSpouse;
  if (IsOneOf(word, kParents)) return NounKind::kParent;
  if (IsOneOf(word, kSiblings)) return NounKind::kSibling;
  if (IsOneOf(word, kChildren)) return NounKind::kChild;
  if ((classes & kKinNoun) != 0) return NounKind::kElderKin;
  if (IsOneOf(word, kYoung) || (i > 0 && Word(i - 1) == "young")) return NounKind::kYoung;
  return (classes & kGenericNoun) != 0 ? NounKind::kGeneric : NounKind::kRole;
}

Subject SubjectReader::NounAt(int i, int end) const {
  Subject subject;
  subject.begin = i;
  if (i < end && (Word(i) == "all" || Word(i) == "both")) ++i;
  if (i >= end || !At(i).is_word) return {};
  const bool capital_noun = At(i).capital && (Classes(i) & kPersonNoun) != 0;
  if (!IsOneOf(Word(i), kDeterminers) && !capital_noun) return {};
  subject.owned = IsOneOf(Word(i), kOwners);
  if (!capital_noun) ++i;
  int found = -1;
  for (int j = i; j < std::min(end, i + 5) && At(j).is_word; ++j) {
    if (At(j).possessive && (Classes(j) & kPersonNoun) != 0) {
      subject.owned = true;
      continue;
    }
    if ((Classes(j) & kPersonNoun) != 0) {
      found = j;
      const bool more = j + 1 < end && At(j + 1).is_word && (Classes(j + 1) & kPersonNoun) != 0;
      if (!more) break;
    } else if (found >= 0 || (IsSpeech(j) && j > i)) {
      break;
    }
  }
  if (found < 0) return {};
  const std::uint32_t classes = Classes(found);
  subject.kind = (classes & kGroupNoun) != 0 ? SubjectKind::kGroup : SubjectKind::kNoun;
  subject.noun = At(found).word;
  subject.noun_kind = KindOfNoun(found);
  subject.gender = GenderOf(classes & (kMaleNoun | kFemaleNoun));
  subject.end = found + 1;
  return subject;
}

/// "father" of "Emma's father".
Subject SubjectReader::OwnedNoun(int begin, int i, int end, int owner) const {
  for (int k = i; k < std::min(end, i + 3); ++k) {
    if ((Classes(k) & kPersonNoun) == 0) continue;
    Subject subject;
    subject.kind = SubjectKind::kNoun;
    subject.noun = At(k).word;
    subject.noun_kind = KindOfNoun(k);
    subject.gender = GenderOf(Classes(k) & (kMaleNoun | kFemaleNoun));
    subject.owner = owner;
    subject.owned = true;
    subject.begin = begin;
    subject.end = k + 1;
    return subject;
  }
  return {};
}

/// The pronouns and the like that are a subject by themselves.
Subject SubjectReader::WordAt(int i) const {
  Subject subject;
  const std::string_view word = Word(i);
  if (word == "i" && At(i).capital) {
    subject.kind = SubjectKind::kFirstPerson;
  } else if (word == "he" || word == "she") {
    subject.kind = SubjectKind::kPronoun;
    subject.gender = word == "he" ? Gender::kMale : Gender::kFemale;
  } else if (word == "they" || word == "we" || word == "everybody" || word == "everyone") {
    subject.kind = SubjectKind::kGroup;
  } else {
    return {};
  }
  subject.begin = i;
  subject.end = i + 1;
  return subject;
}

Subject SubjectReader::SubjectAt(int i, int end) const {
  if (i >= end || !At(i).is_word) return {};
  Subject subject = WordAt(i);
  if (subject.kind != SubjectKind::kNone) return subject;
  subject.begin = i;
  // A name may follow an article and an adjective or two: "the Gryphon", "poor Harriet".
  const int reach = std::min(end, i + 4);
  for (int j = i; j < reach && At(j).is_word; ++j) {
    const int mention = MentionAt(j);
    if (mention >= 0) {
      const NameMention& name = names_.mentions[static_cast<std::size_t>(mention)];
      const int person = people_.of_form[static_cast<std::size_t>(name.form)];
      if (At(name.end - 1).possessive) return OwnedNoun(i, name.end, end, person);
      subject.kind = SubjectKind::kName;
      subject.person = person;
      subject.end = name.end;
      return subject;
    }
    const bool modifier = IsOneOf(Word(j), kDeterminers) ||
                          (j > i && (Classes(j) & (kSpeechVerb | kPersonNoun)) == 0) ||
                          IsNameParticle(Word(j)) || Word(j) == "poor" || Word(j) == "old" ||
                          Word(j) == "little" || Word(j) == "young" || Word(j) == "dear";
    if (!modifier) break;
  }
  return NounAt(i, end);
}

Subject SubjectReader::FirstSubject(int begin, int end) const {
  for (int i = begin; i < std::min(end, begin + 12); ++i) {
    const Subject subject = SubjectAt(i, end);
    const bool nominative =
        subject.kind == SubjectKind::kPronoun || subject.kind == SubjectKind::kFirstPerson;
    if (i > begin && MarksObject(i - 1) && !nominative) continue;
    if (subject.kind != SubjectKind::kNone) return subject;
  }
  return {};
}

}  // namespace fullcast
