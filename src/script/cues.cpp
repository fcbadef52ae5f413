#include "script/cues.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fullcast {
namespace {

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 15> kDeterminers = {
    "the", "a", "an", "this", "that", "another", "one", "his", "her", "my", "their", "our",
    "its", "some", "your"};
constexpr std::array<std::string_view, 5> kOwners = {"his", "her", "my", "their", "our"};
constexpr std::array<std::string_view, 12> kObjectMarkers = {
    "to", "at", "of", "with", "for", "from", "upon", "on", "by", "towards", "behind", "after"};

constexpr std::array<std::string_view, 5> kSpouses = {"wife", "husband", "bride", "fiance",
                                                      "fiancee"};
constexpr std::array<std::string_view, 11> kParents = {"mother", "father", "mamma", "mama", "papa",
                                                       "mum",    "mom",    "dad",   "ma",   "pa",
                                                       "parent"};
constexpr std::array<std::string_view, 3> kSiblings = {"brother", "sister", "twin"};
constexpr std::array<std::string_view, 7> kChildren = {"son",   "daughter", "child", "nephew",
                                                       "niece", "baby",     "grandson"};
constexpr std::array<std::string_view, 8> kYoung = {"girl", "boy",    "lad",   "youth",
                                                    "lass", "maiden", "urchin", "youngster"};

bool IsSentenceMark(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "\u2026";
}

bool LooksAdverbial(std::string_view word) {
  return word.size() > 4 && word.ends_with("ly");
}

}  // namespace

CueReader::CueReader(const Text& text, const Names& names, const People& people,
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

std::uint32_t CueReader::Classes(int i) const {
  return classes_[static_cast<std::size_t>(At(i).word)];
}

bool CueReader::IsSpeech(int i) const {
  return !At(i).capital && (Classes(i) & kSpeechVerb) != 0;
}

int CueReader::SkipMarks(int i, int end) const {
  while (i < end && !At(i).is_word) ++i;
  return i;
}

int CueReader::SentenceEnd(int i, int end) const {
  while (i < end && !IsSentenceMark(Word(i))) ++i;
  return i;
}

int CueReader::SentenceBegin(int begin, int i) const {
  while (i > begin && !IsSentenceMark(Word(i - 1))) --i;
  return i;
}

NounKind CueReader::KindOfNoun(int i) const {
  const std::uint32_t classes = Classes(i);
  const std::string_view word = Word(i);
  if (IsOneOf(word, kSpouses)) return NounKind::kSpouse;
  if (IsOneOf(word, kParents)) return NounKind::kParent;
  if (IsOneOf(word, kSiblings)) return NounKind::kSibling;
  if (IsOneOf(word, kChildren)) return NounKind::kChild;
  if ((classes & kKinNoun) != 0) return NounKind::kElderKin;
  if (IsOneOf(word, kYoung) || (i > 0 && Word(i - 1) == "young")) return NounKind::kYoung;
  return (classes & kGenericNoun) != 0 ? NounKind::kGeneric : NounKind::kRole;
}

Subject CueReader::NounAt(int i, int end) const {
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

Subject CueReader::SubjectAt(int i, int end) const {
  if (i >= end || !At(i).is_word) return {};
  Subject subject;
  subject.begin = i;
  const std::string_view word = Word(i);
  if (word == "i" && At(i).capital) {
    subject.kind = SubjectKind::kFirstPerson;
    subject.end = i + 1;
    return subject;
  }
  if (word == "he" || word == "she") {
    subject.kind = SubjectKind::kPronoun;
    subject.gender = word == "he" ? Gender::kMale : Gender::kFemale;
    subject.end = i + 1;
    return subject;
  }
  if (word == "they" || word == "we" || word == "everybody" || word == "everyone") {
    subject.kind = SubjectKind::kGroup;
    subject.end = i + 1;
    return subject;
  }
  // A name may follow an article and an adjective or two: "the Gryphon", "poor Harriet".
  const int reach = std::min(end, i + 4);
  for (int j = i; j < reach && At(j).is_word; ++j) {
    const int mention = MentionAt(j);
    if (mention >= 0) {
      const NameMention& name = names_.mentions[static_cast<std::size_t>(mention)];
      const int person = people_.of_form[static_cast<std::size_t>(name.form)];
      if (At(name.end - 1).possessive) {
        Subject owned;
        for (int k = name.end; k < std::min(end, name.end + 3); ++k) {
          if ((Classes(k) & kPersonNoun) == 0) continue;
          owned.kind = SubjectKind::kNoun;
          owned.noun = At(k).word;
          owned.noun_kind = KindOfNoun(k);
          owned.gender = GenderOf(Classes(k) & (kMaleNoun | kFemaleNoun));
          owned.owner = person;
          owned.owned = true;
          owned.begin = i;
          owned.end = k + 1;
          break;
        }
        return owned;
      }
      subject.kind = SubjectKind::kName;
      subject.person = person;
      subject.end = name.end;
      return subject;
    }
    const bool modifier = IsOneOf(Word(j), kDeterminers) ||
                          (j > i && (Classes(j) & (kSpeechVerb | kPersonNoun)) == 0) ||
                          Word(j) == "poor" || Word(j) == "old" || Word(j) == "little" ||
                          Word(j) == "young" || Word(j) == "dear";
    if (!modifier) break;
  }
  return NounAt(i, end);
}

Subject CueReader::FirstSubject(int begin, int end) const {
  for (int i = begin; i < std::min(end, begin + 12); ++i) {
    if (i > begin && At(i - 1).is_word && IsOneOf(Word(i - 1), kObjectMarkers)) continue;
    const Subject subject = SubjectAt(i, end);
    if (subject.kind != SubjectKind::kNone) return subject;
  }
  return {};
}

void CueReader::ReadAfter(int begin, int end, bool comma, Cue& cue) const {
  const int first = SkipMarks(begin, end);
  if (first >= end) return;
  const int stop = SentenceEnd(first, end);
  if (IsSpeech(first) || (comma && !At(first).capital && first + 1 < stop &&
                          SubjectAt(first, stop).kind == SubjectKind::kNone)) {
    int next = first + 1;
    while (next < stop && At(next).is_word &&
           (LooksAdverbial(Word(next)) || Word(next) == "out" || Word(next) == "on" ||
            Word(next) == "in")) {
      ++next;
    }
    const Subject subject = SubjectAt(next, stop);
    if (subject.kind != SubjectKind::kNone && (IsSpeech(first) || subject.end > 0)) {
      cue.subject = subject;
      cue.place = CuePlace::kVerbSubject;
      cue.thought = (Classes(first) & kThoughtVerb) != 0;
      return;
    }
  }
  Subject subject = SubjectAt(first, stop);
  if (subject.kind == SubjectKind::kNone) {
    cue.beat_after = FirstSubject(first, stop);
    return;
  }
  int verb = -1;
  for (int i = subject.end; i < std::min(stop, subject.end + 9); ++i) {
    if (IsSpeech(i)) {
      verb = i;
      break;
    }
    if (Word(i) == ";" || (SubjectAt(i, stop).kind == SubjectKind::kPronoun)) break;
  }
  const bool near = verb >= 0 && (verb - subject.end <= 3 || !At(first).capital || comma);
  if (near || (comma && subject.kind != SubjectKind::kNone)) {
    cue.subject = subject;
    cue.place = CuePlace::kSubjectVerb;
    cue.thought = verb >= 0 && (Classes(verb) & kThoughtVerb) != 0;
  } else {
    cue.beat_after = subject;
  }
}

void CueReader::ReadBefore(int begin, int end, bool same_paragraph, Cue& cue) const {
  if (begin >= end) return;
  int tail = end - 1;
  while (tail > begin && (Word(tail) == "_" || Word(tail) == "\"")) --tail;
  const std::string_view last = Word(tail);
  const bool leads = last == ":" || last == "," || last == "--" || last == "\u2014" ||
                     last == "-" || At(tail).is_word;
  const int sentence_end = leads ? tail + 1 : tail;
  const int first = SentenceBegin(begin, sentence_end);
  const Subject actor = FirstSubject(SkipMarks(first, sentence_end), sentence_end);
  if (same_paragraph) cue.beat_before = actor;
  if (!leads || (!same_paragraph && last != ":" && last != ",")) return;
  int verb = -1;
  for (int i = sentence_end - 1; i >= first; --i) {
    if (IsSpeech(i)) {
      verb = i;
      break;
    }
  }
  Subject subject;
  if (verb >= 0) {
    for (int i = verb - 1; i >= first; --i) {
      if (i > first && IsOneOf(Word(i - 1), kObjectMarkers)) continue;
      const Subject found = SubjectAt(i, verb);
      if (found.kind != SubjectKind::kNone && found.end <= verb) {
        subject = found;
        // Take the whole of "the old lady", "Mr. Bennet": what starts further left and ends here.
        for (int j = std::max(first, i - 4); j < i; ++j) {
          const Subject longer = SubjectAt(j, verb);
          if (longer.kind != SubjectKind::kNone && longer.end == found.end) {
            subject = longer;
            break;
          }
        }
        break;
      }
    }
    if (subject.kind == SubjectKind::kNone && verb + 1 < sentence_end) {
      subject = SubjectAt(verb + 1, sentence_end);
    }
    cue.thought = (Classes(verb) & kThoughtVerb) != 0;
  } else if (last == ":" || last == ",") {
    subject = actor;
  }
  if (subject.kind == SubjectKind::kNone) return;
  cue.subject = subject;
  cue.place = same_paragraph ? CuePlace::kBefore : CuePlace::kParagraphBefore;
}

Cue CueReader::Read(int begin, int end) const {
  const Passage& paragraph =
      text_.paragraphs[static_cast<std::size_t>(At(begin).paragraph)];
  Cue cue;
  int after = end;
  while (after < paragraph.end && At(after).quotation < 0) ++after;
  int last = end - 1;
  while (last > begin && !At(last).is_word && Word(last) != "," && !IsSentenceMark(Word(last)) &&
         Word(last) != "--") {
    --last;
  }
  ReadAfter(end, after, Word(last) == ",", cue);
  int before = begin;
  while (before > paragraph.begin && At(before - 1).quotation < 0) --before;
  Cue lead;
  if (before < begin) {
    ReadBefore(before, begin, true, lead);
  } else if (begin == paragraph.begin && At(begin).paragraph > 0 && !paragraph.after_break) {
    const Passage& previous =
        text_.paragraphs[static_cast<std::size_t>(At(begin).paragraph) - 1];
    int from = previous.end;
    while (from > previous.begin && At(from - 1).quotation < 0) --from;
    ReadBefore(from, previous.end, false, lead);
  }
  cue.beat_before = lead.beat_before;
  // What stands before the first words of a paragraph's narration belongs to the next quotation;
  // narration between two quotations rather closes the first one, unless it leads with a colon.
  if (cue.place == CuePlace::kNone && lead.place != CuePlace::kNone) {
    cue.subject = lead.subject;
    cue.place = lead.place;
    cue.thought = lead.thought;
  }
  return cue;
}

}  // namespace fullcast
