#include "book/choose.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "book/footnotes.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Words = std::vector<std::string>;

// In lower case, letters and digits only, without the "s" of a plural.
Words WordsOf(std::string_view text) {
  constexpr std::size_t kShortestPlural = 4;
  Words words;
  bool inside = false;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    const bool part = IsLetter(c) || IsDigit(c);
    if (part && !inside) words.emplace_back();
    if (part) AppendUtf8(words.back(), ToLower(c));
    inside = part;
  }
  for (std::string& word : words) {
    if (word.size() >= kShortestPlural && word.ends_with('s')) word.pop_back();
  }
  return words;
}

// "3" or "3-5": chapters by number.
std::optional<std::pair<std::size_t, std::size_t>> ParseRange(std::string_view pattern) {
  std::size_t first = 0;
  const char* end = pattern.data() + pattern.size();
  auto parsed = std::from_chars(pattern.data(), end, first);
  if (parsed.ec != std::errc()) return std::nullopt;
  std::size_t last = first;
  if (parsed.ptr != end && *parsed.ptr == '-') parsed = std::from_chars(parsed.ptr + 1, end, last);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return std::pair(first, last);
}

class Pattern {
 public:
  explicit Pattern(std::string_view text) : range_(ParseRange(Trim(text))) {
    if (!range_) words_ = WordsOf(text);
  }

  [[nodiscard]] bool MatchesChapter(std::size_t number, std::string_view title) const {
    if (range_) return number >= range_->first && number <= range_->second;
    return MatchesText(title);
  }

  [[nodiscard]] bool MatchesText(std::string_view text) const {
    if (words_.empty()) return false;
    const Words words = WordsOf(text);
    return std::search(words.begin(), words.end(), words_.begin(), words_.end()) != words.end();
  }

 private:
  std::optional<std::pair<std::size_t, std::size_t>> range_;
  Words words_;
};

// What is no text of the chapter, even where all of it is included.
bool IsMechanical(const Block& block) {
  constexpr std::array<std::string_view, 3> kReasons = {"page number", "markup", "no words"};
  return block.kind == BlockKind::kSceneBreak ||
         std::find(kReasons.begin(), kReasons.end(), block.skip) != kReasons.end();
}

void Include(Block& block) {
  block.skip.clear();
  if (block.kind == BlockKind::kSkipped) block.kind = BlockKind::kText;
}

void IncludeChapter(Chapter& chapter) {
  bool excluded = false;
  for (Block& block : chapter.blocks) {
    if (block.skip != kExcludedReason) continue;
    Include(block);
    excluded = true;
  }
  const bool silent = std::none_of(chapter.blocks.begin(), chapter.blocks.end(),
                                   [](const Block& block) { return block.IsRead(); });
  if (excluded || !silent) return;
  for (Block& block : chapter.blocks) {
    if (!IsMechanical(block)) Include(block);
  }
}

void ExcludeChapter(Chapter& chapter) {
  for (Block& block : chapter.blocks) {
    if (block.IsRead()) block.skip = kExcludedReason;
  }
}

// Whether the rule matches a reason or a kind.
bool ApplyToBlocks(const ReadingRule& rule, const Pattern& pattern, Chapter& chapter) {
  bool matched = false;
  for (Block& block : chapter.blocks) {
    if (rule.include && !block.IsRead() && block.kind != BlockKind::kSceneBreak &&
        pattern.MatchesText(block.skip)) {
      Include(block);
      matched = true;
    } else if (!rule.include && block.IsRead() && pattern.MatchesText(NameOf(block.kind))) {
      block.skip = kExcludedReason;
      matched = true;
    }
  }
  return matched;
}

bool Apply(const ReadingRule& rule, Book& book) {
  const Pattern pattern(rule.pattern);
  bool matched = false;
  for (std::size_t c = 0; c < book.chapters.size(); ++c) {
    Chapter& chapter = book.chapters[c];
    if (pattern.MatchesChapter(c + 1, chapter.title)) {
      matched = true;
      if (rule.include) {
        IncludeChapter(chapter);
      } else {
        ExcludeChapter(chapter);
      }
    }
    matched = ApplyToBlocks(rule, pattern, chapter) || matched;
  }
  return matched;
}

}  // namespace

std::string_view NameOf(BlockKind kind) {
  switch (kind) {
    case BlockKind::kVerse:
      return "verse";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kListItem:
      return "list";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kFootnote:
      return "footnote";
    default:
      return {};
  }
}

std::vector<std::string> Choose(Book& book, const ReadingChoice& choice) {
  std::vector<std::string> unmatched;
  for (const ReadingRule& rule : choice.rules) {
    if (!Apply(rule, book)) unmatched.push_back(rule.pattern);
  }
  PlaceFootnotes(book, choice.footnotes);
  return unmatched;
}

}  // namespace fullcast
