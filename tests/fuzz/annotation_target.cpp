#include "fuzz/book_promises.h"
#include "fuzz/targets.h"
#include "script/annotate.h"
#include "script/check.h"
#include "script/script_file.h"

namespace fullcast::fuzz {

// A book's script holds all of the book, and its file reads back as it was written.
void FuzzAnnotation(std::string_view bytes) {
  const Book book = ReadAndCheck(bytes, "story.txt");
  if (book.chapters.empty()) return;
  const Script script = Annotate(book);
  const std::vector<std::string> differences = CheckScript(script, book);
  if (!differences.empty()) Fail(differences.front());
  const std::string text = FormatScript(script, "story.txt", "");
  if (ParseScript(text, "s.json").edited) Fail("a script that nobody edited counts as edited");
}

}  // namespace fullcast::fuzz
