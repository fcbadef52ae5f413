#include "produce/pieces/book_pieces.h"

#include <algorithm>
#include <utility>

namespace fullcast {

BookPieces::BookPieces(PiecePlanner planner, std::size_t chapters,
                       const std::function<void(const Piece&)>& see)
    : planner_(std::move(planner)) {
  for (std::size_t chapter = 0; chapter < chapters; ++chapter) {
    for (const Piece& piece : planner_.PlanChapter(chapter)) {
      outlines_.push_back({chapter, fullcast::LettersIn(piece)});
      see(piece);
    }
  }
}

const Piece& BookPieces::At(std::size_t piece) {
  const std::size_t chapter = ChapterOf(piece);
  const auto first =
      std::partition_point(outlines_.begin(), outlines_.end(),
                           [=](const Outline& outline) { return outline.chapter < chapter; });
  const auto number = static_cast<std::size_t>(first - outlines_.begin());
  auto planned = chapters_.find(number);
  if (planned == chapters_.end()) {
    planned = chapters_.emplace(number, planner_.PlanChapter(chapter)).first;
  }
  return planned->second[piece - number];
}

void BookPieces::ForgetBefore(std::size_t piece) {
  std::erase_if(chapters_, [=](const auto& planned) {
    return planned.first + planned.second.size() <= piece;
  });
}

}  // namespace fullcast
