#include "produce/scripting/settle.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "core/error.h"
#include "produce/scripting/spoken_runs.h"

namespace fullcast {

namespace {

using Address = std::pair<std::size_t, std::size_t>;

std::size_t ParseNumber(std::string_view number, std::string_view whole) {
  std::size_t value = 0;
  const char* end = number.data() + number.size();
  const auto parsed = std::from_chars(number.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || value == 0) {
    throw Error("\"" + std::string(whole) +
                "\" settles nothing; write --set CHAPTER:SEGMENT=SPEAKER, as in 12:345=elizabeth");
  }
  return value;
}

std::string KnownSpeakers(const Script& script) {
  constexpr std::size_t kMostShown = 20;
  std::string known;
  for (std::size_t i = 0; i < std::min(script.characters.size(), kMostShown); ++i) {
    known += script.characters[i].id + ", ";
  }
  if (script.characters.size() > kMostShown) known += "..., ";
  return known + kNarrator + ", " + kUnknownSpeaker;
}

void CheckSettlement(const Script& script, const Settlement& settlement) {
  const auto [chapter, segment] = settlement.at;
  const std::string where = AddressOf(settlement.at);
  if (chapter >= script.chapters.size()) {
    throw Error("there is no segment " + where + ": the script has " +
                std::to_string(script.chapters.size()) + " chapters");
  }
  const std::vector<Segment>& segments = script.chapters[chapter].segments;
  if (segment >= segments.size()) {
    throw Error("there is no segment " + where + ": the chapter has " +
                std::to_string(segments.size()) + " segments");
  }
  if (!segments[segment].skip.empty()) {
    throw Error("segment " + where + " is not read aloud (" + segments[segment].skip + ")");
  }
  const std::string& speaker = settlement.speaker;
  if (speaker != kNarrator && speaker != kUnknownSpeaker &&
      script.FindCharacter(speaker) == nullptr) {
    throw Error("segment " + where + ": no character has the id \"" + speaker + "\"; known are " +
                KnownSpeakers(script) +
                "; for somebody new add a line to the script's \"characters\"");
  }
}

void GiveTo(const std::string& speaker, Segment& segment) {
  segment.speaker = speaker;
  segment.reason = kSettled;
  segment.confidence = 1;
}

Settled SettleOne(ScriptChapter& chapter, const Settlement& settlement,
                  const std::set<Address>& named) {
  const SegmentIndex& at = settlement.at;
  Settled settled{settlement, chapter.segments[at.segment].speaker, {}};
  for (const std::vector<std::size_t>& run : SpokenRuns(chapter)) {
    if (!std::binary_search(run.begin(), run.end(), at.segment)) continue;
    for (const std::size_t i : run) {
      if (named.contains({at.chapter, i})) continue;
      GiveTo(settlement.speaker, chapter.segments[i]);
      settled.followers.push_back({at.chapter, i});
    }
  }
  GiveTo(settlement.speaker, chapter.segments[at.segment]);
  return settled;
}

}  // namespace

std::string AddressOf(const SegmentIndex& at) {
  return std::to_string(at.chapter + 1) + ":" + std::to_string(at.segment + 1);
}

Settlement ParseSettlement(std::string_view text) {
  const std::string_view address = text.substr(0, text.find('='));
  const std::string_view chapter = address.substr(0, address.find(':'));
  const std::string_view segment = address.substr(std::min(address.size(), chapter.size() + 1));
  const std::string_view speaker = text.substr(std::min(text.size(), address.size() + 1));
  return {{ParseNumber(chapter, text) - 1, ParseNumber(segment, text) - 1}, std::string(speaker)};
}

std::vector<Settled> Settle(Script& script, const std::vector<Settlement>& settlements) {
  std::set<Address> named;
  for (const Settlement& settlement : settlements) {
    CheckSettlement(script, settlement);
    if (!named.emplace(settlement.at.chapter, settlement.at.segment).second) {
      throw Error("segment " + AddressOf(settlement.at) + " is settled twice");
    }
  }
  std::vector<Settled> all;
  all.reserve(settlements.size());
  for (const Settlement& settlement : settlements) {
    all.push_back(SettleOne(script.chapters[settlement.at.chapter], settlement, named));
  }
  return all;
}

}  // namespace fullcast
