#include "script/speakers/speech_habits.h"

#include <algorithm>
#include <cmath>

namespace fullcast {
namespace {

constexpr double kPrior = 200;  ///< words
constexpr int kLeastWords = 40;
constexpr double kMostPerWord = 2;

constexpr double kPriorTurns = 5;

double LengthOf(const Turn& turn) { return std::log2(1.0 + turn.words); }

double LogDensity(double value, double mean, double variance) {
  return -0.5 * (std::log(variance) + (value - mean) * (value - mean) / variance);
}

bool IsNamed(const Turn& turn) { return turn.cue_person >= 0 && turn.cue.place != CuePlace::kNone; }

}  // namespace

SpeechHabits::SpeechHabits(const Dialogue& dialogue)
    : dialogue_(dialogue),
      turns_(dialogue.turns.size()),
      persons_(dialogue.people.persons.size()),
      totals_(dialogue.people.persons.size(), 0),
      lengths_(dialogue.people.persons.size()) {
  for (std::size_t t = 0; t < dialogue.turns.size(); ++t) {
    const Turn& turn = dialogue.turns[t];
    book_lengths_.Add(LengthOf(turn));
    if (IsNamed(turn)) lengths_[static_cast<std::size_t>(turn.cue_person)].Add(LengthOf(turn));
    const Counts words = WordsOf(turn);
    turns_[t].assign(words.begin(), words.end());
    std::sort(turns_[t].begin(), turns_[t].end());
    for (const auto& [word, count] : turns_[t]) {
      book_[word] += count;
      book_total_ += count;
      if (!IsNamed(turn)) continue;
      persons_[static_cast<std::size_t>(turn.cue_person)][word] += count;
      totals_[static_cast<std::size_t>(turn.cue_person)] += count;
    }
  }
}

SpeechHabits::Counts SpeechHabits::WordsOf(const Turn& turn) const {
  Counts counts;
  for (int i = turn.begin; i < turn.end; ++i) {
    const Token& token = dialogue_.text.tokens[static_cast<std::size_t>(i)];
    if (token.quotation >= 0) ++counts[token.word];
  }
  return counts;
}

float SpeechHabits::Likeness(int turn, int person) const {
  const auto p = static_cast<std::size_t>(person);
  const auto t = static_cast<std::size_t>(turn);
  const Turn& said = dialogue_.turns[t];
  const bool own = IsNamed(said) && said.cue_person == person;
  int turn_total = 0;
  for (const auto& [word, count] : turns_[t]) turn_total += count;
  const int total = totals_[p] - (own ? turn_total : 0);
  if (total < kLeastWords || turn_total == 0) return 0;
  double sum = 0;
  for (const auto& [word, count] : turns_[t]) {
    const auto found = persons_[p].find(word);
    const int known = (found == persons_[p].end() ? 0 : found->second) - (own ? count : 0);
    const double anybody = static_cast<double>(book_.at(word)) / book_total_;
    const double his = (known + kPrior * anybody) / (total + kPrior);
    sum += count * std::clamp(std::log(his / anybody), -kMostPerWord, kMostPerWord);
  }
  return static_cast<float>(sum / std::sqrt(static_cast<double>(turn_total)));
}

void SpeechHabits::Lengths::Add(double length, double times) {
  turns += times;
  sum += times * length;
  squares += times * length * length;
}

float SpeechHabits::LengthLikeness(int turn, int person) const {
  constexpr double kLeastVariance = 0.1;
  const Turn& said = dialogue_.turns[static_cast<std::size_t>(turn)];
  const double length = LengthOf(said);
  const double mean = book_lengths_.sum / book_lengths_.turns;
  const double square = book_lengths_.squares / book_lengths_.turns;
  const double variance = std::max(kLeastVariance, square - mean * mean);
  Lengths his = lengths_[static_cast<std::size_t>(person)];
  if (IsNamed(said) && said.cue_person == person) his.Add(length, -1);
  if (his.turns < 1) return 0;
  const double turns = his.turns + kPriorTurns;
  const double his_mean = (his.sum + kPriorTurns * mean) / turns;
  const double his_square = (his.squares + kPriorTurns * square) / turns;
  const double his_variance = std::max(kLeastVariance, his_square - his_mean * his_mean);
  return static_cast<float>(LogDensity(length, his_mean, his_variance) -
                            LogDensity(length, mean, variance));
}

}  // namespace fullcast
