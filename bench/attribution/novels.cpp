#include "novels.h"

#include <algorithm>
#include <map>
#include <set>

#include "book/reader.h"
#include "core/file.h"
#include "core/json.h"
#include "core/utf8.h"
#include "script/lexicon.h"

namespace fullcast {
namespace {

struct GoldQuotation {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string speaker;
};

struct Gold {
  std::vector<GoldQuotation> quotations;
  std::map<std::string, std::vector<std::string>> aliases;  ///< by character
};

std::vector<GoldQuotation> SortedSpans(const Json& quotes,
                                       const std::map<std::string, std::string>& names) {
  std::vector<GoldQuotation> spans;
  for (const Json& quote : quotes.AsArray()) {
    std::string speaker = quote.At("speaker").AsString();
    const auto name = names.find(Lowercase(Trim(speaker)));
    if (name != names.end()) speaker = name->second;
    for (const Json& span : quote.At("spans").AsArray()) {
      spans.push_back({static_cast<std::size_t>(span.AsArray()[0].AsInteger(0, 1LL << 40)),
                       static_cast<std::size_t>(span.AsArray()[1].AsInteger(0, 1LL << 40)),
                       speaker});
    }
  }
  std::sort(spans.begin(), spans.end(),
            [](const GoldQuotation& a, const GoldQuotation& b) { return a.begin < b.begin; });
  return spans;
}

Gold ReadGold(const std::filesystem::path& folder) {
  Gold gold;
  std::map<std::string, std::string> names;
  const std::string characters = (folder / "characters.json").string();
  const Json list = Json::Parse(ReadFile(characters), characters);
  for (const Json& character : list.AsArray()) {
    const std::string name = character.At("name").AsString();
    gold.aliases[name].push_back(name);
    for (const Json& alias : character.At("aliases").AsArray()) {
      gold.aliases[name].push_back(alias.AsString());
    }
    for (const std::string& alias : gold.aliases[name]) names.emplace(Lowercase(Trim(alias)), name);
  }
  const std::string quotes = (folder / "quotes.json").string();
  gold.quotations = SortedSpans(Json::Parse(ReadFile(quotes), quotes), names);
  return gold;
}

/// The annotated speaker of every turn, by the bytes they share; "" where there is none.
std::vector<std::string> SpeakersOfTurns(const Novel& novel, const Gold& gold) {
  std::vector<std::string> speakers;
  for (const Turn& turn : novel.dialogue.turns) {
    std::map<std::string, std::size_t> votes;
    for (const int q : turn.quotations) {
      for (const QuoteSpan& span : novel.quotations[static_cast<std::size_t>(q)].spans) {
        const Block& block = novel.book.chapters[span.chapter].blocks[span.block];
        const std::size_t begin = block.SourceOffset(span.begin);
        const std::size_t end = block.SourceOffset(span.end);
        auto i =
            std::upper_bound(gold.quotations.begin(), gold.quotations.end(), begin,
                             [](std::size_t at, const GoldQuotation& g) { return at < g.begin; });
        if (i != gold.quotations.begin()) --i;
        for (; i != gold.quotations.end() && i->begin < end; ++i) {
          const std::size_t from = std::max(begin, i->begin);
          const std::size_t to = std::min(end, i->end);
          if (from < to) votes[i->speaker] += to - from;
        }
      }
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    speakers.push_back(best == votes.end() ? "" : best->first);
  }
  return speakers;
}

/// A name as both sides may write it: lower case, without full stops and a leading article.
std::string Plain(const std::string& name) {
  std::string plain = Lowercase(name);
  std::erase(plain, '.');
  if (plain.starts_with("the ")) plain.erase(0, 4);
  return plain;
}

/// Matches persons and annotated characters one to one: by shared names, then by the quotations
/// whose cues name a person.
std::map<std::string, int> MatchPersons(const Novel& novel, const Gold& gold,
                                        const std::vector<std::string>& speakers) {
  std::map<std::pair<int, std::string>, double> votes;
  for (std::size_t t = 0; t < speakers.size(); ++t) {
    const Turn& turn = novel.dialogue.turns[t];
    if (speakers[t].empty() || turn.cue_person < 0) continue;
    const PersonKind kind =
        novel.dialogue.people.persons[static_cast<std::size_t>(turn.cue_person)].kind;
    votes[{turn.cue_person, speakers[t]}] += kind == PersonKind::kNominal ? 0.5 : 1;
  }
  std::set<std::string> speaking(speakers.begin(), speakers.end());
  for (const auto& [name, aliases] : gold.aliases) {
    if (!speaking.contains(name)) continue;
    std::set<std::string> plain;
    for (const std::string& alias : aliases) plain.insert(Plain(alias));
    for (std::size_t p = 0; p < novel.dialogue.people.persons.size(); ++p) {
      const Person& person = novel.dialogue.people.persons[p];
      for (const std::string& alias : person.aliases) {
        if (plain.contains(Plain(alias))) votes[{static_cast<int>(p), name}] += 2;
      }
    }
  }
  std::vector<std::pair<double, std::pair<int, std::string>>> order;
  for (const auto& [pair, count] : votes) order.emplace_back(-count, pair);
  std::sort(order.begin(), order.end());
  std::map<std::string, int> match;
  std::set<int> used;
  for (const auto& [count, pair] : order) {
    if (match.contains(pair.second) || used.contains(pair.first)) continue;
    match[pair.second] = pair.first;
    used.insert(pair.first);
  }
  return match;
}

}  // namespace

std::unique_ptr<Novel> ReadNovel(const std::filesystem::path& folder, const std::string& author) {
  auto novel = std::make_unique<Novel>();
  novel->name = folder.filename().string();
  novel->author = author;
  novel->book = ReadBook(folder / "novel.txt");
  novel->quotations = FindQuotations(novel->book);
  novel->dialogue =
      ReadDialogue(novel->book, novel->quotations, Lexicon::Of(novel->book.info.language));
  novel->features = std::make_unique<FeatureReader>(novel->dialogue);
  const Gold gold = ReadGold(folder);
  const std::vector<std::string> speakers = SpeakersOfTurns(*novel, gold);
  const std::map<std::string, int> match = MatchPersons(*novel, gold, speakers);
  for (const std::string& speaker : speakers) {
    const auto person = match.find(speaker);
    if (speaker.empty() || speaker.starts_with("_")) {
      novel->gold.push_back(kNotAnnotated);
    } else {
      novel->gold.push_back(person == match.end() ? kNotFound : person->second);
    }
  }
  return novel;
}

}  // namespace fullcast
