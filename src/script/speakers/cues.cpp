#include "script/speakers/cues.h"

#include <algorithm>

namespace fullcast {
namespace {

bool IsSentenceMark(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "\u2026";
}

/// What may stand between a verb and its subject: "said quickly Emma", "went on Emma".
bool MayStandBetween(std::string_view word) {
  return (word.size() > 4 && word.ends_with("ly")) || word == "out" || word == "on" || word == "in";
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
  if (ReadInverted(first, stop, comma, cue)) return;
  Subject subject = subjects_.SubjectAt(first, stop);
  if (subject.kind == SubjectKind::kNone) {
    cue.beat_after = subjects_.FirstSubject(first, stop);
    return;
  }
  const int verb = VerbBehind(subject, stop);
  const bool near = verb >= 0 && (verb - subject.end <= 3 || !At(first).capital || comma);
  if (near || (comma && subject.kind != SubjectKind::kNone)) {
    cue.subject = subject;
    cue.place = CuePlace::kSubjectVerb;
    cue.thought = verb >= 0 && IsThought(verb);
  } else {
    cue.beat_after = subject;
  }
}

/// The subject of a verb in the tokens [first, end): the nearest before it that is no object, or
/// the one right behind it.
Subject CueReader::SubjectOfVerb(int first, int verb, int end) const {
  for (int i = verb - 1; i >= first; --i) {
    if (i > first && subjects_.MarksObject(i - 1)) continue;
    const Subject found = subjects_.SubjectAt(i, verb);
    if (found.kind == SubjectKind::kNone || found.end > verb) continue;
    // Take the whole of "the old lady", "Mr. Bennet": what starts further left and ends here.
    for (int j = std::max(first, i - 4); j < i; ++j) {
      const Subject longer = subjects_.SubjectAt(j, verb);
      if (longer.kind != SubjectKind::kNone && longer.end == found.end) return longer;
    }
    return found;
  }
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
  if (!leads || (!same_paragraph && last != ":" && last != ",")) return;
  int verb = -1;
  for (int i = sentence_end - 1; i >= first; --i) {
    if (subjects_.IsSpeech(i)) {
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
    cue.place = lead.place;
    cue.thought = lead.thought;
  }
  return cue;
}

}  // namespace fullcast
