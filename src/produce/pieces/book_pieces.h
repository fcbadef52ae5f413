// The pieces of a whole book, of which few are in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <vector>

#include "produce/pieces/piece.h"
#include "produce/pieces/plan.h"

namespace fullcast {

/// Plans all chapters once, to know their pieces' number and lengths, and keeps no piece; plans a
/// chapter again when one of its pieces is asked for.
class BookPieces {
 public:
  /// `see` is given each piece in order. Throws Error as PiecePlanner does.
  BookPieces(PiecePlanner planner, std::size_t chapters,
             const std::function<void(const Piece&)>& see);

  [[nodiscard]] std::size_t size() const { return outlines_.size(); }
  [[nodiscard]] std::size_t ChapterOf(std::size_t piece) const { return outlines_[piece].chapter; }

  /// Bytes of text in the piece: the measure of its work.
  [[nodiscard]] std::size_t LettersIn(std::size_t piece) const { return outlines_[piece].letters; }

  /// Holds until ForgetBefore() is told of a piece of a later chapter.
  const Piece& At(std::size_t piece);

  /// Nobody asks for earlier ones any more.
  void ForgetBefore(std::size_t piece);

 private:
  struct Outline {
    std::size_t chapter = 0;
    std::size_t letters = 0;
  };

  PiecePlanner planner_;
  std::vector<Outline> outlines_;
  std::map<std::size_t, std::vector<Piece>> chapters_;  // those in use, by their first piece
};

}  // namespace fullcast
