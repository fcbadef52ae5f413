#include "core/inspection.h"

#include <algorithm>

namespace fullcast {

Verdict WorstOf(const std::vector<Finding>& findings) {
  Verdict worst = Verdict::kPass;
  for (const Finding& finding : findings) worst = std::max(worst, finding.verdict);
  return worst;
}

Verdict WorstOf(const Inspection& inspection) {
  Verdict worst = WorstOf(inspection.folder);
  for (const InspectedFile& file : inspection.files) {
    worst = std::max(worst, WorstOf(file.findings));
  }
  return worst;
}

const char* NameOf(Verdict verdict) {
  if (verdict == Verdict::kPass) return "pass";
  return verdict == Verdict::kWarn ? "warn" : "fail";
}

}  // namespace fullcast
