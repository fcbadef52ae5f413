// The lines that Project Gutenberg puts around the text of a book, in all formats alike.
#pragma once

#include <string_view>

namespace fullcast {

inline constexpr std::size_t kCreditParagraphs = 40;  ///< behind the header, where credits may be

// All but the last take the beginning of a line in lower case, 120 bytes or more of it.

/// "*** START OF THE PROJECT GUTENBERG EBOOK ...": the text begins behind it.
bool IsGutenbergStart(std::string_view line);

/// The end of the legal notice above texts of the nineties:
/// "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*".
bool IsSmallPrintEnd(std::string_view line);

/// "*** END OF ...", "End of Project Gutenberg's ...", also in other languages.
bool IsGutenbergEnd(std::string_view line);

/// "The Project Gutenberg eBook of ...".
bool IsGutenbergBanner(std::string_view line);

/// "Produced by ...", "E-text prepared by ...".
bool IsTranscribersCredit(std::string_view line);

/// "Release date: ...", "Character set encoding: ...".
bool IsBookData(std::string_view line);

/// "[Transcriber's Note: ...", in any case.
bool BeginsTranscribersNote(std::string_view text);

}  // namespace fullcast
