#include "cast/part_casting.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "cast/voice_space.h"
#include "core/error.h"

namespace fullcast {

namespace {

// What counts how much. Parts and turns are taken as shares of the whole book, so that the weights
// mean the same in every book; tuned on the novels that bench/casting/casting_distance reads.
constexpr double kFarApart = 6.25;           // distance at which no two voices are confused
constexpr double kPartnerWeight = 2;         // of two who speak in turn, in one voice
constexpr double kNearWeight = 0.2;          // of a turn between which one other speaks
constexpr double kNarratorWeight = 0.3;      // of a part, which narration surrounds
constexpr double kQualityWeight = 0.5;       // of the worst voice against the best
constexpr double kStrangenessWeight = 0.15;  // of the strangest form against the preset itself
constexpr double kWrongAgeWeight = 1;
constexpr double kOtherRegionWeight = 0.05;
constexpr double kPartnersPreset = 0.05;  // one preset in two forms for partners
constexpr double kReusedPreset = 0.5;     // ... for two parts that never meet, times their share
constexpr double kBigPartsPreset = 10;    // ... for two of the biggest: only if there is no other
constexpr double kSameVoice = 1000;       // for partners: only if there is no other
constexpr double kLeastShare = 0.001;     // the smallest part has some weight
constexpr int kBestQuality = 10;
constexpr std::size_t kBigParts = 8;
constexpr std::size_t kSpreadParts = 60;  // parts behind these may reuse presets freely

bool IsCharacter(const std::string& speaker) {
  return speaker != kNarrator && speaker != kUnknownSpeaker;
}

bool RightSex(const Preset& preset, Gender sex) {
  return sex == Gender::kUnknown || preset.sex == sex;
}

// 0 right to 1 wrong, for a part that is no child's.
double AgeMismatch(const std::string& wanted, Age age) {
  if (wanted == "old") return age == Age::kOld ? 0 : 1;
  if (wanted == "young") return age == Age::kYoung ? 0 : age == Age::kAdult ? 0.3 : 1;
  return age == Age::kOld ? 0.6 : 0;
}

using VoiceKey = std::tuple<std::string, std::string, int, int, int, double>;

VoiceKey KeyOf(const Voice& voice) {
  return {voice.engine_voice, voice.variant,  voice.pitch,
          voice.pitch_range,  voice.rate_wpm, voice.gain_db};
}

}  // namespace

PartCasting::PartCasting(const Script& script, std::string region, std::vector<Preset> pool,
                         const Presets& all_presets, std::map<std::string, Role> fixed)
    : region_(std::move(region)),
      fixed_(std::move(fixed)),
      conversation_(ConversationOf(script)),
      space_(pool),
      presets_(std::move(pool)),
      forms_(FormsOf(presets_)),
      free_forms_(forms_.size()) {
  for (const Part& part : conversation_.parts) {
    if (IsCharacter(part.speaker)) letters_ += static_cast<double>(part.letters);
  }
  AddFixedForms(all_presets);
}

void PartCasting::AddFixedForms(const Presets& all_presets) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < presets_.size(); ++i) index.emplace(presets_[i].name, i);
  for (const auto& [speaker, role] : fixed_) {
    const auto [preset, is_new] = index.try_emplace(role.preset, presets_.size());
    if (is_new) {
      const Preset* known = all_presets.Find(role.preset);
      presets_.push_back(known ? *known : Preset{});
      if (!known) presets_.back().voice = role.voice;
    }
    fixed_form_[speaker] = forms_.size();
    forms_.push_back({preset->second, role.voice, 0});
  }
}

std::map<std::string, Role> PartCasting::Solve() const {
  AssignmentProblem problem{.candidates = Table(), .menus = {}, .nodes = {}, .edges = Edges()};
  std::map<std::pair<Gender, std::string>, std::size_t> menus;  // of all who have the same choice
  for (const Part& part : conversation_.parts) {
    std::size_t menu = problem.menus.size();
    if (const auto fixed = fixed_form_.find(part.speaker); fixed != fixed_form_.end()) {
      problem.menus.push_back({{.candidate = fixed->second, .cost = 0}});
    } else {
      const Gender sex = part.character ? part.character->gender : Gender::kUnknown;
      const std::string age = part.character ? part.character->age : "";
      menu = menus.try_emplace({sex, age}, menu).first->second;
      if (menu == problem.menus.size()) problem.menus.push_back(MenuFor(sex, age));
    }
    problem.nodes.push_back({.menu = menu, .weight = ShareOf(part)});
  }
  const std::vector<std::size_t> chosen = Assign(problem);
  std::map<std::string, Role> roles;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const VoiceForm& form = forms_[chosen[i]];
    roles[conversation_.parts[i].speaker] = {presets_[form.preset].name, form.voice};
  }
  return roles;
}

double PartCasting::ShareOf(const Part& part) const {
  return std::max(kLeastShare, static_cast<double>(part.letters) / std::max(1.0, letters_));
}

AssignmentProblem::Menu PartCasting::MenuFor(Gender sex, const std::string& age) const {
  AssignmentProblem::Menu menu;
  for (const bool of_age : {true, false}) {  // children's voices for children, if there are any
    for (std::size_t i = 0; i < free_forms_; ++i) {
      const Preset& preset = presets_[forms_[i].preset];
      if (!RightSex(preset, sex)) continue;
      if (of_age && (preset.age == Age::kChild) != (age == "child")) continue;
      double cost = kQualityWeight * (kBestQuality - preset.quality) / kBestQuality +
                    kStrangenessWeight * forms_[i].strangeness;
      if (age != "child") cost += kWrongAgeWeight * AgeMismatch(age, preset.age);
      if (!preset.language.starts_with(region_)) cost += kOtherRegionWeight;
      menu.push_back({.candidate = i, .cost = cost});
    }
    if (!menu.empty()) break;
  }
  if (menu.empty()) {
    throw Error("among the voice presets of the language \"" + region_ + "\" is no " +
                (sex == Gender::kMale     ? "man's"
                 : sex == Gender::kFemale ? "woman's"
                                          : "character's") +
                " voice: add one to your own presets");
  }
  return menu;
}

std::vector<AssignmentProblem::Edge> PartCasting::Edges() const {
  std::vector<AssignmentProblem::Edge> edges;
  AddPartnerEdges(edges);
  AddNarratorEdges(edges);
  AddReuseEdges(edges);
  return edges;
}

// Partners must not sound alike.
void PartCasting::AddPartnerEdges(std::vector<AssignmentProblem::Edge>& edges) const {
  double turns = 0;
  for (const Partners& each : conversation_.partners) turns += each.turns;
  for (const Partners& each : conversation_.partners) {
    edges.push_back(
        {.a = each.a,
         .b = each.b,
         .weight = kPartnerWeight * (each.turns + kNearWeight * each.near) / std::max(1.0, turns),
         .same_preset = each.turns > 0 ? kPartnersPreset : 0,
         .same_voice = kSameVoice});
  }
}

// Nor may a character sound like the narrator.
void PartCasting::AddNarratorEdges(std::vector<AssignmentProblem::Edge>& edges) const {
  const std::vector<Part>& parts = conversation_.parts;
  const auto narrator = std::find_if(parts.begin(), parts.end(),
                                     [](const Part& part) { return part.speaker == kNarrator; });
  if (narrator == parts.end()) return;
  const auto a = static_cast<std::size_t>(narrator - parts.begin());
  for (std::size_t b = 0; b < parts.size(); ++b) {
    if (!IsCharacter(parts[b].speaker)) continue;
    edges.push_back({.a = a, .b = b, .weight = kNarratorWeight * ShareOf(parts[b])});
  }
}

// Bigger parts should not share a preset even if they never meet.
void PartCasting::AddReuseEdges(std::vector<AssignmentProblem::Edge>& edges) const {
  const std::vector<Part>& parts = conversation_.parts;
  std::vector<std::size_t> bigger;
  for (std::size_t i = 0; i < parts.size() && bigger.size() < kSpreadParts; ++i) {
    if (IsCharacter(parts[i].speaker)) bigger.push_back(i);
  }
  for (std::size_t second = 1; second < bigger.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      AssignmentProblem::Edge edge{.a = bigger[first], .b = bigger[second]};
      if (second < kBigParts) {
        edge.same_preset = kBigPartsPreset;
        edge.same_voice = kSameVoice;
      } else {
        const double shares = ShareOf(parts[edge.a]) * ShareOf(parts[edge.b]);
        edge.same_preset = kReusedPreset * std::sqrt(shares);
      }
      edges.push_back(edge);
    }
  }
}

CandidateTable PartCasting::Table() const {
  CandidateTable table;
  std::map<VoiceKey, std::size_t> numbers;
  std::vector<VoiceSpace::Point> points;
  for (const VoiceForm& form : forms_) {
    table.preset.push_back(form.preset);
    table.voice.push_back(numbers.try_emplace(KeyOf(form.voice), numbers.size()).first->second);
    points.push_back(space_.At(presets_[form.preset], form.voice));
  }
  table.closeness.reserve(points.size() * points.size());
  for (const VoiceSpace::Point& a : points) {
    for (const VoiceSpace::Point& b : points) {
      const double near = std::max(0.0, 1 - VoiceSpace::Distance(a, b) / kFarApart);
      table.closeness.push_back(static_cast<float>(near * near));
    }
  }
  return table;
}

}  // namespace fullcast
