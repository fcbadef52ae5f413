#include "cast/cast_file.h"
#include "cast/presets.h"
#include "core/error.h"
#include "fuzz/book_promises.h"
#include "fuzz/targets.h"

namespace fullcast::fuzz {

namespace {

constexpr std::string_view kPresets =
    R"({"presets": [{"name": "anne", "sex": "female", "language": "en-GB", "voice": "gmw/en"},
{"name": "tom", "sex": "male", "language": "en-US", "voice": "gmw/en-US", "narrator": true}]})";

const Presets& SomePresets() {
  static const Presets presets = Presets::Parse(kPresets, "presets.json");
  return presets;
}

Script ScriptOfTwo() {
  Script script;
  script.characters = {{"anne", "Anne", {}, Gender::kFemale, ""},
                       {"tom", "Tom", {}, Gender::kMale, ""}};
  return script;
}

}  // namespace

void FuzzCast(std::string_view bytes) {
  const Script script = ScriptOfTwo();
  try {
    const CastFile file = ReadCastFile(bytes, "c.json", script, SomePresets());
    const std::string text = FormatCast(file.cast, script, SomePresets());
    const CastFile again = ReadCastFile(text, "c.json", script, SomePresets());
    if (FormatCast(again.cast, script, SomePresets()) != text) Fail("a cast changes when written");
  } catch (const Error& error) {
    if (!std::string_view(error.what()).starts_with("c.json")) Fail(error.what());
  }
}

}  // namespace fullcast::fuzz
