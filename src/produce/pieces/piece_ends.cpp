#include "produce/pieces/piece_ends.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace fullcast {

namespace {

// 1,000 letters are about a minute of sound and, as samples, 5 MB; the smaller a piece, the smaller
// the workers.
constexpr std::size_t kLeastLetters = 700;
constexpr std::size_t kMostLetters = 2'500;

// The beginning of a text survives most edits of it, and still differs from others'.
constexpr std::size_t kBeginningBytes = 24;

// 32-bit FNV-1a (RFC 9923), of which only the even spread matters here.
std::uint32_t SpreadOf(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash ^ (hash >> 16U);
}

// What has the least rank is the best end; this is none.
using Rank = std::uint64_t;
constexpr Rank kNoEnd = std::numeric_limits<Rank>::max();

Rank RankOf(const PossibleEnd& place) {
  constexpr Rank kInsideParagraph = Rank{1} << 32U;
  if (!place.is_silent) return kNoEnd;
  const Rank spread = SpreadOf(place.text.substr(0, kBeginningBytes));
  return place.ends_paragraph ? spread : kInsideParagraph + spread;
}

class EndChooser {
 public:
  explicit EndChooser(const std::vector<PossibleEnd>& places) : is_end_(places.size()) {
    std::size_t position = 0;
    for (const PossibleEnd& place : places) {
      position += std::max<std::size_t>(place.letters, 1);
      positions_.push_back(position);
      ranks_.push_back(RankOf(place));
    }
  }

  std::vector<bool> Choose() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ranks_.size(); ++i) {
      if (i + 1 < ranks_.size() && !IsFirstNearBy(i)) continue;
      is_end_[i] = true;
      Split(begin, i);
      begin = i + 1;
    }
    return is_end_;
  }

 private:
  [[nodiscard]] std::size_t PositionBefore(std::size_t i) const {
    return i == 0 ? 0 : positions_[i - 1];
  }

  [[nodiscard]] bool IsFirstNearBy(std::size_t i) const {
    const std::size_t position = positions_[i];
    if (ranks_[i] == kNoEnd || position < kLeastLetters ||
        positions_.back() - position < kLeastLetters) {
      return false;
    }
    for (std::size_t j = i; j > 0 && position - positions_[j - 1] < kLeastLetters; --j) {
      if (ranks_[j - 1] <= ranks_[i]) return false;
    }
    for (std::size_t j = i + 1; j < ranks_.size() && positions_[j] - position < kLeastLetters;
         ++j) {
      if (ranks_[j] < ranks_[i]) return false;
    }
    return true;
  }

  // Ends a stretch between two ends, which is too long for one piece, in its midst, too.
  void Split(std::size_t begin, std::size_t end) {
    while (positions_[end] - PositionBefore(begin) > kMostLetters) {
      const std::size_t best = BestInside(begin, end);
      if (best == end) return;
      is_end_[best] = true;
      begin = best + 1;
    }
  }

  // The best place that leaves no piece too short and none too long; `end` if there is none before
  // it. Where no silence is in time, the first.
  [[nodiscard]] std::size_t BestInside(std::size_t begin, std::size_t end) const {
    const std::size_t start = PositionBefore(begin);
    std::size_t best = end;
    for (std::size_t i = begin; i < end && positions_[end] - positions_[i] >= kLeastLetters; ++i) {
      const std::size_t letters = positions_[i] - start;
      if (letters > kMostLetters && best != end) break;
      if (letters < kLeastLetters || ranks_[i] == kNoEnd) continue;
      if (best == end || ranks_[i] <= ranks_[best]) best = i;
    }
    return best;
  }

  std::vector<std::size_t> positions_;  // letters of the chapter before each place
  std::vector<Rank> ranks_;
  std::vector<bool> is_end_;
};

}  // namespace

std::vector<bool> ChooseEnds(const std::vector<PossibleEnd>& places) {
  return EndChooser(places).Choose();
}

}  // namespace fullcast
