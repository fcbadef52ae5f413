// Lines of title pages and imprints, in all formats alike.
#pragma once

#include <string_view>

namespace fullcast {

/// Who made the book, in which parts, where: what stands on a title page below the title. Takes the
/// paragraph in lower case.
bool IsTitlePageLine(std::string_view lower);

/// A paragraph about the book's rights and its printing. Takes it in lower case.
bool IsImprint(std::string_view lower);

/// Whether a line of a title page may be no more than an author's name: "A. Writer", "Ann Mary
/// Hill".
bool IsName(std::string_view line);

}  // namespace fullcast
