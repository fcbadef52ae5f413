// The language of a text that names none.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// The primary language (BCP 47) whose most frequent words or whose script a text is written in; ""
/// where that is not clear: it is short, or of a language that is not known here. Tags and marks in
/// the text do no harm.
std::string GuessLanguage(std::string_view text);

/// The tag of a language's English name, as Project Gutenberg's texts give it: "de" for "German";
/// "" for one that is not known.
std::string LanguageOfName(std::string_view name);

}  // namespace fullcast
