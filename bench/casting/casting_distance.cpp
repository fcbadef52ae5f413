// How far apart the voices of people who talk to each other are: our casting against casting by
// rank and at random, all with the right sex, over novels.
//
//   casting_distance PRESETS CHART.svg NOVEL...
//
// A novel is a folder that holds its annotation, quotes.json and characters.json, or a script that
// `fullcast annotate` made.
//
// Prints for each novel and for all of them the mean and the 5th percentile, by turns, of the
// distance between partners, and how long casting took; how many of the eight biggest roles share
// a voice, and how many roles have a voice of another sex than the script's. Draws it all, and the
// first novel's roles, into an SVG file.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "cast/casting.h"
#include "cast/conversation.h"
#include "cast/presets.h"
#include "cast/voice_pool.h"
#include "cast/voice_space.h"
#include "casting/distance_chart.h"
#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "script/script_file.h"

namespace fullcast {
namespace {

constexpr std::size_t kSceneBreakBytes = 3000;  // of narration between two quotations

struct Turns {
  std::vector<std::pair<double, double>> distances;  // and how many turns each counts

  void Add(const Turns& other) {
    distances.insert(distances.end(), other.distances.begin(), other.distances.end());
  }

  [[nodiscard]] double Total() const {
    double total = 0;
    for (const auto& [distance, turns] : distances) total += turns;
    return total;
  }

  [[nodiscard]] double Mean() const {
    double sum = 0;
    for (const auto& [distance, turns] : distances) sum += distance * turns;
    return sum / std::max(1.0, Total());
  }

  [[nodiscard]] double Percentile(double percent) const {
    auto sorted = distances;
    std::sort(sorted.begin(), sorted.end());
    double left = Total() * percent / 100;
    for (const auto& [distance, turns] : sorted) {
      left -= turns;
      if (left <= 0) return distance;
    }
    return 0;
  }
};

/// A script that has only the annotated quotations of a novel, in one chapter.
Script ReadAnnotation(const std::filesystem::path& folder) {
  Script script;
  script.book.title = folder.filename();
  const auto read = [&](const char* name) {
    const auto path = folder / name;
    return Json::Parse(ReadFile(path), path.string());
  };
  const Json characters = read("characters.json");
  for (const Json& each : characters.AsArray()) {
    Character character;
    character.id = character.name = each.At("name").AsString();
    const Json* sex = each.Find("gender");
    if (sex != nullptr && sex->type() == Json::Type::kString) {
      if (sex->AsString() == "M") character.gender = Gender::kMale;
      if (sex->AsString() == "F") character.gender = Gender::kFemale;
    }
    script.characters.push_back(std::move(character));
  }
  script.chapters.push_back({folder.filename(), {}});
  auto& segments = script.chapters.back().segments;
  std::size_t last_end = 0;
  const Json quotes = read("quotes.json");
  for (const Json& quote : quotes.AsArray()) {
    Segment segment;
    segment.speaker = quote.At("speaker").AsString();
    if (segment.speaker.starts_with('_')) segment.speaker = kUnknownSpeaker;
    for (const Json& span : quote.At("spans").AsArray()) {
      const auto begin = static_cast<std::size_t>(span.AsArray().at(0).AsInteger(0, 1 << 30));
      const auto end = static_cast<std::size_t>(span.AsArray().at(1).AsInteger(0, 1 << 30));
      if (segment.text.empty()) segment.start = begin;
      segment.text.append(end - begin, 'x');
      segment.end = end;
    }
    if (!segments.empty() && segment.start > last_end + kSceneBreakBytes) {
      segments.back().pause = Pause::kScene;
    }
    last_end = segment.end;
    Segment narration;
    narration.text = "said they";
    segments.push_back(std::move(segment));
    segments.push_back(std::move(narration));
  }
  return script;
}

Script ReadNovel(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return ReadAnnotation(path);
  Script script = ParseScript(ReadFile(path), path.string()).script;
  script.book.title = path.stem();
  return script;
}

/// A preset of the right sex for each part, the biggest first.
/// `choose` gets those presets, the best first, and how often each was taken.
Cast CastBy(const Script& script, const std::vector<Preset>& pool,
            const std::function<const Preset*(const std::vector<const Preset*>&,
                                              const std::map<const Preset*, int>&)>& choose) {
  std::map<Gender, std::vector<const Preset*>> by_sex;
  for (const Preset& preset : pool) {
    if (preset.age == Age::kChild) continue;
    by_sex[preset.sex].push_back(&preset);
    by_sex[Gender::kUnknown].push_back(&preset);
  }
  for (auto& [sex, presets] : by_sex) {
    std::stable_sort(presets.begin(), presets.end(),
                     [](const Preset* a, const Preset* b) { return a->quality > b->quality; });
  }
  Cast cast;
  std::map<const Preset*, int> taken;
  for (const Part& part : ConversationOf(script).parts) {
    const Character* character = script.FindCharacter(part.speaker);
    const Preset* preset =
        choose(by_sex.at(character ? character->gender : Gender::kUnknown), taken);
    ++taken[preset];
    cast.roles[part.speaker] = {preset->name, preset->voice};
  }
  return cast;
}

/// The best preset of those that were taken least often.
const Preset* NextBest(const std::vector<const Preset*>& presets,
                       const std::map<const Preset*, int>& taken) {
  const auto times = [&](const Preset* preset) {
    const auto found = taken.find(preset);
    return found == taken.end() ? 0 : found->second;
  };
  return *std::min_element(presets.begin(), presets.end(),
                           [&](const Preset* a, const Preset* b) { return times(a) < times(b); });
}

Turns Measure(const Script& script, const Cast& cast, const Presets& presets,
              const VoiceSpace& space) {
  const Conversation conversation = ConversationOf(script);
  const auto point = [&](std::size_t part) {
    const Role& role = cast.roles.at(conversation.parts[part].speaker);
    return space.At(*presets.Find(role.preset), role.voice);
  };
  Turns turns;
  for (const Partners& each : conversation.partners) {
    if (each.turns == 0) continue;
    turns.distances.emplace_back(VoiceSpace::Distance(point(each.a), point(each.b)), each.turns);
  }
  return turns;
}

// Of the eight biggest characters, those whose voice another of them has.
int SharedVoices(const Script& script, const Cast& cast) {
  constexpr std::size_t kBiggest = 8;
  std::vector<const Role*> roles;
  for (const Part& part : ConversationOf(script).parts) {
    if (part.character != nullptr && roles.size() < kBiggest) {
      roles.push_back(&cast.roles.at(part.speaker));
    }
  }
  int shared = 0;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    shared +=
        std::any_of(roles.begin(), roles.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const Role* other) {
                      return other->preset == roles[i]->preset || other->voice == roles[i]->voice;
                    })
            ? 1
            : 0;
  }
  return shared;
}

int WrongSexes(const Script& script, const Cast& cast, const Presets& presets) {
  return static_cast<int>(
      std::count_if(script.characters.begin(), script.characters.end(), [&](const Character& each) {
        const auto role = cast.roles.find(each.id);
        return role != cast.roles.end() && each.gender != Gender::kUnknown &&
               presets.Find(role->second.preset)->sex != each.gender;
      }));
}

// What distance must not be bought with: worse voices for the eight biggest, an old voice for one
// of whom no age is known, a voice near the narrator's. Means over the parts, by their letters.
struct Fit {
  double big_letters = 0;
  double quality = 0;
  double letters = 0;
  double old = 0;
  double to_narrator = 0;

  void Add(const Script& script, const Cast& cast, const Presets& presets,
           const VoiceSpace& space) {
    constexpr int kBiggest = 8;
    const Role& narrator = cast.roles.at(kNarrator);
    const auto from = space.At(*presets.Find(narrator.preset), narrator.voice);
    int number = 0;
    for (const Part& part : ConversationOf(script).parts) {
      if (part.character == nullptr) continue;
      const Role& role = cast.roles.at(part.speaker);
      const Preset& preset = *presets.Find(role.preset);
      const auto weight = static_cast<double>(part.letters);
      if (number++ < kBiggest) {
        big_letters += weight;
        quality += weight * preset.quality;
      }
      letters += weight;
      old += preset.age == Age::kOld && part.character->age.empty() ? weight : 0;
      to_narrator += weight * VoiceSpace::Distance(from, space.At(preset, role.voice));
    }
  }

  void Print() const {
    fmt::print(
        "the eight biggest: quality {:.2f}; {:.1f} % of words in an old voice without need; {:.2f} "
        "from the narrator\n",
        quality / big_letters, 100 * old / letters, to_narrator / letters);
  }
};

void Print(const std::string& name, const Turns& by_random, const Turns& by_rank, const Turns& ours,
           double ms) {
  fmt::print(
      "{:32} {:5.0f}  {:5.2f} {:5.2f}  {:5.2f} {:5.2f}  {:5.2f} {:5.2f}  {:5.2f} {:5.2f} {:6.1f}\n",
      name.substr(0, 32), ours.Total(), by_random.Mean(), by_random.Percentile(5), by_rank.Mean(),
      by_rank.Percentile(5), ours.Mean(), ours.Percentile(5), ours.Mean() / by_rank.Mean(),
      ours.Percentile(5) / by_rank.Percentile(5), ms);
}

void Run(const std::string& presets_file, const std::string& chart,
         const std::vector<std::string>& novels) {
  const Presets presets = Presets::Read({presets_file});
  const std::vector<Preset> pool = CharacterPresets(presets, "en", BestNarrator(presets, "en"));
  const VoiceSpace space(pool);
  fmt::print("{:32} {:>5}  {:>11}  {:>11}  {:>11}  {:>11}\n{:39} {}\n", "", "turns", "random",
             "by rank", "ours", "ours/rank", "",
             " mean    p5   mean    p5   mean    p5   mean    p5     ms");
  Turns all_random;
  Turns all_by_rank;
  Turns all_ours;
  Fit fit;
  int shared = 0;
  int wrong = 0;
  std::size_t roles = 0;
  Script first;
  Cast first_cast;
  std::mt19937 random(1);
  for (const std::string& novel : novels) {
    const Script script = ReadNovel(novel);
    Turns by_random;
    for (int repeat = 0; repeat < 100; ++repeat) {
      const Cast cast = CastBy(script, pool, [&](const auto& candidates, const auto&) {
        return candidates[random() % candidates.size()];
      });
      by_random.Add(Measure(script, cast, presets, space));
    }
    const Turns by_rank = Measure(script, CastBy(script, pool, NextBest), presets, space);
    const auto begin = std::chrono::steady_clock::now();
    const Cast cast = MakeCast(script, presets, {});
    const std::chrono::duration<double, std::milli> ms = std::chrono::steady_clock::now() - begin;
    const Turns ours = Measure(script, cast, presets, space);
    Print(script.book.title, by_random, by_rank, ours, ms.count());
    all_random.Add(by_random);
    all_by_rank.Add(by_rank);
    all_ours.Add(ours);
    fit.Add(script, cast, presets, space);
    shared += SharedVoices(script, cast);
    wrong += WrongSexes(script, cast, presets);
    roles += cast.roles.size();
    if (!first.chapters.empty()) continue;
    first = script;
    first_cast = cast;
  }
  Print("all", all_random, all_by_rank, all_ours, 0);
  fmt::print(
      "{} roles: {} of another sex than the script's; of the eight biggest of each novel {} share "
      "a "
      "voice\n",
      roles, wrong, shared);
  fit.Print();
  WriteFile(chart, FormatDistanceChart({{"at random", all_random.distances},
                                        {"by rank", all_by_rank.distances},
                                        {"ours", all_ours.distances}},
                                       first, first_cast, presets, space));
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: casting_distance PRESETS CHART.svg NOVEL...\n", stderr);
    return 2;
  }
  try {
    fullcast::Run(argv[1], argv[2], {argv + 3, argv + argc});
  } catch (const fullcast::Error& error) {
    fmt::print(stderr, "casting_distance: {}\n", error.what());
    return 1;
  }
  return 0;
}
