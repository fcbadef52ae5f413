// What rules found, as tests look at it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/inspection.h"

namespace fullcast::test {

/// "fail chapters", "warn cover": all but what holds.
inline std::set<std::string> Broken(const std::vector<Finding>& findings) {
  std::set<std::string> broken;
  for (const Finding& finding : findings) {
    if (finding.verdict == Verdict::kPass) continue;
    broken.insert(std::string(NameOf(finding.verdict)) + " " + finding.rule);
  }
  return broken;
}

}  // namespace fullcast::test
