#include "novels.h"

#include <algorithm>
#include <map>
#include <set>

#include "book/reader.h"
#include "core/file.h"
#include "core/json.h"
#include "core/utf8.h"
#include "script/language/lexicon.h"

namespace fullcast {
namespace {

struct GoldSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string speaker;
  std::size_t quote = 0;
};

struct Gold {
  std::vector<GoldQuotation> quotes;
  std::vector<GoldSpan> spans;                              ///< of all quotations, in order
  std::map<std::string, std::vector<std::string>> aliases;  ///< by character
};

void ReadQuotes(const Json& quotes, const std::map<std::string, std::string>& names, Gold& gold) {
  for (const Json& quote : quotes.AsArray()) {
    std::string speaker = quote.At("speaker").AsString();
    const auto name = names.find(Lowercase(Trim(speaker)));
    if (name != names.end()) speaker = name->second;
    for (const Json& span : quote.At("spans").AsArray()) {
      gold.spans.push_back({static_cast<std::size_t>(span.AsArray()[0].AsInteger(0, 1LL << 40)),
                            static_cast<std::size_t>(span.AsArray()[1].AsInteger(0, 1LL << 40)),
                            speaker, gold.quotes.size()});
    }
    gold.quotes.push_back({speaker, quote.At("type").AsString()});
  }
  std::sort(gold.spans.begin(), gold.spans.end(),
            [](const GoldSpan& a, const GoldSpan& b) { return a.begin < b.begin; });
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
  ReadQuotes(Json::Parse(ReadFile(quotes), quotes), names, gold);
  return gold;
}

/// Finds the annotated speaker of every turn and the turn of every annotated quotation, by the
/// bytes they share.
void MatchTurns(Gold& gold, Novel& novel) {
  std::vector<std::size_t> most(gold.quotes.size(), 0);
  for (std::size_t t = 0; t < novel.dialogue.turns.size(); ++t) {
    std::map<std::string, std::size_t> votes;
    std::map<std::size_t, std::size_t> shared;
    for (const int q : novel.dialogue.turns[t].quotations) {
      for (const QuoteSpan& span : novel.quotations[static_cast<std::size_t>(q)].spans) {
        const Block& block = novel.book.chapters[span.chapter].blocks[span.block];
        const std::size_t begin = block.SourceOffset(span.begin);
        const std::size_t end = block.SourceOffset(span.end);
        auto i = std::upper_bound(gold.spans.begin(), gold.spans.end(), begin,
                                  [](std::size_t at, const GoldSpan& g) { return at < g.begin; });
        if (i != gold.spans.begin()) --i;
        for (; i != gold.spans.end() && i->begin < end; ++i) {
          const std::size_t from = std::max(begin, i->begin);
          const std::size_t to = std::min(end, i->end);
          if (from >= to) continue;
          votes[i->speaker] += to - from;
          shared[i->quote] += to - from;
        }
      }
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    novel.speakers.push_back(best == votes.end() ? "" : best->first);
    for (const auto& [quote, bytes] : shared) {
      if (bytes <= most[quote]) continue;
      most[quote] = bytes;
      gold.quotes[quote].turn = static_cast<int>(t);
    }
  }
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
  Gold gold = ReadGold(folder);
  MatchTurns(gold, *novel);
  novel->person_of = MatchPersons(*novel, gold, novel->speakers);
  for (const std::string& speaker : novel->speakers) {
    const auto person = novel->person_of.find(speaker);
    if (speaker.empty() || speaker.starts_with("_")) {
      novel->gold.push_back(kNotAnnotated);
    } else {
      novel->gold.push_back(person == novel->person_of.end() ? kNotFound : person->second);
    }
  }
  std::erase_if(gold.quotes,
                [](const GoldQuotation& quote) { return quote.speaker.starts_with("_"); });
  novel->quotes = std::move(gold.quotes);
  return novel;
}

}  // namespace fullcast
