// What is told of a rendering, before it and after it.
#pragma once

#include <filesystem>
#include <string>

#include "cli/console.h"
#include "core/cast.h"
#include "core/json_writer.h"
#include "core/script.h"
#include "produce/rendering/estimate.h"
#include "produce/rendering/render.h"

namespace fullcast {

/// Chapters, characters, length and size of what would be made.
void ReportEstimate(const Script& script, const Cast& cast, const BookEstimate& book,
                    const std::filesystem::path& output, Console& console);

/// Where the text is that could not be spoken, and why.
std::string DescribeDefect(const Script& script, const Defect& defect);

/// "61 chapters, 10:51:02, ...".
std::string DescribeRendering(const RenderReport& report);

/// "; 2 segments could not be spoken", or nothing.
std::string CountDefects(const RenderReport& report);

/// The defects as a member of an object that is open.
void WriteDefects(JsonWriter& json, const Script& script, const RenderReport& report);

/// The report as members of an object that is open, the defects among them.
void WriteRendering(JsonWriter& json, const Script& script, const RenderReport& report);

/// Defects as warnings, the rest as a result.
void ReportRendering(const Script& script, const RenderReport& report,
                     const std::filesystem::path& output, Console& console);

}  // namespace fullcast
