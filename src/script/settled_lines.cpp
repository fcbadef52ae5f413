#include "script/settled_lines.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

// Texts are compared so far only: an annotator may cut a long one elsewhere.
constexpr std::size_t kCompared = 80;  // bytes

std::string_view KeyOf(std::string_view text) { return Trim(text).substr(0, kCompared); }

// Where each text stands in the new book: the byte of its source, and what is there.
class Places {
 public:
  void Add(std::string_view source, std::string_view text, std::size_t start, std::size_t item) {
    places_[{source, KeyOf(text)}].emplace(start, item);
  }

  // Takes the item nearest to a place of the earlier book; false where none is left. `drift` is how
  // far the text has moved so far.
  bool Take(std::string_view source, const Segment& line, std::int64_t& drift, std::size_t& item) {
    const auto found = places_.find({source, KeyOf(line.text)});
    if (found == places_.end() || found->second.empty()) return false;
    auto& starts = found->second;
    const std::int64_t expected = static_cast<std::int64_t>(line.start) + drift;
    const auto distance = [&](const auto& place) {
      return std::abs(static_cast<std::int64_t>(place->first) - expected);
    };
    auto nearest =
        starts.lower_bound(static_cast<std::size_t>(std::max<std::int64_t>(0, expected)));
    if (nearest == starts.end() ||
        (nearest != starts.begin() && distance(std::prev(nearest)) <= distance(nearest))) {
      --nearest;
    }
    drift = static_cast<std::int64_t>(nearest->first) - static_cast<std::int64_t>(line.start);
    item = nearest->second;
    starts.erase(nearest);
    return true;
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::map<std::size_t, std::size_t>>
      places_;
};

}  // namespace

SettledLines::SettledLines(const Script& earlier) {
  std::map<std::string_view, const Character*> characters;
  for (const Character& character : earlier.characters) characters[character.id] = &character;
  for (const ScriptChapter& chapter : earlier.chapters) {
    for (const Segment& segment : chapter.segments) {
      if (segment.reason != kSettled) continue;
      const auto character = characters.find(segment.speaker);
      lines_.push_back(
          {segment.source, &segment, character == characters.end() ? nullptr : character->second});
    }
  }
}

std::vector<const SettledLines::Line*> SettledLines::LinesOf(
    const Book& book, const std::vector<Quotation>& quotations) const {
  std::vector<const Line*> settled(quotations.size(), nullptr);
  if (lines_.empty()) return settled;
  Places places;
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    for (const QuoteSpan& span : quotations[q].spans) {
      const Block& block = book.chapters[span.chapter].blocks[span.block];
      places.Add(book.sources.at(block.file).name,
                 std::string_view(block.text).substr(span.begin, span.end - span.begin),
                 block.SourceOffset(span.begin), q);
    }
  }
  std::int64_t drift = 0;
  for (const Line& line : lines_) {
    std::size_t q = 0;
    if (places.Take(line.source, *line.segment, drift, q)) settled[q] = &line;
  }
  return settled;
}

std::vector<const Character*> SettledLines::OfQuotations(
    const Book& book, const std::vector<Quotation>& quotations) const {
  std::vector<const Character*> characters;
  characters.reserve(quotations.size());
  for (const Line* line : LinesOf(book, quotations)) {
    characters.push_back(line == nullptr ? nullptr : line->character);
  }
  return characters;
}

std::vector<std::string_view> SettledLines::SpeakersOf(
    const Book& book, const std::vector<Quotation>& quotations) const {
  std::vector<std::string_view> speakers;
  speakers.reserve(quotations.size());
  for (const Line* line : LinesOf(book, quotations)) {
    speakers.push_back(line == nullptr ? std::string_view() : line->segment->speaker);
  }
  return speakers;
}

std::vector<std::string_view> SettledLines::Apply(Script& script) const {
  std::vector<std::string_view> lost;
  if (lines_.empty()) return lost;
  Places places;
  std::vector<Segment*> segments;
  for (ScriptChapter& chapter : script.chapters) {
    for (Segment& segment : chapter.segments) {
      if (!segment.skip.empty()) continue;
      places.Add(segment.source, segment.text, segment.start, segments.size());
      segments.push_back(&segment);
    }
  }
  std::set<std::string> known;
  for (const Character& character : script.characters) known.insert(character.id);
  std::int64_t drift = 0;
  for (const Line& line : lines_) {
    std::size_t found = 0;
    if (!places.Take(line.source, *line.segment, drift, found)) {
      lost.push_back(line.segment->text);
      continue;
    }
    Segment& segment = *segments[found];
    segment.speaker = line.segment->speaker;
    segment.reason = kSettled;
    segment.confidence = 1;
    if (line.character != nullptr && known.insert(line.character->id).second) {
      script.characters.push_back(*line.character);
    }
  }
  return lost;
}

}  // namespace fullcast
