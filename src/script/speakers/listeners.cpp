#include "script/speakers/listeners.h"

#include <algorithm>
#include <string>

namespace fullcast {
namespace {

const Token& At(const Text& text, int i) { return text.tokens[static_cast<std::size_t>(i)]; }

/// The sex that a word tells as a call, where it may be one.
Gender SexCalled(const Text& text, const SubjectReader& subjects, int i, bool led) {
  const std::uint32_t classes = subjects.Classes(i);
  const std::string& word = text.Word(At(text, i));
  const Gender sex = GenderOf(classes & (kMaleTitle | kFemaleTitle | kMaleNoun | kFemaleNoun));
  if ((classes & (kKinNoun | kAddress)) != 0) return sex;
  const std::string before = i > 0 ? text.Word(At(text, i - 1)) : "";
  if (word == "lord" || word == "lady") return before == "my" ? sex : Gender::kUnknown;
  return led && (classes & (kGenericNoun | kRoleNoun)) != 0 ? sex : Gender::kUnknown;
}

/// "him" and "her" as objects.
Subject ObjectPronoun(const Text& text, int i) {
  Subject subject;
  const std::string& word = text.Word(At(text, i));
  if (word != "him" && word != "her") return subject;
  subject.kind = SubjectKind::kPronoun;
  subject.gender = word == "him" ? Gender::kMale : Gender::kFemale;
  subject.begin = i;
  subject.end = i + 1;
  return subject;
}

}  // namespace

Call CallIn(const Text& text, const SubjectReader& subjects, int begin, int end) {
  for (int i = begin; i < end; ++i) {
    const Token& token = At(text, i);
    if (token.quotation < 0 || !token.is_word || token.possessive) continue;
    const bool ends = i + 1 == end || !At(text, i + 1).is_word;
    if (!ends) continue;
    int before = i - 1;
    while (
        before >= begin && At(text, before).is_word &&
        ((subjects.Classes(before) & kVocativeLead) != 0 || text.Word(At(text, before)) == "you")) {
      --before;
    }
    const bool open = before < begin || !At(text, before).is_word;
    if (!open) continue;
    const Gender sex = SexCalled(text, subjects, i, before < i - 1);
    if (sex != Gender::kUnknown) return {sex, subjects.KindOfNoun(i)};
  }
  return {};
}

Subject ListenerIn(const Text& text, const SubjectReader& subjects, int begin, int end) {
  for (int i = begin; i + 1 < end; ++i) {
    const std::string& word = text.Word(At(text, i));
    const bool marks = word == "to" || word == "unto" || word == "towards" ||
                       word == "addressing" || word == "addressed" || word == "asked" ||
                       word == "told" || word == "assured" || word == "answered" ||
                       word == "interrupted";
    if (!marks || At(text, i).quotation >= 0) continue;
    Subject subject = subjects.SubjectAt(i + 1, end);
    if (subject.kind == SubjectKind::kNone) subject = ObjectPronoun(text, i + 1);
    const bool inverted = word != "to" && word != "unto" && word != "towards" && i == begin;
    if (inverted) continue;  // "asked Emma" asks nobody
    if (subject.kind == SubjectKind::kName || subject.kind == SubjectKind::kNoun ||
        (subject.kind == SubjectKind::kPronoun && subject.begin > 0 &&
         (text.Word(At(text, subject.begin)) == "him" ||
          text.Word(At(text, subject.begin)) == "her"))) {
      return subject;
    }
  }
  return {};
}

}  // namespace fullcast
