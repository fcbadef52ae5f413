#include "script/booknlp/booknlp_tokens.h"

#include <fmt/core.h>

#include <cstddef>

#include "core/error.h"
#include "core/utf8.h"
#include "script/source_character.h"

namespace fullcast {

namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;

// What offsets count.
struct Counting {
  bool bytes = false;         // or characters
  bool both_of_crlf = false;  // or one for both
  bool mark = true;           // a byte order mark
};

std::vector<Counting> AllCountings() {
  std::vector<Counting> all;
  for (const bool bytes : {false, true}) {
    for (const bool both_of_crlf : {false, true}) {
      for (const bool mark : {true, false}) all.push_back({bytes, both_of_crlf, mark});
    }
  }
  return all;
}

// Goes through a source and counts.
class Walker {
 public:
  Walker(std::string_view source, const Counting& counting)
      : source_(source), characters_(source), counting_(counting) {}

  [[nodiscard]] std::size_t position() const { return position_; }

  // Goes to the character with this count; false where none has it.
  bool GoTo(std::size_t count) {
    while (position_ < source_.size() && (count_ < count || IsUncounted())) Next();
    return count_ == count && position_ < source_.size();
  }

  // Goes behind this word, if it stands here and ends at this count.
  bool Pass(std::string_view word, std::size_t end_count) {
    for (std::size_t i = 0; i < word.size();) {
      if (position_ >= source_.size() || NextCodePoint(word, i) != Next()) return false;
    }
    return count_ == end_count;
  }

 private:
  char32_t Next() {
    const std::size_t before = position_;
    const bool counted = !IsUncounted();
    const char32_t c = characters_.Next(position_);
    if (counted) count_ += counting_.bytes ? position_ - before : 1;
    return c;
  }

  [[nodiscard]] bool IsUncounted() const {
    std::size_t next = position_;
    const char32_t c = characters_.Next(next);
    if (c == kByteOrderMark && position_ == 0) return !counting_.mark;
    return c == U'\r' && !counting_.both_of_crlf && next < source_.size() &&
           characters_.Next(next) == U'\n';
  }

  std::string_view source_;
  SourceCharacters characters_;
  Counting counting_;
  std::size_t position_ = 0;
  std::size_t count_ = 0;
};

// The places of the tokens as far as they stand where they are said to.
std::vector<Span> Locate(const std::vector<BookNlpToken>& tokens, std::string_view source,
                         const Counting& counting) {
  std::vector<Span> places;
  Walker walker(source, counting);
  for (const BookNlpToken& token : tokens) {
    if (!walker.GoTo(token.onset)) break;
    const std::size_t begin = walker.position();
    if (!walker.Pass(token.word, token.offset)) break;
    places.push_back({begin, walker.position()});
  }
  return places;
}

}  // namespace

std::vector<Span> LocateTokens(const BookNlpFiles& files, const Source& source) {
  std::size_t most = 0;
  for (const Counting& counting : AllCountings()) {
    std::vector<Span> places = Locate(files.tokens, source.bytes, counting);
    if (places.size() == files.tokens.size()) return places;
    most = std::max(most, places.size());
  }
  const BookNlpToken& token = files.tokens[most];
  throw Error(Place{files.tokens_file, LineOfToken(most), 0},
              fmt::format("\"{}\" does not stand at {} to {} of {}; annotate the very file that "
                          "BookNLP read",
                          token.word, token.onset, token.offset, source.name));
}

}  // namespace fullcast
