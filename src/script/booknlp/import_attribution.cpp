#include "script/booknlp/import_attribution.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/error.h"
#include "script/booknlp/booknlp_tokens.h"
#include "script/speakers/character_ids.h"

namespace fullcast {

namespace {

// How far a speaker can be trusted, by the way BookNLP found him.
struct Trust {
  const char* reason;
  double confidence;
};

// BookNLP's speaker of a stretch of text.
struct Said {
  std::size_t character = 0;
  std::size_t bytes = 0;
  Trust trust;
};

// Spans of one quotation that follow each other and have one speaker.
struct Part {
  std::vector<QuoteSpan> spans;
  std::optional<Said> said;
};

// BookNLP gives no confidence. These are the shares of right speakers among the 1,765 quotes of
// Daisy Miller and Alice's Adventures in Wonderland.
Trust TrustIn(const BookNlpQuote& quote, const std::vector<BookNlpToken>& tokens) {
  if (!quote.mention_token || !quote.mention) return {"context", 0.4};
  const bool beside = tokens[*quote.mention_token].paragraph == tokens[quote.first_token].paragraph;
  switch (*quote.mention) {
    case MentionKind::kProper:
      return beside ? Trust{"explicit", 0.92} : Trust{"context", 0.69};
    case MentionKind::kPronoun:
      return beside ? Trust{"pronoun", 0.79} : Trust{"context", 0.42};
    case MentionKind::kCommon:
      break;
  }
  return beside ? Trust{"description", 0.53} : Trust{"context", 0.1};
}

// Walks along BookNLP's quotes. Places are to be asked for in reading order.
class Quotes {
 public:
  Quotes(const BookNlpFiles& files, const Source& source) : files_(files) {
    const std::vector<Span> tokens = LocateTokens(files, source);
    for (const BookNlpQuote& quote : files.quotes) {
      places_.push_back({tokens[quote.first_token].begin, tokens[quote.last_token].end});
    }
  }

  // The speaker of the quote that has most of this place.
  std::optional<Said> SaidAt(const Span& place) {
    std::optional<Said> said;
    while (next_ < places_.size() && places_[next_].end <= place.begin) ++next_;
    for (std::size_t i = next_; i < places_.size() && places_[i].begin < place.end; ++i) {
      const BookNlpQuote& quote = files_.quotes[i];
      const std::size_t bytes =
          std::min(places_[i].end, place.end) - std::max(places_[i].begin, place.begin);
      if (quote.speaker && (!said || bytes > said->bytes)) {
        said = Said{*quote.speaker, bytes, TrustIn(quote, files_.tokens)};
      }
    }
    return said;
  }

 private:
  const BookNlpFiles& files_;
  std::vector<Span> places_;  // in the source, one for each quote
  std::size_t next_ = 0;      // the first quote that may reach into a place to come
};

// A span nobody is known for goes with those beside it.
std::vector<Part> PartsOf(const Quotation& quotation, const Book& book, Quotes& quotes) {
  std::vector<Part> parts(1);
  for (const QuoteSpan& span : quotation.spans) {
    const Block& block = book.chapters[span.chapter].blocks[span.block];
    const std::optional<Said> said =
        quotes.SaidAt({block.SourceOffset(span.begin), block.SourceOffset(span.end)});
    std::optional<Said>& before = parts.back().said;
    if (said && before && said->character != before->character) {
      parts.push_back({{}, said});
    } else if (said && before) {
      before->bytes += said->bytes;
      if (said->trust.confidence > before->trust.confidence) before->trust = said->trust;
    } else if (said) {
      before = said;
    }
    parts.back().spans.push_back(span);
  }
  return parts;
}

// BookNLP's characters as ours.
class Characters {
 public:
  explicit Characters(const BookNlpFiles& files) : files_(files) {}

  void Count(const Said& said) { spoken_[said.character] += said.bytes; }

  // Those who were counted, who speaks most first.
  std::vector<Character> Make() {
    std::vector<std::pair<std::size_t, std::size_t>> order(spoken_.begin(), spoken_.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<Character> characters;
    CharacterIds ids;
    for (const auto& [number, bytes] : order) {
      const BookNlpCharacter& theirs = files_.characters.at(number);
      Character character;
      character.id = ids.Make(theirs.name);
      character.name = theirs.name.empty() ? character.id : theirs.name;
      character.aliases = theirs.aliases;
      character.gender = theirs.gender;
      ids_[number] = character.id;
      characters.push_back(std::move(character));
    }
    return characters;
  }

  // The id that Make() gave.
  [[nodiscard]] const std::string& IdOf(const Said& said) const { return ids_.at(said.character); }

 private:
  const BookNlpFiles& files_;
  std::map<std::size_t, std::size_t> spoken_;  // bytes
  std::map<std::size_t, std::string> ids_;
};

const Source& OnlySource(const Book& book) {
  if (book.sources.size() == 1) return book.sources[0];
  throw Error("BookNLP reads one file, and this book is of " + std::to_string(book.sources.size()) +
              "; join them into one for both");
}

std::size_t BytesSaid(const std::vector<Part>& parts) {
  std::size_t bytes = 0;
  for (const Part& part : parts) bytes += part.said ? part.said->bytes : 0;
  return bytes;
}

}  // namespace

ImportedBook ImportAttribution(const Book& book, const std::vector<Quotation>& quotations,
                               const BookNlpFiles& files) {
  Quotes quotes(files, OnlySource(book));
  Characters characters(files);
  ImportedBook imported;
  std::vector<std::optional<Said>> speakers;
  for (const Quotation& quotation : quotations) {
    if (!IsSpoken(quotation.kind)) {
      imported.quotations.push_back(quotation);
      imported.attributed.attributions.push_back({kNarrator, 1.0, ""});
      speakers.emplace_back();
      continue;
    }
    const std::vector<Part> parts = PartsOf(quotation, book, quotes);
    const auto all_bytes = static_cast<double>(BytesSaid(parts));
    for (const Part& part : parts) {
      imported.quotations.push_back({part.spans, quotation.kind, quotation.doubtful});
      Attribution attribution{kUnknownSpeaker, 0.0, ""};
      if (part.said) {
        characters.Count(*part.said);
        const double share = static_cast<double>(part.said->bytes) / all_bytes;
        attribution.confidence = share * part.said->trust.confidence;
        attribution.reason = part.said->trust.reason;
      }
      imported.attributed.attributions.push_back(std::move(attribution));
      speakers.push_back(part.said);
    }
  }
  imported.attributed.characters = characters.Make();
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    if (speakers[i]) imported.attributed.attributions[i].speaker = characters.IdOf(*speakers[i]);
  }
  return imported;
}

}  // namespace fullcast
