#include "script/speakers/cues.h"

#include <algorithm>
#include <array>

#include "script/speakers/listeners.h"

namespace fullcast {
namespace {

bool IsSentenceMark(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "\u2026";
}

/// What may stand between a verb and its subject: "said quickly Emma", "went on Emma".
bool MayStandBetween(std::string_view word) {
  return (word.size() > 4 && word.ends_with("ly")) || word == "out" || word == "on" || word == "in";
}

/// What begins a clause that is no main clause.
bool IsSubordinator(std::string_view word) {
  constexpr std::array<std::string_view, 18> kWords = {
      "when", "while", "as",    "if",    "though", "although", "because", "since", "until",
      "till", "who",   "which", "whose", "whom",   "that",     "where",   "after", "before"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

bool CueReader::IsThought(int i) const { return (subjects_.Classes(i) & kThoughtVerb) != 0; }

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

/// The verb of speech not far behind a subject, or -1.
int CueReader::VerbBehind(const Subject& subject, int stop) const {
  for (int i = subject.end; i < std::min(stop, subject.end + 9); ++i) {
    if (subjects_.IsSpeech(i)) return i;
    if (Word(i) == ";" || subjects_.SubjectAt(i, stop).kind == SubjectKind::kPronoun) return -1;
  }
  return -1;
}

/// Whether a verb has a clause for its object: "replied very concisely that she was".
bool CueReader::Reports(int verb, int stop) const {
  for (int i = verb + 1; i < std::min(stop, verb + 4) && At(i).is_word; ++i) {
    if (Word(i) == "that") return true;
  }
  return false;
}

Subject CueReader::ReportIn(int begin, int end) const {
  Subject report;
  for (int i = begin; i < end;) {
    const int first = SkipMarks(i, end);
    const int stop = SentenceEnd(first, end);
    if (first < stop && At(first).quotation < 0) {
      const Subject subject = subjects_.FirstSubject(first, stop);
      if (subject.kind != SubjectKind::kNone && VerbBehind(subject, stop) >= 0) report = subject;
    }
    i = stop + 1;
  }
  return report;
}

/// "said Emma": the verb before its subject.
bool CueReader::ReadInverted(int first, int stop, bool comma, Cue& cue) const {
  // Behind a comma any verb will do, if a subject follows it: "quoth Emma".
  const bool verb =
      subjects_.IsSpeech(first) || (comma && !At(first).capital && first + 1 < stop &&
                                    subjects_.SubjectAt(first, stop).kind == SubjectKind::kNone);
  if (!verb) return false;
  int next = first + 1;
  while (next < stop && At(next).is_word && MayStandBetween(Word(next))) ++next;
  const Subject subject = subjects_.SubjectAt(next, stop);
  if (subject.kind == SubjectKind::kNone) return false;
  cue.subject = subject;
  cue.place = CuePlace::kVerbSubject;
  cue.thought = IsThought(first);
  return true;
}

void CueReader::ReadAfter(int begin, int end, bool comma, Cue& cue) const {
  const int first = SkipMarks(begin, end);
  if (first >= end) return;
  const int stop = SentenceEnd(first, end);
  if (ReadInverted(first, stop, comma, cue)) {
    cue.listener = ListenerIn(text_, subjects_, first, stop);
    return;
  }
  Subject subject = subjects_.SubjectAt(first, stop);
  if (subject.kind == SubjectKind::kNone) {
    cue.beat_after = subjects_.FirstSubject(first, stop);
    return;
  }
  const int verb = VerbBehind(subject, stop);
  const bool near =
      verb >= 0 && (verb - subject.end <= 3 || !At(first).capital || comma) &&
      (comma || (!Reports(verb, stop) && (subjects_.Classes(verb) & kRatherActs) == 0));
  if (near || (comma && subject.kind != SubjectKind::kNone)) {
    cue.subject = subject;
    cue.place = CuePlace::kSubjectVerb;
    cue.thought = verb >= 0 && IsThought(verb);
    cue.listener = ListenerIn(text_, subjects_, subject.end, stop);
  } else {
    cue.beat_after = subject;
  }
}

/// Where the clause begins that ends at a token, not before `first`.
int CueReader::ClauseBegin(int first, int end) const {
  int i = end;
  while (i > first && At(i - 1).is_word && Word(i - 1) != "and" && Word(i - 1) != "but") --i;
  return i;
}

/// The subject of a verb in the tokens [first, end): of its clause, or, where that has none ("he
/// rose, and, smiling at her, said"), of the nearest main clause before; else what follows it.
Subject CueReader::SubjectOfVerb(int first, int verb, int end) const {
  for (int stop = verb; stop > first;) {
    const int begin = ClauseBegin(first, stop);
    if (begin < stop && (stop == verb || !IsSubordinator(Word(begin)))) {
      const Subject subject = subjects_.FirstSubject(begin, stop);
      const bool apposition = subject.kind == SubjectKind::kNoun && stop != verb && begin != first;
      if (subject.kind != SubjectKind::kNone && !apposition) return subject;
    }
    stop = std::min(begin, stop - 1);
  }
  const Subject any = subjects_.FirstSubject(first, verb);
  if (any.kind != SubjectKind::kNone) return any;
  return verb + 1 < end ? subjects_.SubjectAt(verb + 1, end) : Subject{};
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
  const Subject actor = subjects_.FirstSubject(SkipMarks(first, sentence_end), sentence_end);
  if (same_paragraph) cue.beat_before = actor;
  // "... till Sir William thus began."
  const bool announced = !same_paragraph && last == "." && tail > begin + 1 &&
                         (Word(tail - 2) == "thus" || Word(tail - 1) == "thus");
  if (!announced && (!leads || (!same_paragraph && last != ":" && last != ","))) return;
  int verb = -1;
  for (int i = sentence_end - 1; i >= first; --i) {
    if (subjects_.IsSpeech(i) || (subjects_.Classes(i) & kSpeechParticiple) != 0) {
      verb = i;
      break;
    }
  }
  Subject subject;
  if (verb >= 0) {
    subject = SubjectOfVerb(first, verb, sentence_end);
    cue.thought = IsThought(verb);
  } else if (last == ":" || last == ",") {
    subject = actor;
  }
  if (subject.kind == SubjectKind::kNone) return;
  cue.subject = subject;
  cue.listener = ListenerIn(text_, subjects_, first, sentence_end);
  cue.place = same_paragraph ? CuePlace::kBefore : CuePlace::kParagraphBefore;
}

Cue CueReader::Read(int begin, int end) const {
  const Passage& paragraph = text_.paragraphs[static_cast<std::size_t>(At(begin).paragraph)];
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
    const Passage& previous = text_.paragraphs[static_cast<std::size_t>(At(begin).paragraph) - 1];
    int from = previous.end;
    while (from > previous.begin && At(from - 1).quotation < 0) --from;
    ReadBefore(from, previous.end, false, lead);
  }
  cue.beat_before = lead.beat_before;
  // What stands before the first words of a paragraph's narration belongs to the next quotation;
  // narration between two quotations rather closes the first one, unless it leads with a colon.
  if (cue.place == CuePlace::kNone && lead.place != CuePlace::kNone) {
    cue.subject = lead.subject;
    cue.listener = lead.listener;
    cue.place = lead.place;
    cue.thought = lead.thought;
  }
  return cue;
}

}  // namespace fullcast
