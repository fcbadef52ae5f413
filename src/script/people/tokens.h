// A book as one sequence of words and punctuation marks that knows its paragraphs and quotations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/book.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// Words by number, in lower case.
class Vocabulary {
 public:
  Vocabulary() = default;
  ~Vocabulary() = default;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  /// The number of a lower-case word, a new one where it is new.
  int Add(std::string_view word);
  /// The number of a lower-case word, or -1.
  [[nodiscard]] int Find(std::string_view word) const;
  [[nodiscard]] const std::string& Word(int number) const {
    return *words_[static_cast<std::size_t>(number)];
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<const std::string*> words_;  // keys of numbers_
};

struct Token {
  int word = 0;             ///< in the vocabulary, in lower case; punctuation is a word, too
  int paragraph = 0;        ///< index in Text::paragraphs
  int quotation = -1;       ///< index of the spoken quotation it is part of, or -1
  std::uint32_t begin = 0;  ///< bytes of the block's text
  std::uint32_t end = 0;
  bool is_word = false;       ///< letters or digits
  bool capital = false;       ///< begins with a capital letter, as the name in "O'Brien" does
  bool all_capitals = false;  ///< two letters or more, no small one
  bool starts_sentence = false;
  bool possessive = false;  ///< the "'s" behind it was cut off
};

/// A block that is read, as a range of tokens.
struct Passage {
  int begin = 0;
  int end = 0;
  std::size_t chapter = 0;
  std::size_t block = 0;
  bool after_break = false;  ///< a scene break or a heading stands before it
};

struct Text {
  Vocabulary vocabulary;
  std::vector<Token> tokens;
  std::vector<Passage> paragraphs;

  [[nodiscard]] const std::string& Word(const Token& token) const {
    return vocabulary.Word(token.word);
  }
};

/// "mr", "capt": a lower-case title that is written with a full stop.
bool IsAbbreviatedTitle(std::string_view word);

/// Cuts the text, verse, quote and list blocks of a book into tokens. Full stops of abbreviated
/// titles and initials ("Mr. J. Smith") are dropped, apostrophes inside words are kept,
/// "St. Clair" is one word, dashes are tokens of their own.
Text Tokenize(const Book& book, const std::vector<Quotation>& quotations);

}  // namespace fullcast
