// How the speaker of one quotation was found.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"
#include "produce/reporter.h"
#include "produce/scripting/make_script.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// The number of the first quotation that holds this text; or of the one that has it for its
/// number, from 0. Throws Error where there is none.
std::size_t FindQuotation(const Book& book, const std::vector<Quotation>& quotations,
                          std::string_view wanted);

/// The quotation that FindQuotation gives and ExplainAttribution of it, as a text for people: what
/// MakeScript() would decide for a book that it annotates with these arguments; what the script at
/// `script_path` remembers of the book counts. Changes nothing on disk. Throws Error where the book
/// or the script can't be read, too.
std::string ExplainSpeaker(const std::filesystem::path& book_path,
                           const std::filesystem::path& script_path, const ScriptOptions& options,
                           std::string_view wanted, Reporter& reporter);

}  // namespace fullcast
