#include "inspect/finding.h"

#include <utility>

namespace fullcast {

Finding Pass(const char* rule, std::string what) {
  return {Verdict::kPass, rule, std::move(what), ""};
}

Finding Warn(const char* rule, std::string what, std::string advice,
             std::optional<double> at_seconds) {
  return {Verdict::kWarn, rule, std::move(what), std::move(advice), at_seconds};
}

Finding Fail(const char* rule, std::string what, std::string advice,
             std::optional<double> at_seconds) {
  return {Verdict::kFail, rule, std::move(what), std::move(advice), at_seconds};
}

Finding Beyond(bool strict, const char* rule, std::string what, std::string advice,
               std::optional<double> at_seconds) {
  return strict ? Fail(rule, std::move(what), std::move(advice), at_seconds)
                : Warn(rule, std::move(what), std::move(advice), at_seconds);
}

}  // namespace fullcast
