// Finds the words of a lexicon in texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/pronunciation_lexicon.h"
#include "speech/utterance.h"

namespace fullcast {

/// A lexicon, ready to be looked up in. Whole words and phrases are found, the longest first:
/// - an entry in lower case in any case; one with capitals as it stands, or all in capitals;
/// - white space of any length for a space, either form of an apostrophe for the other;
/// - in English with 's or a plural s behind, which is pronounced as behind other words.
class LexiconMatcher {
 public:
  explicit LexiconMatcher(const PronunciationLexicon& lexicon);

  /// What the lexicon says of a text in a language (BCP 47), in order and apart. Linear.
  [[nodiscard]] std::vector<SpokenAs> Find(std::string_view text, std::string_view language) const;

 private:
  struct Entry {
    std::string written;
    std::string language;  // primary subtag, or empty
    bool has_capitals = false;
    SayAs say_as;
  };
  struct Found {
    const Entry* entry = nullptr;
    std::size_t end = 0;
    std::string_view suffix;  // "", "'s" or "s"
  };

  [[nodiscard]] Found LongestAt(std::string_view text, std::size_t begin,
                                std::string_view language) const;
  [[nodiscard]] const Entry* EntryOf(std::uint32_t node, std::string_view written,
                                     std::string_view language) const;

  std::vector<Entry> entries_;
  // A trie over simplified characters; node 0 is its root.
  std::unordered_map<std::uint64_t, std::uint32_t> next_;
  std::vector<std::vector<std::uint32_t>> entries_of_ = {{}};
};

}  // namespace fullcast
