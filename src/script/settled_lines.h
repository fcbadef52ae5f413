// Lines whose speaker a person has settled, found again when their book is annotated anew.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"
#include "core/script.h"
#include "script/quotes/quotation.h"

namespace fullcast {

class SettledLines {
 public:
  SettledLines() = default;

  /// The segments of an earlier script of the book whose reason is kSettled. Keeps views into it.
  explicit SettledLines(const Script& earlier);

  /// For each quotation the character who is settled to say it, or nullptr. A line is the one with
  /// the same text that is nearest to where it stood, so that an edit elsewhere in the book moves
  /// it without harm.
  [[nodiscard]] std::vector<const Character*> OfQuotations(
      const Book& book, const std::vector<Quotation>& quotations) const;

  /// For each quotation the id of its settled speaker, kNarrator and kUnknownSpeaker among them;
  /// empty where nobody has settled it.
  [[nodiscard]] std::vector<std::string_view> SpeakersOf(
      const Book& book, const std::vector<Quotation>& quotations) const;

  /// Gives the settled segments their speakers, and adds the characters they need. Gives back the
  /// lines that the script no longer holds.
  [[nodiscard]] std::vector<std::string_view> Apply(Script& script) const;

 private:
  struct Line {
    std::string_view source;
    const Segment* segment = nullptr;
    const Character* character = nullptr;  ///< nullptr: the narrator's or nobody's
  };

  /// The line that settles each quotation, or nullptr.
  [[nodiscard]] std::vector<const Line*> LinesOf(const Book& book,
                                                 const std::vector<Quotation>& quotations) const;

  std::vector<Line> lines_;  ///< in reading order
};

}  // namespace fullcast
