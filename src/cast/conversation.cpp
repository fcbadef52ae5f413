#include "cast/conversation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

std::size_t CodePoints(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not a continuation byte
  }));
}

std::vector<Part> PartsOf(const Script& script) {
  std::map<std::string_view, const Character*> characters;
  for (const Character& each : script.characters) characters.emplace(each.id, &each);
  std::vector<Part> parts;
  std::map<std::string_view, std::size_t> index;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      if (!segment.skip.empty()) continue;
      const auto [at, is_new] = index.try_emplace(segment.speaker, parts.size());
      if (is_new) {
        const auto character = characters.find(segment.speaker);
        parts.push_back({.speaker = segment.speaker,
                         .character = character == characters.end() ? nullptr : character->second});
      }
      Part& part = parts[at->second];
      ++part.lines;
      part.letters += CodePoints(segment.say.empty() ? segment.text : segment.say);
    }
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.letters > b.letters; });
  return parts;
}

/// Collects the turns of one conversation after the other.
class TurnCounter {
 public:
  void Speak(std::size_t speaker) {
    if (last_ == speaker) return;
    if (last_) Between(*last_, speaker).turns += 1;
    if (before_last_ && before_last_ != speaker) Between(*before_last_, speaker).near += 1;
    before_last_ = std::exchange(last_, speaker);
  }

  void EndConversation() {
    last_.reset();
    before_last_.reset();
  }

  [[nodiscard]] std::vector<Partners> All() const {
    std::vector<Partners> all;
    all.reserve(pairs_.size());
    for (const auto& [key, partners] : pairs_) all.push_back(partners);
    return all;
  }

 private:
  Partners& Between(std::size_t one, std::size_t other) {
    const auto [a, b] = std::minmax(one, other);
    Partners& partners = pairs_[{a, b}];
    partners.a = a;
    partners.b = b;
    return partners;
  }

  std::map<std::pair<std::size_t, std::size_t>, Partners> pairs_;
  std::optional<std::size_t> last_;
  std::optional<std::size_t> before_last_;
};

}  // namespace

Conversation ConversationOf(const Script& script) {
  Conversation conversation;
  conversation.parts = PartsOf(script);
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < conversation.parts.size(); ++i) {
    index[conversation.parts[i].speaker] = i;
  }
  TurnCounter turns;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      const bool is_character = segment.skip.empty() && segment.speaker != kNarrator &&
                                segment.speaker != kUnknownSpeaker;
      if (is_character) turns.Speak(index.at(segment.speaker));
      if (segment.pause == Pause::kScene) turns.EndConversation();
    }
    turns.EndConversation();
  }
  conversation.partners = turns.All();
  return conversation;
}

}  // namespace fullcast
