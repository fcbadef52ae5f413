// Findings as rules make them. Private to this room.
#pragma once

#include <optional>
#include <string>

#include "core/inspection.h"

namespace fullcast {

Finding Pass(const char* rule, std::string what);
Finding Warn(const char* rule, std::string what, std::string advice,
             std::optional<double> at_seconds = std::nullopt);
Finding Fail(const char* rule, std::string what, std::string advice,
             std::optional<double> at_seconds = std::nullopt);

/// What a store refuses is a failure (`strict`), what is only worse a warning.
Finding Beyond(bool strict, const char* rule, std::string what, std::string advice,
               std::optional<double> at_seconds = std::nullopt);

}  // namespace fullcast
