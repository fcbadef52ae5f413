#include "speech/lexicon_matcher.h"

#include <algorithm>
#include <optional>

#include "core/language.h"
#include "core/utf8.h"
#include "speech/spoken_text.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostWrittenBytes = 200;

bool IsApostrophe(char32_t c) { return c == '\'' || c == U'’'; }

// What counts as the same character.
char32_t Simple(char32_t c) {
  if (IsSpace(c)) return ' ';
  return IsApostrophe(c) ? U'\'' : ToLower(c);
}

std::uint64_t Edge(std::uint32_t node, char32_t c) { return (std::uint64_t{node} << 32U) | c; }

bool Any(std::string_view text, bool (*is)(char32_t)) {
  for (std::size_t position = 0; position < text.size();) {
    if (is(NextCodePoint(text, position))) return true;
  }
  return false;
}

// Whether two texts that are the same for the trie have the same capitals too.
bool SameCase(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < a.size() && k < b.size()) {
    const char32_t of_a = NextCodePoint(a, i);
    const char32_t of_b = NextCodePoint(b, k);
    if (IsUpper(of_a) != IsUpper(of_b)) return false;
    while (IsSpace(of_a) && i < a.size() && IsSpace(static_cast<unsigned char>(a[i]))) ++i;
    while (IsSpace(of_b) && k < b.size() && IsSpace(static_cast<unsigned char>(b[k]))) ++k;
  }
  return true;
}

bool EndsWordAt(std::string_view text, std::size_t position) {
  return position >= text.size() || !IsWordPart(NextCodePoint(text, position));
}

// "'s" or "s" at a place, if a word ends behind it.
std::string_view SuffixAt(std::string_view text, std::size_t at) {
  std::size_t position = at;
  if (position >= text.size()) return {};
  char32_t c = NextCodePoint(text, position);
  const bool apostrophe = IsApostrophe(c);
  if (apostrophe) {
    if (position >= text.size()) return {};
    c = NextCodePoint(text, position);
  }
  if ((c != 's' && c != 'S') || !EndsWordAt(text, position)) return {};
  return text.substr(at, position - at);
}

// How an English word goes on with s: the sound depends on the one before it.
SayAs WithS(SayAs say_as, std::string_view suffix) {
  std::string& spoken = say_as.spoken;
  const auto ends_in = [&](std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return spoken.ends_with(end); });
  };
  if (say_as.notation == Notation::kRespelling) {
    spoken += suffix.size() > 1 ? "'s" : "s";
  } else if (say_as.notation == Notation::kMnemonics) {
    const bool hisses = ends_in({"s", "z", "S", "Z", "tS", "dZ"});
    spoken += hisses ? "I2z" : ends_in({"p", "t", "k", "f", "T"}) ? "s" : "z";
  } else {
    const bool hisses = ends_in({"s", "z", "ʃ", "ʒ"});
    spoken += hisses ? "ɪz" : ends_in({"p", "t", "k", "f", "θ"}) ? "s" : "z";
  }
  return say_as;
}

}  // namespace

LexiconMatcher::LexiconMatcher(const PronunciationLexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon) {
    const std::string_view written = Trim(entry.written);
    if (written.empty() || written.size() > kMostWrittenBytes) continue;
    std::uint32_t node = 0;
    char32_t last = 0;
    for (std::size_t position = 0; position < written.size();) {
      const char32_t c = Simple(NextCodePoint(written, position));
      if (c == ' ' && last == ' ') continue;
      last = c;
      const auto size = static_cast<std::uint32_t>(entries_of_.size());
      const auto [edge, added] = next_.emplace(Edge(node, c), size);
      if (added) entries_of_.emplace_back();
      node = edge->second;
    }
    Entry made{std::string(written), PrimaryLanguage(entry.language), Any(written, IsUpper),
               entry.say_as};
    // A later entry takes the place of an earlier one for the same words.
    std::vector<std::uint32_t>& here = entries_of_[node];
    std::erase_if(here, [&](std::uint32_t index) {
      const Entry& other = entries_[index];
      return other.language == made.language && other.has_capitals == made.has_capitals;
    });
    here.push_back(static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back(std::move(made));
  }
}

// Of the entries at a node one with capitals that fit wins over one that fits in any case.
const LexiconMatcher::Entry* LexiconMatcher::EntryOf(std::uint32_t node, std::string_view written,
                                                     std::string_view language) const {
  const Entry* found = nullptr;
  for (const std::uint32_t index : entries_of_[node]) {
    const Entry& entry = entries_[index];
    if (!entry.language.empty() && entry.language != language) continue;
    if (entry.has_capitals && !SameCase(written, entry.written) && Any(written, IsLower)) continue;
    if (found == nullptr || !found->has_capitals) found = &entry;
  }
  return found;
}

LexiconMatcher::Found LexiconMatcher::LongestAt(std::string_view text, std::size_t begin,
                                                std::string_view language) const {
  Found longest;
  std::uint32_t node = 0;
  char32_t last = 0;
  for (std::size_t position = begin; position < text.size();) {
    const char32_t written = NextCodePoint(text, position);
    const char32_t c = Simple(written);
    if (c == ' ' && last == ' ') continue;
    last = c;
    const auto edge = next_.find(Edge(node, c));
    if (edge == next_.end()) break;
    node = edge->second;
    if (entries_of_[node].empty()) continue;
    const bool word = IsWordPart(written);
    const std::string_view suffix = word && language == "en" ? SuffixAt(text, position) : "";
    if (word && suffix.empty() && !EndsWordAt(text, position)) continue;
    const Entry* entry = EntryOf(node, text.substr(begin, position - begin), language);
    if (entry != nullptr) longest = {entry, position + suffix.size(), suffix};
  }
  return longest;
}

std::vector<SpokenAs> LexiconMatcher::Find(std::string_view text, std::string_view language) const {
  std::vector<SpokenAs> found;
  if (entries_.empty()) return found;
  const std::string primary = PrimaryLanguage(language);
  bool after_word = false;
  for (std::size_t position = 0; position < text.size();) {
    std::size_t next = position;
    const bool word = IsWordPart(NextCodePoint(text, next));
    if (!after_word) {
      const Found longest = LongestAt(text, position, primary);
      if (longest.entry != nullptr) {
        SayAs say_as = longest.entry->say_as;
        if (!longest.suffix.empty()) say_as = WithS(std::move(say_as), longest.suffix);
        found.push_back({{position, longest.end}, std::move(say_as)});
        position = longest.end;
        after_word = false;
        continue;
      }
    }
    after_word = word;
    position = next;
  }
  return found;
}

}  // namespace fullcast
