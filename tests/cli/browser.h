// A page that the program made, in a real browser.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast::test {

inline bool HasBrowser() { return !RunCommand("command -v chromium").output.empty(); }

/// What `script`, the body of an async function, returns in this page of the program's folder. It
/// may wait for an event by `await once(what, name)`: then how fast the machine is does not matter.
inline Json InBrowser(const Program& program, const std::string& page, const std::string& script) {
  constexpr const char* kOnce =
      "const once = (what, name) => new Promise(done => what.addEventListener(name, done, "
      "{once: true}));\n";
  WriteFile(program / "script.js", kOnce + script);
  const std::string browser = (SourceFolder() / "tests/browser/browser.py").string();
  const auto shown =
      RunCommand("timeout 600 " + Quoted(browser) + " " + Quoted((program / page).string()) + " " +
                 Quoted((program / "script.js").string()) + " 2>&1");
  EXPECT_EQ(shown.exit_code, 0) << shown.output;
  return Json::Parse(shown.output, "the page");
}

}  // namespace fullcast::test
