#include "script/speakers/surroundings.h"

#include <algorithm>

namespace fullcast {
namespace {

constexpr int kParagraphsBack = 60;
constexpr int kMentionsBack = 160;
constexpr int kParagraphsAhead = 8;
constexpr int kMentionsAhead = 40;

std::size_t ChapterOf(const Dialogue& dialogue, int paragraph) {
  return dialogue.text.paragraphs[static_cast<std::size_t>(paragraph)].chapter;
}

/// Counts a mention some paragraphs before the turn; on the way back, the nearest first.
void AddBefore(const Mention& mention, int ago, Surroundings& window) {
  Around& around = window.around[mention.person];
  const float weight = mention.turn < 0 ? 1.0F : mention.vocative ? 0.6F : 0.25F;
  around.closeness += weight / static_cast<float>(2 + ago);
  if (mention.turn >= 0) return;
  if (around.told_ago >= kFar) {
    around.told_ago = static_cast<float>(ago);
    around.rank = static_cast<float>(window.order.size());
    around.as_subject = mention.subject;
    window.order.push_back(mention.person);
  }
  around.told_near += ago <= 5 ? 1.0F : 0.0F;
  around.told_far += ago <= 20 ? 1.0F : 0.0F;
  if (ago == 0 && !around.before_in_paragraph) {
    around.before_in_paragraph = true;
    ++window.others;
  }
  if (ago == 1 && mention.subject) {
    // The first subject of that paragraph is met last on the way back.
    for (auto& [person, other] : window.around) other.first_subject = false;
    around.first_subject = true;
  }
}

void LookBack(const Dialogue& dialogue, const Turn& t, int here, Surroundings& window) {
  const std::size_t chapter = ChapterOf(dialogue, t.first_paragraph);
  int seen = 0;
  for (int m = here - 1; m >= 0 && seen < kMentionsBack; --m, ++seen) {
    const Mention& mention = dialogue.mentions[static_cast<std::size_t>(m)];
    const int ago = t.first_paragraph - mention.paragraph;
    if (ago > kParagraphsBack || ChapterOf(dialogue, mention.paragraph) != chapter) {
      break;
    }
    AddBefore(mention, ago, window);
  }
}

void LookAhead(const Dialogue& dialogue, const Turn& t, int here, Surroundings& window) {
  const std::size_t chapter = ChapterOf(dialogue, t.first_paragraph);
  int seen = 0;
  for (auto m = static_cast<std::size_t>(here);
       m < dialogue.mentions.size() && seen < kMentionsAhead; ++m, ++seen) {
    const Mention& mention = dialogue.mentions[m];
    const int ahead = mention.paragraph - t.last_paragraph;
    if (ahead > kParagraphsAhead || ChapterOf(dialogue, mention.paragraph) != chapter) {
      break;
    }
    Around& around = window.around[mention.person];
    const float weight = mention.turn < 0 ? 1.0F : mention.vocative ? 0.6F : 0.2F;
    around.closeness += weight / static_cast<float>(2 + std::max(0, ahead));
    if (mention.turn >= 0) continue;
    around.told_soon = std::min(around.told_soon, static_cast<float>(std::max(0, ahead)));
    around.told_next += ahead <= 5 ? 1.0F : 0.0F;
    if (ahead <= 0 && !around.after_in_paragraph) {
      around.after_in_paragraph = true;
      window.others += around.before_in_paragraph ? 0 : 1;
    }
  }
}

}  // namespace

Surroundings LookAround(const Dialogue& dialogue, int turn, int mention) {
  Surroundings window;
  const Turn& t = dialogue.turns[static_cast<std::size_t>(turn)];
  LookBack(dialogue, t, mention, window);
  LookAhead(dialogue, t, mention, window);
  return window;
}

}  // namespace fullcast
