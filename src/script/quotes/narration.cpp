#include "script/quotes/narration.h"

#include <algorithm>

#include "core/text_breaks.h"
#include "core/utf8.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

bool EndsSentenceAt(std::string_view text, std::size_t end) {
  const bool stop =
      end > 0 && (text[end - 1] == '.' || text[end - 1] == '!' || text[end - 1] == '?');
  if (!stop || end >= text.size() || text[end] != ' ') return false;
  return text[end - 1] != '.' || !IsAbbreviation(WordBefore(text, end - 1));
}

}  // namespace

std::string_view LastSentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t previous = end;
    if (!IsSpace(PreviousCodePoint(text, previous))) break;
    end = previous;
  }
  const std::size_t least = end > kFarthest ? end - kFarthest : 0;
  std::size_t begin = end;
  while (begin > least && (begin == end || !EndsSentenceAt(text, begin))) --begin;
  const bool in_a_word = begin > 0 && begin == least;
  if (in_a_word) begin = std::min(text.find(' ', begin), end);
  return Trim(text.substr(begin, end - begin));
}

std::string_view FirstSentence(std::string_view text) {
  const std::size_t most = std::min(text.size(), kFarthest);
  std::size_t end = 0;
  while (end < most && !EndsSentenceAt(text, end)) ++end;
  return text.substr(0, end);
}

Beside NarrationBeside(const Book& book, const std::vector<Quotation>& quotations,
                       std::size_t number) {
  const std::vector<QuoteSpan>& spans = quotations[number].spans;
  const auto text_of = [&](const QuoteSpan& span) {
    return std::string_view(book.chapters[span.chapter].blocks[span.block].text);
  };
  const auto same_block = [](const QuoteSpan& a, const QuoteSpan& b) {
    return a.chapter == b.chapter && a.block == b.block;
  };
  Beside beside;
  const QuoteSpan& first = spans.front();
  std::size_t begin = 0;
  if (number > 0 && same_block(quotations[number - 1].spans.back(), first)) {
    begin = quotations[number - 1].spans.back().end;
  }
  beside.before = LastSentence(text_of(first).substr(begin, first.begin - begin));
  for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
    if (!same_block(spans[i], spans[i + 1])) continue;
    beside.between.push_back(
        text_of(spans[i]).substr(spans[i].end, spans[i + 1].begin - spans[i].end));
  }
  const QuoteSpan& last = spans.back();
  std::size_t end = text_of(last).size();
  if (number + 1 < quotations.size() && same_block(quotations[number + 1].spans.front(), last)) {
    end = quotations[number + 1].spans.front().begin;
  }
  beside.after = FirstSentence(text_of(last).substr(last.end, end - last.end));
  return beside;
}

bool IsSpeechVerb(std::string_view word, const WordSet& speech_verbs) {
  if (speech_verbs.contains(word)) return true;
  constexpr std::string_view kParticiple = "ing";
  return word.ends_with(kParticiple) &&
         speech_verbs.contains(std::string(word.substr(0, word.size() - kParticiple.size())) +
                               "ed");
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t position = 0; position < text.size();) {
    const std::string_view word = WordAt(text, position);
    if (word.empty()) {
      NextCodePoint(text, position);
    } else {
      words.push_back(Lowercase(word));
      position += word.size();
    }
  }
  return words;
}

}  // namespace fullcast
