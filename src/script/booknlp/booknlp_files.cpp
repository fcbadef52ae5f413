#include "script/booknlp/booknlp_files.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "core/utf8.h"
#include "script/booknlp/booknlp_characters.h"
#include "script/booknlp/tab_separated.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostNumber = 1'000'000'000;
constexpr std::string_view kNobody = "None";

// A mention of somebody or something.
struct Entity {
  std::size_t character = 0;
  MentionKind kind = MentionKind::kProper;
  std::string words;
};

// By first and last token.
using Entities = std::map<std::pair<std::size_t, std::size_t>, Entity>;

fs::path FindOne(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure)) {
    if (entry.path().extension() == extension) found.push_back(entry.path());
  }
  if (failure) throw Error(folder.string() + ": " + failure.message());
  if (found.size() == 1) return found[0];
  throw Error(fmt::format("{}: there must be one *{} file of BookNLP's, there {}", folder.string(),
                          extension,
                          found.empty() ? "is none" : fmt::format("are {}", found.size())));
}

std::vector<BookNlpToken> ReadTokens(const std::string& text, const std::string& file) {
  TabSeparated table(
      text, file,
      {"paragraph_ID", "token_ID_within_document", "word", "byte_onset", "byte_offset"});
  std::vector<BookNlpToken> tokens;
  std::size_t done = 0;
  while (table.Next()) {
    BookNlpToken token;
    token.paragraph = table.Count(0, kMostNumber);
    if (table.Count(1, kMostNumber) != tokens.size()) {
      throw table.Wrong(fmt::format("the token's number must be {}", tokens.size()));
    }
    token.word = table.Field(2);
    token.onset = table.Count(3, kMostNumber);
    token.offset = table.Count(4, kMostNumber);
    if (token.onset < done || token.offset <= token.onset) {
      throw table.Wrong(fmt::format("the token is at {} to {}, and the one before it ends at {}",
                                    token.onset, token.offset, done));
    }
    done = token.offset;
    tokens.push_back(std::move(token));
  }
  if (tokens.empty()) throw table.Wrong("there are no tokens");
  return tokens;
}

MentionKind ParseKind(const TabSeparated& table, std::size_t column) {
  const std::string_view name = table.Field(column);
  if (name == "PROP") return MentionKind::kProper;
  if (name == "NOM") return MentionKind::kCommon;
  if (name == "PRON") return MentionKind::kPronoun;
  throw table.Wrong("prop must be PROP, NOM or PRON");
}

Entities ReadEntities(const std::string& text, const std::string& file, std::size_t tokens) {
  TabSeparated table(text, file, {"COREF", "start_token", "end_token", "prop", "text"});
  Entities entities;
  while (table.Next()) {
    const std::size_t last = table.Count(2, tokens - 1);
    const std::size_t first = table.Count(1, last);
    entities.emplace(
        std::pair(first, last),
        Entity{table.Count(0, kMostNumber), ParseKind(table, 3), std::string(table.Field(4))});
  }
  return entities;
}

// Those whom the .book leaves out since they are mentioned once only.
void AddRareCharacters(const Entities& entities,
                       std::map<std::size_t, BookNlpCharacter>& characters) {
  std::map<std::size_t, MentionCounts> counts;
  for (const auto& [place, entity] : entities) {
    if (!characters.contains(entity.character)) {
      counts[entity.character].Add(entity.kind, entity.words, 1);
    }
  }
  for (const auto& [id, mentions] : counts) characters.emplace(id, mentions.Character());
}

std::vector<BookNlpQuote> ReadQuotes(const std::string& text, const std::string& file,
                                     std::size_t tokens, const Entities& entities,
                                     const std::map<std::size_t, BookNlpCharacter>& characters) {
  TabSeparated table(text, file,
                     {"quote_start", "quote_end", "mention_start", "mention_end", "char_id"});
  std::vector<BookNlpQuote> quotes;
  while (table.Next()) {
    BookNlpQuote quote;
    quote.last_token = table.Count(1, tokens - 1);
    quote.first_token = table.Count(0, quote.last_token);
    if (!quotes.empty() && quote.first_token <= quotes.back().last_token) {
      throw table.Wrong("the quote begins inside or before the one on the line above");
    }
    if (table.Field(4) != kNobody) {
      quote.speaker = table.Count(4, kMostNumber);
      if (!characters.contains(*quote.speaker)) {
        throw table.Wrong(
            fmt::format("neither .book nor .entities has a character {}", *quote.speaker));
      }
    }
    if (table.Field(2) != kNobody) {
      const std::size_t last = table.Count(3, tokens - 1);
      quote.mention_token = table.Count(2, last);
      const auto entity = entities.find({*quote.mention_token, last});
      if (entity != entities.end()) quote.mention = entity->second.kind;
    }
    quotes.push_back(quote);
  }
  return quotes;
}

}  // namespace

BookNlpFiles ReadBookNlp(const fs::path& folder) {
  const fs::path tokens = FindOne(folder, ".tokens");
  const fs::path entities = FindOne(folder, ".entities");
  const fs::path book = FindOne(folder, ".book");
  const fs::path quotes = FindOne(folder, ".quotes");
  BookNlpFiles files;
  files.tokens_file = tokens.string();
  files.tokens = ReadTokens(ReadFile(tokens), tokens.string());
  const std::size_t count = files.tokens.size();
  const Entities found = ReadEntities(ReadFile(entities), entities.string(), count);
  files.characters = ParseBookNlpCharacters(Json::Parse(ReadFile(book), book.string()));
  AddRareCharacters(found, files.characters);
  files.quotes = ReadQuotes(ReadFile(quotes), quotes.string(), count, found, files.characters);
  return files;
}

}  // namespace fullcast
