#include "core/error.h"
#include "fuzz/book_promises.h"
#include "fuzz/targets.h"
#include "script/script_file.h"

namespace fullcast::fuzz {

// What can be read can be written, and reads back the same.
void FuzzScript(std::string_view bytes) {
  try {
    const ScriptFile file = ParseScript(bytes, "s.json");
    const std::string text = FormatScript(file);
    if (FormatScript(ParseScript(text, "s.json")) != text) Fail("a script changes when written");
  } catch (const Error& error) {
    if (!std::string_view(error.what()).starts_with("s.json")) Fail(error.what());
  }
}

}  // namespace fullcast::fuzz
