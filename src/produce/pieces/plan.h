// From a script and its cast to the pieces that are rendered.
#pragma once

#include <cstddef>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/pieces/book_sounds.h"
#include "produce/pieces/piece.h"
#include "produce/pieces/speaking_style.h"

namespace fullcast {

/// Plans a book's pieces, with its sounds. Where one ends depends on the text near by alone, so
/// that an edit moves no boundary further on.
class PiecePlanner {
 public:
  /// All that is given must live as long as this.
  PiecePlanner(const Script& script, const Cast& cast, const Profile& profile,
               const SpeakingStyle& style, const BookSounds& sounds);

  /// The pieces of the chapter with this index, in order; none if nothing of it is read. The same
  /// each time. Throws Error if a speaker has no role.
  std::vector<Piece> PlanChapter(std::size_t number);

 private:
  const Script& script_;
  const Cast& cast_;
  const Profile& profile_;
  const BookSounds& sounds_;
  UtteranceMaker maker_;
  std::size_t first_ = 0;  // chapter of which anything is read
  std::size_t last_ = 0;   // such a chapter, and one more
};

/// All pieces in the order of the book. Throws Error as above.
std::vector<Piece> PlanPieces(const Script& script, const Cast& cast, const Profile& profile,
                              const SpeakingStyle& style = {}, const BookSounds& sounds = {});

/// Bytes of text in the piece: the measure of its work.
std::size_t LettersIn(const Piece& piece);

}  // namespace fullcast
