// From rendered pieces to the book's timeline.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/timeline.h"
#include "produce/pieces/piece.h"

namespace fullcast {

/// Collects when each segment and word is heard in one delivery.
class TimelineBuilder {
 public:
  /// Of the segments only, if nobody asks for their words: those take megabytes.
  explicit TimelineBuilder(bool with_words) : with_words_(with_words) {}

  /// The following pieces are of this chapter, which begins at this sample of this file.
  void BeginChapter(std::size_t chapter, std::string file, std::int64_t begin);

  /// A piece that begins at this sample of the chapter's file.
  void Add(const Piece& piece, const RenderedPiece& rendered, std::int64_t begin);

  /// The chapter ends at this sample of its file.
  void EndChapter(std::int64_t end);

  Timeline Take() { return std::move(timeline_); }

 private:
  bool with_words_;
  Timeline timeline_;
};

}  // namespace fullcast
