#include "script/segments/delivery.h"

#include <algorithm>

namespace fullcast {

namespace {

// "whispered the old man", "the old man whispered"; a word further on tells of something else.
constexpr std::size_t kReach = 4;

}  // namespace

DeliveryReader::DeliveryReader(const WordLists& lists) {
  for (const auto& [delivery, words] : lists.sections()) {
    for (const std::string& word : words) delivery_of_.emplace(word, delivery);
  }
}

std::string DeliveryReader::Behind(std::string_view narration) const {
  const std::vector<std::string> words = WordsOf(narration);
  for (std::size_t i = 0; i < std::min(words.size(), kReach); ++i) {
    const auto found = delivery_of_.find(words[i]);
    if (found != delivery_of_.end()) return found->second;
  }
  return {};
}

std::string DeliveryReader::Before(std::string_view narration) const {
  const std::vector<std::string> words = WordsOf(narration);
  for (std::size_t i = words.size(); i > words.size() - std::min(words.size(), kReach); --i) {
    const auto found = delivery_of_.find(words[i - 1]);
    if (found != delivery_of_.end()) return found->second;
  }
  return {};
}

std::string DeliveryReader::Read(const Beside& beside) const {
  for (const std::string_view between : beside.between) {
    if (std::string delivery = Behind(between); !delivery.empty()) return delivery;
  }
  if (std::string delivery = Behind(beside.after); !delivery.empty()) return delivery;
  return beside.before.ends_with('.') ? std::string() : Before(beside.before);
}

}  // namespace fullcast
