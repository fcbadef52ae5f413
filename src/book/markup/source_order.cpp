#include "book/markup/source_order.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <vector>

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

class Sorter {
 public:
  explicit Sorter(Markup markup) : markup_(std::move(markup)), first_(markup_.size() + 1) {
    first_.back() = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = markup_.size(); i > 0; --i) {
      const MarkupNode& node = markup_[i - 1];
      first_[i - 1] = node.kind == Kind::kText ? std::min(first_[i], node.span.begin) : first_[i];
    }
  }

  Markup Sort() {
    for (std::size_t i = 0; i < markup_.size(); ++i) {
      PutEarly(std::min(first_[i], markup_[i].span.begin));
      if (markup_[i].kind != Kind::kText) {
        PutTag(i);
      } else if (markup_[i].span.begin > first_[i + 1]) {
        early_.emplace(markup_[i].span.begin, i);
      } else {
        PutText(i);
      }
    }
    PutEarly(first_.back());
    return std::move(sorted_);
  }

 private:
  void PutEarly(std::size_t before) {
    while (!early_.empty() && early_.begin()->first < before) {
      PutText(early_.begin()->second);
      early_.erase(early_.begin());
    }
  }

  void PutText(std::size_t i) {
    last_ = std::max(last_, markup_[i].span.end);
    sorted_.push_back(std::move(markup_[i]));
  }

  void PutTag(std::size_t i) {
    MarkupNode& node = markup_[i];
    if (node.span.begin < last_ || node.span.end > std::min(first_[i + 1], EarlyBegin())) {
      node.span = {last_, last_};
    }
    last_ = node.span.end;
    if (node.kind == Kind::kBegin) {
      open_.push_back(sorted_.size());
    } else {
      node.match = open_.back();
      open_.pop_back();
      sorted_[node.match].match = sorted_.size();
    }
    sorted_.push_back(std::move(node));
  }

  [[nodiscard]] std::size_t EarlyBegin() const {
    return early_.empty() ? std::numeric_limits<std::size_t>::max() : early_.begin()->first;
  }

  Markup markup_;
  std::vector<std::size_t> first_;  // where the first text from this node on begins
  std::set<std::pair<std::size_t, std::size_t>> early_;  // texts that come too early, by beginning
  Markup sorted_;
  std::vector<std::size_t> open_;  // in sorted_
  std::size_t last_ = 0;           // where the last node ended
};

}  // namespace

Markup InSourceOrder(Markup markup) { return Sorter(std::move(markup)).Sort(); }

}  // namespace fullcast
