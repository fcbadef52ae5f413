#include "cast/delivery.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace fullcast {

namespace {

// What a delivery does at full expression. Pitches are in eSpeak NG's units, 75 of which are an
// octave; rates are factors; a whisper is one (1) at half of full expression already. Gains grow
// with the square of the expression: a moderate shout is heard by its pitch and range, and is not
// so loud that the narration behind it seems to sink.
struct Manner {
  std::string_view delivery;
  double pitch;
  double range;
  double rate;
  double gain_db;
  double whisper = 0;
};

constexpr Manner kManners[] = {{"whispered", -4, -24, 0.90, -10, 2},
                               {"murmured", -8, -20, 0.92, -5, 0.5},
                               {"shouted", 24, 70, 1.04, 6},
                               {"screamed", 32, 70, 1.08, 6},
                               {"cried", 16, 50, 1.05, 3},
                               {"called", 16, 40, 0.94, 4},
                               {"asked", 6, 24, 1.0, 0},
                               {"laughed", 8, 30, 1.06, 1},
                               {"sobbed", 8, -14, 0.86, -3, 0.4},
                               {"sighed", -6, -12, 0.88, -3, 0.4},
                               {"groaned", -12, -12, 0.86, -1},
                               {"gasped", 6, 8, 1.08, -2, 0.5},
                               {"stammered", 4, 6, 0.90, -1},
                               {"growled", -14, -6, 0.94, 1},
                               {"sneered", -4, 16, 0.94, 0},
                               {"pleaded", 8, 16, 0.96, 0},
                               {"sang", 4, 20, 0.88, 1},
                               {"letter", -3, -10, 0.90, -0.5}};

constexpr Manner kThought = {"", -6, -24, 0.94, -4, 0.3};
constexpr Manner kQuestion = {"", 6, 24, 1.0, 0};
constexpr Manner kExclamation = {"", 10, 36, 1.04, 2};
constexpr Manner kBetweenSpeech = {"", -8, -16, 1.14, -2.5};
constexpr Manner kHeading = {"", -3, 6, 0.90, 1};
constexpr Manner kEmphasis = {"", 4, 16, 0.92, 1};

// "said the old man, after a while": more is a sentence of its own.
constexpr std::size_t kShortNarrationBytes = 60;

int Shifted(int value, double by, int least, int most) {
  return std::clamp(value + static_cast<int>(std::lround(by)), least, most);
}

Voice Apply(Voice voice, const Manner& manner, double expression) {
  constexpr int kMostEngineValue = 99;
  constexpr int kLeastRate = 80;
  constexpr int kMostRate = 449;
  voice.pitch = Shifted(voice.pitch, manner.pitch * expression, 0, kMostEngineValue);
  voice.pitch_range = Shifted(voice.pitch_range, manner.range * expression, 0, kMostEngineValue);
  const double rate = voice.rate_wpm * (1 + (manner.rate - 1) * expression);
  voice.rate_wpm = std::clamp(static_cast<int>(std::lround(rate)), kLeastRate, kMostRate);
  voice.gain_db += manner.gain_db * expression * expression;
  voice.whisper = std::clamp(voice.whisper + manner.whisper * expression, 0.0, 1.0);
  return voice;
}

// The last mark of the text, behind which only quotation marks stand.
char EndingMark(std::string_view text) {
  const std::size_t mark = text.find_last_of(".,;:!?");
  return mark == std::string_view::npos ? '.' : text[mark];
}

bool MostlyStressed(const Segment& segment) {
  std::size_t stressed = 0;
  for (const Span& span : segment.emphasis) stressed += span.end - span.begin;
  return 2 * stressed > segment.text.size();
}

bool IsSpeech(const Segment& segment) {
  return segment.skip.empty() && segment.speaker != kNarrator && !segment.thought;
}

}  // namespace

Voice DeliveredVoice(const Voice& voice, const Segment& segment, const Surroundings& surroundings,
                     double expression) {
  if (segment.heading) return Apply(voice, kHeading, expression);
  if (segment.thought) return Apply(voice, kThought, expression);
  if (surroundings.between_speech) return Apply(voice, kBetweenSpeech, expression);
  for (const Manner& manner : kManners) {
    if (manner.delivery == segment.delivery) return Apply(voice, manner, expression);
  }
  if (segment.speaker == kNarrator) return voice;
  const char mark = EndingMark(segment.text);
  if (mark == '!') return Apply(voice, kExclamation, expression);
  if (mark == '?') return Apply(voice, kQuestion, expression);
  return MostlyStressed(segment) ? Apply(voice, kEmphasis, expression) : voice;
}

bool StressesWords(const Segment& segment) {
  return !segment.emphasis.empty() && !segment.heading && !MostlyStressed(segment);
}

bool IsBetweenSpeech(const ScriptChapter& chapter, std::size_t index) {
  const Segment& segment = chapter.segments[index];
  const bool narration = segment.speaker == kNarrator && segment.skip.empty() && !segment.heading;
  if (!narration || segment.text.size() > kShortNarrationBytes || index == 0) return false;
  if (index + 1 >= chapter.segments.size()) return false;
  const Segment& before = chapter.segments[index - 1];
  const Segment& after = chapter.segments[index + 1];
  const bool in_sentence = before.pause == Pause::kNone || before.pause == Pause::kClause;
  const bool goes_on = segment.pause <= Pause::kSentence;
  return in_sentence && goes_on && IsSpeech(before) && IsSpeech(after) &&
         before.speaker == after.speaker;
}

}  // namespace fullcast
