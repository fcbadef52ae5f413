#include "script/people/tokens.h"

#include <algorithm>

#include "core/interrupt.h"
#include "core/utf8.h"
#include "script/size_limits.h"

namespace fullcast {
namespace {

constexpr std::string_view kAbbreviations[] = {
    "mr",  "mrs", "ms",   "dr",  "st",     "prof", "rev",   "col",   "capt", "lt",   "sgt", "gen",
    "maj", "hon", "mlle", "mme", "messrs", "m",    "lieut", "sergt", "insp", "supt", "fr",  "esq"};

bool IsApostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

bool EndsSentence(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == "\u2026" || mark == ":";
}

/// Marks that may stand between the end of a sentence and the start of the next.
bool IsTransparent(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "\u201c" || mark == "\u201d" || mark == "\u2018" ||
         mark == "\u2019" || mark == "(" || mark == ")" || mark == "_" || mark == "*" ||
         mark == "\u00ab" || mark == "\u00bb" || mark == "[" || mark == "]";
}

class Tokenizer {
 public:
  Tokenizer(const Book& book, Text& text) : book_(book), text_(text) {}

  void AddBlock(std::size_t chapter, std::size_t block, bool after_break) {
    Passage paragraph;
    paragraph.begin = static_cast<int>(text_.tokens.size());
    paragraph.chapter = chapter;
    paragraph.block = block;
    paragraph.after_break = after_break;
    starts_sentence_ = true;
    bytes_ = book_.chapters[chapter].blocks[block].text;
    std::size_t position = 0;
    while (position < bytes_.size()) {
      position = AddToken(position);
      const Block& here = book_.chapters[chapter].blocks[block];
      CheckSize(text_.tokens.size(), kMostTokens, "words and marks", book_, here, position);
      CheckSize(text_.vocabulary.size(), kMostWords, "different words", book_, here, position);
    }
    paragraph.end = static_cast<int>(text_.tokens.size());
    text_.paragraphs.push_back(paragraph);
  }

 private:
  /// Adds the token at a position, if one starts there; returns the position behind it.
  std::size_t AddToken(std::size_t position) {
    const std::size_t begin = position;
    const char32_t c = NextCodePoint(bytes_, position);
    if (IsSpace(c)) return position;
    if (IsWordCharacter(c)) return AddWord(begin);
    if (c == U'-') {
      while (position < bytes_.size() && bytes_[position] == '-') ++position;
    }
    AddMark(begin, position);
    return position;
  }

  std::size_t AddWord(std::size_t begin) {
    Token token = NewToken(begin);
    std::size_t end = WordEnd(begin);
    std::string word = Lowercase(bytes_.substr(begin, end - begin));
    const std::size_t saint = word == "st" ? CapitalBehind(end) : 0;
    if (saint > 0) {
      end = WordEnd(saint);
      word = "st. " + Lowercase(bytes_.substr(saint, end - saint));
    }
    token.capital = BeginsWithCapital(begin);
    token.all_capitals = IsAllCapitals(bytes_.substr(begin, end - begin));
    CutPossessive(word, token);
    token.is_word = true;
    token.word = text_.vocabulary.Add(word);
    const bool letter = end == begin + 1 && token.capital;
    const bool abbreviated = letter ? IsInitial(begin, end) : IsAbbreviatedTitle(word);
    if (abbreviated && end < bytes_.size() && bytes_[end] == '.') ++end;
    Push(token, end);
    starts_sentence_ = false;
    return end;
  }

  /// Whether the word that begins here does so with a capital; of "O'Brien", "d'Artagnan" and
  /// "I'll" the letter behind the apostrophe tells.
  [[nodiscard]] bool BeginsWithCapital(std::size_t begin) const {
    const char32_t first = NextCodePoint(bytes_, begin);
    std::size_t next = begin;
    if (next >= bytes_.size() || !IsApostrophe(NextCodePoint(bytes_, next))) return IsUpper(first);
    if (next >= bytes_.size()) return IsUpper(first);
    const char32_t second = NextCodePoint(bytes_, next);
    return IsLetter(second) ? IsUpper(second) : IsUpper(first);
  }

  /// Whether a capital letter alone is short for a name, "J. Smith", or for "Monsieur": "M. de
  /// Sade". A letter at the end of a sentence is none: "It was I."
  [[nodiscard]] bool IsInitial(std::size_t begin, std::size_t end) const {
    if (bytes_[begin] == 'I' || bytes_.substr(end, 1) != ".") return false;
    const std::size_t next = bytes_.find_first_not_of(" \n", end + 1);
    if (next == std::string_view::npos) return false;
    const std::string_view behind = bytes_.substr(next);
    if (bytes_[begin] == 'M' && (behind.starts_with("de ") || behind.starts_with("d'") ||
                                 behind.starts_with("d\u2019") || behind.starts_with("du "))) {
      return true;
    }
    return BeginsWithCapital(next);
  }

  /// Where the word ends that begins here: apostrophes and hyphens inside are part of it.
  [[nodiscard]] std::size_t WordEnd(std::size_t begin) const {
    std::size_t position = begin;
    std::size_t end = begin;
    while (position < bytes_.size()) {
      const std::size_t here = position;
      const char32_t c = NextCodePoint(bytes_, position);
      if (IsWordCharacter(c)) {
        end = position;
      } else if ((IsApostrophe(c) || c == U'-') && here == end && position < bytes_.size()) {
        std::size_t next = position;
        if (!IsWordCharacter(NextCodePoint(bytes_, next))) break;
      } else {
        break;
      }
    }
    return end;
  }

  /// Where the capitalised word begins that follows "St." or "St", else 0. Both are one word, as
  /// neither half of "St. Clair" or "St. James's" is a name.
  [[nodiscard]] std::size_t CapitalBehind(std::size_t end) const {
    if (end < bytes_.size() && bytes_[end] == '.') ++end;
    const std::size_t begin = bytes_.find_first_not_of(" \n", end);
    if (begin == end || begin == std::string_view::npos) return 0;
    std::size_t behind = begin;
    return IsUpper(NextCodePoint(bytes_, behind)) ? begin : 0;
  }

  static bool IsAllCapitals(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < word.size();) {
      const char32_t c = NextCodePoint(word, i);
      if (IsLower(c)) return false;
      letters += IsLetter(c) ? 1U : 0U;
    }
    return letters > 1;
  }

  static void CutPossessive(std::string& word, Token& token) {
    for (const std::string_view ending : {"'s", "\u2019s"}) {
      if (word.size() > ending.size() && word.ends_with(ending)) {
        word.resize(word.size() - ending.size());
        token.possessive = true;
      }
    }
  }

  void AddMark(std::size_t begin, std::size_t end) {
    Token token = NewToken(begin);
    const std::string_view mark = bytes_.substr(begin, end - begin);
    token.word = text_.vocabulary.Add(mark);
    Push(token, end);
    if (EndsSentence(mark)) {
      starts_sentence_ = true;
    } else if (!IsTransparent(mark)) {
      starts_sentence_ = false;
    }
  }

  [[nodiscard]] Token NewToken(std::size_t begin) const {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.paragraph = static_cast<int>(text_.paragraphs.size());
    token.starts_sentence = starts_sentence_;
    return token;
  }

  void Push(Token token, std::size_t end) {
    token.end = static_cast<std::uint32_t>(end);
    text_.tokens.push_back(token);
  }

  const Book& book_;
  Text& text_;
  std::string_view bytes_;
  bool starts_sentence_ = true;
};

/// Tells each token which quotation it is part of, and that a quotation starts a sentence.
void MarkQuotations(const std::vector<Quotation>& quotations, Text& text) {
  std::size_t paragraph = 0;
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    if (!IsSpoken(quotations[q].kind)) continue;
    for (const QuoteSpan& span : quotations[q].spans) {
      while (paragraph < text.paragraphs.size() &&
             (text.paragraphs[paragraph].chapter < span.chapter ||
              (text.paragraphs[paragraph].chapter == span.chapter &&
               text.paragraphs[paragraph].block < span.block))) {
        ++paragraph;
      }
      if (paragraph == text.paragraphs.size()) return;
      const Passage& p = text.paragraphs[paragraph];
      if (p.chapter != span.chapter || p.block != span.block) continue;
      const auto first = text.tokens.begin() + p.begin;
      const auto last = text.tokens.begin() + p.end;
      auto token = std::lower_bound(first, last, span.begin,
                                    [](const Token& t, std::size_t at) { return t.begin < at; });
      bool starts = true;
      for (; token != last && token->begin < span.end; ++token) {
        token->quotation = static_cast<int>(q);
        token->starts_sentence = token->starts_sentence || starts;
        if (token->is_word) starts = false;
      }
    }
  }
}

}  // namespace

bool IsAbbreviatedTitle(std::string_view word) {
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) !=
         std::end(kAbbreviations);
}

int Vocabulary::Add(std::string_view word) {
  const auto [entry, added] = numbers_.try_emplace(std::string(word), static_cast<int>(size()));
  if (added) words_.push_back(&entry->first);
  return entry->second;
}

int Vocabulary::Find(std::string_view word) const {
  const auto entry = numbers_.find(std::string(word));
  return entry == numbers_.end() ? -1 : entry->second;
}

namespace {

std::size_t BytesOf(const Book& book) {
  std::size_t bytes = 0;
  for (const Chapter& chapter : book.chapters) {
    for (const Block& block : chapter.blocks) bytes += block.text.size();
  }
  return bytes;
}

}  // namespace

Text Tokenize(const Book& book, const std::vector<Quotation>& quotations) {
  Text text;
  // Memory that is not used costs nothing; a vector that grows is in memory twice.
  text.tokens.reserve(std::min(BytesOf(book), kMostTokens + 1));
  Tokenizer tokenizer(book, text);
  for (std::size_t c = 0; c < book.chapters.size(); ++c) {
    bool after_break = true;
    for (std::size_t b = 0; b < book.chapters[c].blocks.size(); ++b) {
      ThrowIfInterrupted();
      const Block& block = book.chapters[c].blocks[b];
      const bool heading = block.kind == BlockKind::kHeading;
      if (heading || block.kind == BlockKind::kSceneBreak) after_break = true;
      if (heading || !block.IsRead()) continue;
      tokenizer.AddBlock(c, b, after_break);
      after_break = false;
    }
  }
  MarkQuotations(quotations, text);
  return text;
}

}  // namespace fullcast
