#include "fuzz/book_promises.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "book/choose.h"
#include "book/formats.h"
#include "book/ledger.h"
#include "core/error.h"

namespace fullcast::fuzz {

void Fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::abort();
}

Book ReadAndCheck(std::string_view bytes, const std::string& name) {
  Book book;
  try {
    book = ReaderFor(name)({name, std::string(bytes), "Story", false});
  } catch (const Error& error) {
    if (std::string(error.what()).find(name) == std::string::npos) {
      Fail("an error that does not name the file: " + std::string(error.what()));
    }
    return {};
  }
  const std::vector<std::string> lost = CheckBook(book);
  if (!lost.empty()) Fail(lost.front());
  for (const Footnotes footnotes : {Footnotes::kInline, Footnotes::kEnd}) {
    Book chosen = book;
    Choose(chosen, {footnotes, {{false, "1"}, {true, "contents"}, {true, "1"}}});
  }
  return book;
}

}  // namespace fullcast::fuzz
