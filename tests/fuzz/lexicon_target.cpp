#include "core/error.h"
#include "core/pronunciation_lexicon.h"
#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

void FuzzLexicon(std::string_view bytes) {
  try {
    ParseLexicon(bytes, "words.pls");
  } catch (const Error& error) {
    if (!std::string_view(error.what()).starts_with("words.pls")) Fail(error.what());
  }
}

}  // namespace fullcast::fuzz
