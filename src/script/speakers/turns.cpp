#include "script/speakers/turns.h"

#include <cstddef>
#include <utility>

#include "core/interrupt.h"

namespace fullcast {
namespace {

/// A stretch of one quotation inside one paragraph.
struct Stretch {
  int begin = 0;
  int end = 0;
};

const Token& At(const Text& text, int i) { return text.tokens[static_cast<std::size_t>(i)]; }

/// The stretches of each quotation.
std::vector<std::vector<Stretch>> CollectStretches(const Text& text, std::size_t quotations) {
  std::vector<std::vector<Stretch>> stretches(quotations);
  const int count = static_cast<int>(text.tokens.size());
  for (int i = 0; i < count;) {
    const Token& first = At(text, i);
    int end = i + 1;
    while (end < count && At(text, end).quotation == first.quotation &&
           At(text, end).paragraph == first.paragraph) {
      ++end;
    }
    if (first.quotation >= 0) {
      stretches[static_cast<std::size_t>(first.quotation)].push_back({i, end});
    }
    i = end;
  }
  return stretches;
}

void MergeCue(Cue& into, const Cue& cue) {
  if (into.place == CuePlace::kNone && cue.place != CuePlace::kNone) {
    into.subject = cue.subject;
    into.listener = cue.listener;
    into.place = cue.place;
    into.thought = cue.thought;
  }
  if (into.beat_before.kind == SubjectKind::kNone) into.beat_before = cue.beat_before;
  if (into.beat_after.kind == SubjectKind::kNone) into.beat_after = cue.beat_after;
}

/// The turn of one quotation.
Turn TurnOf(const Text& text, const CueReader& cues, const std::vector<Stretch>& stretches) {
  Turn turn;
  turn.begin = stretches.front().begin;
  turn.end = stretches.back().end;
  turn.first_paragraph = At(text, turn.begin).paragraph;
  turn.last_paragraph = At(text, turn.end - 1).paragraph;
  for (const Stretch& stretch : stretches) {
    MergeCue(turn.cue, cues.Read(stretch.begin, stretch.end));
    for (int i = stretch.begin; i < stretch.end; ++i) {
      const Token& token = At(text, i);
      turn.words += token.is_word ? 1 : 0;
      const std::string& word = text.Word(token);
      if (!token.is_word && (word == "?" || word == "." || word == "!")) {
        turn.question = word == "?";
      }
    }
  }
  return turn;
}

/// Makes the cue of a turn name the person who is known to speak it.
void Settle(Turn& turn, int person, const People& people) {
  turn.settled = true;
  turn.cue.place = CuePlace::kVerbSubject;
  turn.cue.subject = {};
  turn.cue.subject.kind = SubjectKind::kName;
  turn.cue.subject.person = person;
  turn.cue.subject.gender = people.persons[static_cast<std::size_t>(person)].gender;
}

/// Quotations of one paragraph are one turn unless their cues name different speakers.
bool Continues(const Turn& turn, const Turn& next) {
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

void Append(Turn& turn, const Turn& next) {
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

}  // namespace

std::vector<Turn> CollectTurns(const Text& text, const People& people, const CueReader& cues,
                               const std::vector<Quotation>& quotations,
                               const std::vector<int>& known) {
  const std::vector<std::vector<Stretch>> stretches = CollectStretches(text, quotations.size());
  std::vector<Turn> turns;
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    ThrowIfInterrupted();
    if (stretches[q].empty()) continue;
    Turn turn = TurnOf(text, cues, stretches[q]);
    turn.quotations = {static_cast<int>(q)};
    turn.thought = quotations[q].kind == QuoteKind::kThought;
    if (!known.empty() && known[q] >= 0) Settle(turn, known[q], people);
    if (!turns.empty() && Continues(turns.back(), turn)) {
      Append(turns.back(), turn);
    } else {
      turns.push_back(std::move(turn));
    }
  }
  return turns;
}

}  // namespace fullcast
