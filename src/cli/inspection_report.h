// What is told of an inspection.
#pragma once

#include <string>

#include "core/inspection.h"

namespace fullcast {

/// A table of a file's or folder's findings, a line each, with what to do.
std::string DescribeInspection(const Inspection& inspection);

/// "pass, 9 rules", or what is wrong: on one line.
std::string SummarizeInspection(const Inspection& inspection);

/// One JSON object with an "event" of "check".
std::string InspectionJson(const Inspection& inspection);

}  // namespace fullcast
