#include "core/pronunciation_lexicon.h"

#include "core/utf8.h"

namespace fullcast {

ParsedLexicon ParseLexicon(std::string_view text, const std::string& file) {
  const std::size_t bom = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const bool is_xml = Trim(text.substr(bom)).starts_with('<') || text.starts_with("\xFF\xFE") ||
                      text.starts_with("\xFE\xFF");
  return is_xml ? ParsePls(text, file) : ParsePlainLexicon(text, file);
}

}  // namespace fullcast
