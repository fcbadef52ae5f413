#include "publish/common_items.h"

#include <algorithm>
#include <unordered_map>

namespace fullcast {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

// The pairs of the longest ascending run of second indices; the first ones ascend already.
std::vector<Pair> LongestAscending(const std::vector<Pair>& pairs) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // by length less one: the pair with the least end
  std::vector<std::size_t> before(pairs.size(), kNone);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto place =
        std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                         [&](std::size_t end, std::size_t b) { return pairs[end].second < b; });
    if (place != ends.begin()) before[i] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Pair> run;
  for (std::size_t i = ends.empty() ? kNone : ends.back(); i != kNone; i = before[i]) {
    run.push_back(pairs[i]);
  }
  std::reverse(run.begin(), run.end());
  return run;
}

class Matcher {
 public:
  Matcher(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
      : a_(a), b_(b) {}

  std::vector<Pair> Match() {
    Between({0, a_.size()}, {0, b_.size()}, 0);
    std::sort(pairs_.begin(), pairs_.end());
    return std::move(pairs_);
  }

 private:
  struct Range {
    std::size_t begin;
    std::size_t end;
    [[nodiscard]] bool IsEmpty() const { return begin == end; }
  };

  void Between(Range a, Range b, int depth) {
    constexpr int kDeepest = 16;  // what is nested deeper is no text of a book
    while (!a.IsEmpty() && !b.IsEmpty() && a_[a.begin] == b_[b.begin]) {
      pairs_.emplace_back(a.begin++, b.begin++);
    }
    while (!a.IsEmpty() && !b.IsEmpty() && a_[a.end - 1] == b_[b.end - 1]) {
      pairs_.emplace_back(--a.end, --b.end);
    }
    if (a.IsEmpty() || b.IsEmpty() || depth == kDeepest) return;
    const std::vector<Pair> anchors = LongestAscending(OnceInBoth(a, b));
    if (anchors.empty()) return;
    for (const auto& [in_a, in_b] : anchors) {
      pairs_.emplace_back(in_a, in_b);
      Between({a.begin, in_a}, {b.begin, in_b}, depth + 1);
      a.begin = in_a + 1;
      b.begin = in_b + 1;
    }
    Between(a, b, depth + 1);
  }

  [[nodiscard]] std::vector<Pair> OnceInBoth(Range a, Range b) const {
    struct Uses {
      std::size_t in_a = 0;
      std::size_t in_b = 0;
      std::size_t place = 0;  // the last one in b
    };
    std::unordered_map<std::string_view, Uses> uses;
    for (std::size_t i = a.begin; i < a.end; ++i) ++uses[a_[i]].in_a;
    for (std::size_t i = b.begin; i < b.end; ++i) {
      Uses& use = uses[b_[i]];
      ++use.in_b;
      use.place = i;
    }
    std::vector<Pair> once;
    for (std::size_t i = a.begin; i < a.end; ++i) {
      const Uses& use = uses[a_[i]];
      if (use.in_a == 1 && use.in_b == 1) once.emplace_back(i, use.place);
    }
    return once;
  }

  const std::vector<std::string_view>& a_;
  const std::vector<std::string_view>& b_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Pair> CommonItems(const std::vector<std::string_view>& a,
                              const std::vector<std::string_view>& b) {
  return Matcher(a, b).Match();
}

}  // namespace fullcast
