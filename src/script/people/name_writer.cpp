#include "script/people/name_writer.h"

#include <cstddef>
#include <string_view>

#include "core/utf8.h"
#include "script/people/name_particles.h"

namespace fullcast {
namespace {

/// "Anna-Maria", "O'Brien", "St. Clair", "McBryde".
std::string Capitalized(std::string_view word) {
  std::string shown;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view before = word.substr(0, i);
    const char32_t c = NextCodePoint(word, i);
    const bool first = before.empty() || before.back() == '-' || before.back() == ' ' ||
                       before == "mc" || before == "o'" || before == "o\u2019" || before == "d'" ||
                       before == "d\u2019";
    AppendUtf8(shown, first ? ToUpper(c) : c);
  }
  return shown;
}

}  // namespace

NameWriter::NameWriter(const Text& text, const Names& names) : text_(text), names_(names) {
  for (const NameMention& mention : names.mentions) {
    for (int i = mention.begin; i < mention.end; ++i) {
      const Token& token = text.tokens[static_cast<std::size_t>(i)];
      if (token.capital && IsNameParticle(text.Word(token))) {
        capitals_.insert({mention.form, token.word});
      }
    }
  }
}

std::string NameWriter::Shown(int form) const {
  const NameForm& name = names_.forms[static_cast<std::size_t>(form)];
  std::string shown;
  for (const int word : name.words) {
    if (!shown.empty()) shown += ' ';
    const std::string& w = text_.vocabulary.Word(word);
    const bool small = w == "of" || (IsNameParticle(w) && !capitals_.contains({form, word}));
    shown += small ? w : Capitalized(w);
    if (IsAbbreviatedTitle(w)) shown += '.';
  }
  return name.with_the * 2 > name.count ? "the " + shown : shown;
}

}  // namespace fullcast
