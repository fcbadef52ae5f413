#include "script/annotate.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "book_of.h"
#include "script/check.h"
#include "script/quotes/quotation.h"

namespace fullcast {
namespace {

using testing::IsEmpty;

const std::vector<std::string>& Scraps() {
  static const std::vector<std::string> scraps = {"\"",
                                                  "\"",
                                                  "“",
                                                  "”",
                                                  "'",
                                                  "'",
                                                  "‘",
                                                  "’",
                                                  "`",
                                                  "«",
                                                  "»",
                                                  "„",
                                                  "‚",
                                                  "‹",
                                                  "›",
                                                  "—",
                                                  "--",
                                                  "– ",
                                                  ",",
                                                  ".",
                                                  "!",
                                                  "?",
                                                  "...",
                                                  "…",
                                                  ":",
                                                  ";",
                                                  "(",
                                                  ")",
                                                  "_",
                                                  "*",
                                                  "¿",
                                                  "¡",
                                                  "\n",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  " said Tom",
                                                  " Ann cried",
                                                  "Mr. Bennet",
                                                  "Elizabeth",
                                                  "he ",
                                                  "she ",
                                                  "'tis ",
                                                  "dogs' ",
                                                  "o' ",
                                                  "dit-il",
                                                  " dijo Juan",
                                                  " сказал он",
                                                  "the ",
                                                  "called ",
                                                  "letter",
                                                  "Dear Ann,",
                                                  "Yours ever,",
                                                  "a",
                                                  "B",
                                                  "no",
                                                  "I ",
                                                  "6",
                                                  "90s",
                                                  "thought",
                                                  "in his head",
                                                  "\xC3",
                                                  "\xFF",
                                                  "\x80",
                                                  "\xE2\x80",
                                                  "\xC2\xA0",
                                                  "\xE2\x80\x8B",
                                                  "é",
                                                  "Ж",
                                                  "世",
                                                  "\xF0\x9F\x98\x80",
                                                  "\t"};
  return scraps;
}

std::string RandomText(std::mt19937& random) {
  std::string text;
  const std::size_t size = random() % 40;
  for (std::size_t i = 0; i < size; ++i) text += Scraps()[random() % Scraps().size()];
  return text;
}

// White space of a source belongs to no block.
std::string Trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

Book RandomBook(std::mt19937& random) {
  static const std::vector<std::string> languages = {"en", "fr", "de", "es", "ru", "xx", ""};
  static const std::vector<std::string> signs = {"", "", "", "", "# ", "> ", "/ "};
  std::vector<std::string> paragraphs;
  for (std::size_t count = random() % 8; count > 0; --count) {
    const std::string text = Trimmed(RandomText(random));
    if (text.empty() || random() % 16 == 0) {
      paragraphs.emplace_back("***");
    } else {
      paragraphs.push_back(signs[random() % signs.size()] + text);
    }
  }
  return BookOf(paragraphs, languages[random() % languages.size()]);
}

std::string TextOf(const Book& book) {
  return book.sources.empty() ? "" : book.sources.front().bytes;
}

TEST(Annotate, DropsAndInventsNothingWhateverTheText) {
  std::mt19937 random(20240117);
  for (int i = 0; i < 10'000; ++i) {
    const Book book = RandomBook(random);
    const Script script = Annotate(book);
    ASSERT_THAT(CheckScript(script, book), IsEmpty()) << "case " << i << ":\n" << TextOf(book);
  }
}

TEST(Annotate, SpansOfQuotationsAreInOrder) {
  std::mt19937 random(7);
  for (int i = 0; i < 2'000; ++i) {
    const Book book = RandomBook(random);
    std::size_t block = 0;
    std::size_t end = 0;
    for (const Quotation& quotation : FindQuotations(book)) {
      ASSERT_FALSE(quotation.spans.empty());
      for (const QuoteSpan& span : quotation.spans) {
        ASSERT_LT(span.begin, span.end) << TextOf(book);
        ASSERT_TRUE(span.block > block || (span.block == block && span.begin >= end))
            << TextOf(book);
        block = span.block;
        end = span.end;
      }
    }
  }
}

// Half a megabyte of each of these, on one line: a cost that grows with the square of it would not
// come to an end. What it costs: bench/annotate_cost.py.
TEST(Annotate, ComesToAnEndWhateverIsRepeated) {
  for (const std::string scrap :
       {"\"", "'", "“", "” ", "«", "\" ", " \"", "' s", "--", " —", ", ", "a", " ", "\n", "\"a\" ",
        "said \"a,\" ", "«a, dit-il, ", "A. "}) {
    std::string text = "It began. ";
    while (text.size() < 1U << 19U) text += scrap;
    EXPECT_FALSE(Annotate(BookOf({text + " It ended."})).chapters.empty()) << "scrap: " << scrap;
  }
}

TEST(Annotate, ManyParagraphsThatRunOn) {
  const std::vector<std::string> paragraphs(50'000, "\"And so on");
  const Book book = BookOf(paragraphs);
  EXPECT_THAT(CheckScript(Annotate(book), book), IsEmpty());
}

TEST(Annotate, AnEmptyBook) { EXPECT_TRUE(Annotate(Book{}).chapters.empty()); }

}  // namespace
}  // namespace fullcast
