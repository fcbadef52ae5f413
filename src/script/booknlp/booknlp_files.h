// What BookNLP (github.com/booknlp/booknlp), and those who write files like its, found in a book:
// who says what, in a folder with one <name>.tokens, .quotes, .entities and .book each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/script.h"

namespace fullcast {

struct BookNlpToken {
  std::string word;
  std::size_t paragraph = 0;
  std::size_t onset = 0;  ///< in the text that was read, half-open; in which unit: see LocateTokens
  std::size_t offset = 0;
};

/// How a person is mentioned.
enum class MentionKind { kProper, kCommon, kPronoun };

/// Words between a pair of marks. Tokens are indices, the last one included.
struct BookNlpQuote {
  std::size_t first_token = 0;
  std::size_t last_token = 0;
  std::optional<std::size_t> speaker;        ///< the id of a character
  std::optional<std::size_t> mention_token;  ///< where the speaker is mentioned: first token
  std::optional<MentionKind> mention;        ///< and how
};

struct BookNlpCharacter {
  std::string name;
  std::vector<std::string> aliases;
  Gender gender = Gender::kUnknown;
};

struct BookNlpFiles {
  std::string tokens_file;           ///< for messages
  std::vector<BookNlpToken> tokens;  ///< in reading order, not empty, none inside another
  std::vector<BookNlpQuote> quotes;  ///< in reading order, none inside another
  std::map<std::size_t, BookNlpCharacter> characters;  ///< by id; at least all speakers
};

/// The line of a token in its file, from 1.
constexpr std::size_t LineOfToken(std::size_t token) { return token + 2; }

/// Reads the four files of the one book in this folder. Throws Error that names the file, and the
/// line where there is one: a file is missing, or there are several of a kind; a column is missing;
/// a number is none; tokens or quotes overlap or run backwards; a token or character is spoken of
/// that is not there. Cost grows as n log n.
BookNlpFiles ReadBookNlp(const std::filesystem::path& folder);

}  // namespace fullcast
