// Who says what: the characters of a book and the speaker of each of its quotations, decided over
// whole conversations.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/book.h"
#include "core/script.h"
#include "script/quotes/quotation.h"
#include "script/speakers/dialogue.h"

namespace fullcast {

struct SpeakerModel;

/// Who says one quotation.
struct Attribution {
  std::string speaker = kUnknownSpeaker;  ///< a character's id; kNarrator where nobody speaks
  double confidence = 1.0;                ///< 0 to 1, calibrated: the share that is right
  std::string reason;  ///< "explicit", "pronoun", "description", "beat", "turn", ...
};

struct AttributedBook {
  std::vector<Character> characters;      ///< those who speak, who speaks most first
  std::vector<Attribution> attributions;  ///< one for each quotation, in the same order
};

/// Finds the characters of a book and who of them says each of its quotations. Quotations that are
/// not spoken (IsSpoken) go to kNarrator; those with a known speaker are his, whose characters keep
/// their ids, and help to decide the others. Linear in the length of the book.
AttributedBook Attribute(const Book& book, const std::vector<Quotation>& quotations,
                         const KnownSpeakers& known = {});

/// The same by another model than the one built in.
AttributedBook Attribute(const Book& book, const std::vector<Quotation>& quotations,
                         const SpeakerModel& model, const KnownSpeakers& known = {});

/// The same decision as a text for people: candidates, features, weights and the outcome of the
/// quotation with this number (an index into `quotations`).
std::string ExplainAttribution(const Book& book, const std::vector<Quotation>& quotations,
                               std::size_t number, const KnownSpeakers& known = {});

}  // namespace fullcast
