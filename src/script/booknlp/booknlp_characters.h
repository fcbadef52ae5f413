// The characters of a book that BookNLP read, from its .book and .entities.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "script/booknlp/booknlp_files.h"

namespace fullcast {

class Json;

/// How often a person is mentioned by which words.
class MentionCounts {
 public:
  void Add(MentionKind kind, const std::string& words, std::size_t count);

  /// The most frequent proper name, with the others as aliases; without any, the most frequent of
  /// the other phrases, and else of the pronouns. Of two spellings that differ in capitals only the
  /// more frequent one counts.
  [[nodiscard]] BookNlpCharacter Character() const;

 private:
  std::map<MentionKind, std::map<std::string, std::size_t>> counts_;
};

/// The characters in a .book by their ids. Throws Error at fields of a wrong type.
std::map<std::size_t, BookNlpCharacter> ParseBookNlpCharacters(const Json& book);

}  // namespace fullcast
