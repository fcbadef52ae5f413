#include "script/people/meetings.h"

#include <algorithm>
#include <vector>

namespace fullcast {
namespace {

/// Of a longer list of names the rest is not looked at, so that it costs no square of its length.
constexpr std::size_t kMostInSentence = 8;

bool EndsSentence(const std::string& mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == ";";
}

}  // namespace

Meetings::Meetings(const Text& text, const Names& names) {
  std::vector<int> forms;
  const auto finish_sentence = [&] {
    const std::size_t count = std::min(forms.size(), kMostInSentence);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        if (forms[i] != forms[j]) ++counts_[std::minmax(forms[i], forms[j])];
      }
    }
    forms.clear();
  };
  int paragraph = -1;
  int quotation = -1;
  std::size_t m = 0;
  for (std::size_t i = 0; i < text.tokens.size() && m < names.mentions.size(); ++i) {
    const Token& token = text.tokens[i];
    if (token.paragraph != paragraph || token.quotation != quotation ||
        EndsSentence(text.Word(token))) {
      finish_sentence();
      paragraph = token.paragraph;
      quotation = token.quotation;
    }
    if (static_cast<int>(i) == names.mentions[m].begin) {
      forms.push_back(names.mentions[m].form);
      ++m;
    }
  }
  finish_sentence();
  CountAnswers(text, names);
}

void Meetings::CountAnswers(const Text& text, const Names& names) {
  const NameMention* last = nullptr;
  for (const NameMention& mention : names.mentions) {
    if (!mention.speaker) continue;
    const auto paragraph_of = [&](const NameMention& m) {
      return text.tokens[static_cast<std::size_t>(m.begin)].paragraph;
    };
    if (last != nullptr && last->form != mention.form &&
        paragraph_of(mention) == paragraph_of(*last) + 1) {
      counts_[std::minmax(last->form, mention.form)] += 2;
    }
    last = &mention;
  }
}

int Meetings::Count(int form, int other) const {
  const auto entry = counts_.find(std::minmax(form, other));
  return entry == counts_.end() ? 0 : entry->second;
}

}  // namespace fullcast
