#include "cast/sample_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace fullcast {

namespace {

enum Mood : std::size_t { kCalm, kExcited, kAsking, kHushed, kMoods };

constexpr double kBestBytes = 110;

Mood MoodOf(const Segment& segment) {
  static constexpr std::array<std::string_view, 4> kSoft = {"whispered", "murmured", "sighed",
                                                            "sobbed"};
  static constexpr std::array<std::string_view, 4> kLoud = {"shouted", "screamed", "cried",
                                                            "called"};
  const auto is_delivery = [&](std::string_view name) { return name == segment.delivery; };
  if (segment.thought || std::any_of(kSoft.begin(), kSoft.end(), is_delivery)) return kHushed;
  if (std::any_of(kLoud.begin(), kLoud.end(), is_delivery)) return kExcited;
  const std::size_t stop = segment.text.find_last_of(".!?");
  if (stop == std::string::npos || segment.text[stop] == '.') return kCalm;
  return segment.text[stop] == '!' ? kExcited : kAsking;
}

// The better, the higher; negative for what must not be taken.
double Fitness(const Segment& segment) {
  if (!segment.skip.empty() || segment.heading || segment.text.empty()) return -1;
  const auto bytes = static_cast<double>(segment.text.size());
  double fitness = std::exp(-std::abs(std::log(bytes / kBestBytes)));
  if (segment.text.find_last_of(".!?") == std::string::npos) fitness *= 0.6;  // half a sentence
  if (!segment.say.empty()) fitness *= 0.5;
  return fitness * segment.confidence;
}

struct Choice {
  const Segment* segment = nullptr;
  double fitness = -1;
};

// The best lines of one speaker so far: `most` of each mood, the best first.
using Choices = std::array<std::vector<Choice>, kMoods>;

void Offer(const Segment& segment, double fitness, std::size_t most, Choices& choices) {
  std::vector<Choice>& best = choices.at(MoodOf(segment));
  const auto behind = std::find_if(best.begin(), best.end(), [fitness](const Choice& choice) {
    return choice.fitness < fitness;
  });
  if (behind == best.end() && best.size() == most) return;
  best.insert(behind, {&segment, fitness});
  if (best.size() > most) best.pop_back();
}

// One of each mood in turn, until there are enough.
std::vector<const Segment*> Pick(const Choices& choices, std::size_t most) {
  std::vector<const Segment*> lines;
  for (std::size_t round = 0; round < most; ++round) {
    for (const std::vector<Choice>& best : choices) {
      if (lines.size() < most && round < best.size()) lines.push_back(best[round].segment);
    }
  }
  return lines;
}

}  // namespace

std::map<std::string, std::vector<const Segment*>> SampleLines(const Script& script,
                                                               std::size_t most) {
  std::map<std::string, Choices> choices;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      const double fitness = Fitness(segment);
      if (fitness >= 0) Offer(segment, fitness, most, choices[segment.speaker]);
    }
  }
  std::map<std::string, std::vector<const Segment*>> lines;
  for (const auto& [speaker, best] : choices) lines[speaker] = Pick(best, most);
  return lines;
}

}  // namespace fullcast
