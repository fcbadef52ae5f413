#include "script/segments/emphasis.h"

#include <algorithm>

#include "core/utf8.h"
#include "script/quotes/narration.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostStressedWords = 8;

enum class Case { kSmall, kCapitals, kOneCapital };

Case CaseOf(std::string_view word) {
  int capitals = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = NextCodePoint(word, i);
    if (IsLower(c)) return Case::kSmall;
    capitals += IsUpper(c) ? 1 : 0;
  }
  if (capitals == 0) return Case::kSmall;
  return capitals == 1 ? Case::kOneCapital : Case::kCapitals;
}

template <typename Visit>
void ForEachWord(std::string_view text, const Visit& visit) {
  for (std::size_t position = 0; position < text.size();) {
    const std::string_view word = WordAt(text, position);
    if (word.empty()) {
      NextCodePoint(text, position);
    } else {
      visit(position, word);
      position += word.size();
    }
  }
}

// Joins spans that overlap or touch.
std::vector<Span> Union(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> joined;
  for (const Span& span : spans) {
    if (!joined.empty() && span.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

}  // namespace

EmphasisReader::EmphasisReader(const Book& book) {
  for (const Chapter& chapter : book.chapters) {
    for (const Block& block : chapter.blocks) {
      ForEachWord(block.text, [&](std::size_t, std::string_view word) {
        std::size_t second = 0;
        if (IsLower(NextCodePoint(word, second)) && !small_words_.contains(word)) {
          small_words_.emplace(word);
        }
      });
    }
  }
}

bool EmphasisReader::IsStressed(std::string_view word) const {
  return CaseOf(word) == Case::kCapitals && small_words_.contains(Lowercase(word));
}

// Runs of words in capitals; a word of one letter ("I") goes on with a run, but makes none.
std::vector<Span> EmphasisReader::Capitals(std::string_view text, bool opens) const {
  std::vector<Span> runs;
  bool running = false;
  ForEachWord(text, [&](std::size_t begin, std::string_view word) {
    const Case written = CaseOf(word);
    opens = opens && written != Case::kSmall;
    if (opens || (running && written == Case::kOneCapital)) return;
    const bool stressed = IsStressed(word);
    if (stressed && running) {
      runs.back().end = begin + word.size();
    } else if (stressed) {
      runs.push_back({begin, begin + word.size()});
    }
    running = stressed;
  });
  return runs;
}

std::vector<Span> EmphasisReader::Read(const Block& block, bool opens) const {
  if (block.kind == BlockKind::kHeading) return {};
  std::vector<Span> spans = Capitals(block.text, opens);
  spans.insert(spans.end(), block.emphasis.begin(), block.emphasis.end());
  std::erase_if(spans, [&](const Span& span) {
    const std::size_t words =
        WordsOf(std::string_view(block.text).substr(span.begin, span.end - span.begin)).size();
    return words == 0 || words > kMostStressedWords;
  });
  return Union(std::move(spans));
}

std::vector<Span> Within(const std::vector<Span>& spans, std::size_t begin, std::size_t end) {
  std::vector<Span> parts;
  for (const Span& span : spans) {
    const std::size_t from = std::max(span.begin, begin);
    const std::size_t to = std::min(span.end, end);
    if (from < to) parts.push_back({from - begin, to - begin});
  }
  return parts;
}

}  // namespace fullcast
