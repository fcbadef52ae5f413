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

/// Pieces in the order of the book, with its sounds. Where one ends depends on the text near by
/// alone, so that an edit moves no boundary further on. Throws Error if a speaker has no role.
std::vector<Piece> PlanPieces(const Script& script, const Cast& cast, const Profile& profile,
                              const SpeakingStyle& style = {}, const BookSounds& sounds = {});

/// Bytes of text in the piece: the measure of its work.
std::size_t LettersIn(const Piece& piece);

}  // namespace fullcast
