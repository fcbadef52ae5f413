#include "produce/plan.h"

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "speech/split_text.h"

namespace fullcast {

namespace {

// A piece ends after a paragraph whose text says so (one in kOneIn) once it holds kLeastLetters,
// and at the first chance above kMostLetters. 1,000 letters are about a minute of sound and, as
// samples, 5 MB; the smaller a piece, the smaller the workers.
constexpr std::size_t kLeastLetters = 1'000;
constexpr std::size_t kMostLetters = 2'500;
// Above this it ends even where there is no silence to end in, so that no piece is endless.
constexpr std::size_t kUtmostLetters = 2 * kMostLetters;
constexpr std::size_t kUtmostPauseSamples = std::size_t{120} * kSampleRateHz;
constexpr unsigned kOneIn = 4;

// 32-bit FNV-1a (RFC 9923), of which only the even spread matters here.
unsigned SpreadOf(const std::string& text) {
  unsigned hash = 2166136261U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash ^ (hash >> 16U);
}

// What a piece holds so far.
struct Load {
  std::size_t letters = 0;
  std::size_t pause_samples = 0;
};

bool EndsPiece(const Line& line, const Load& load) {
  if (load.letters >= kUtmostLetters || load.pause_samples >= kUtmostPauseSamples) return true;
  if (line.pause_samples < kJointSamples || load.letters < kLeastLetters) return false;
  return load.letters >= kMostLetters || SpreadOf(line.utterance.text) % kOneIn == 0;
}

// A longer segment becomes several lines, with a breath between them: no stretch of sound without
// an end, whatever the text.
constexpr std::size_t kMostLineBytes = 2'000;

Pause BreathAfter(Cut cut) { return cut == Cut::kSentence ? Pause::kSentence : Pause::kClause; }

std::size_t PauseSamples(const Segment& segment, const Voice& voice, const Profile& profile) {
  return segment.pause_ms ? SamplesIn(*segment.pause_ms)
                          : profile.PauseSamples(segment.pause, voice.rate_wpm);
}

// Pauses go by the speaker's own rate, however a line is delivered.
std::vector<Line> LinesOf(const Segment& segment, std::size_t index, const Utterance& utterance,
                          const Voice& voice, const Profile& profile) {
  std::vector<Line> lines;
  for (const TextPart& part : SplitText(utterance.text, kMostLineBytes)) {
    lines.push_back({index, PartOf(utterance, part.begin, part.end),
                     profile.PauseSamples(BreathAfter(part.cut), voice.rate_wpm), part.begin});
  }
  if (!lines.empty()) lines.back().pause_samples = PauseSamples(segment, voice, profile);
  return lines;
}

void PlanChapter(const ScriptChapter& chapter, std::size_t number, const Cast& cast,
                 const Profile& profile, UtteranceMaker& maker, std::vector<Piece>& pieces) {
  Piece piece{number, {}};
  Load load;
  for (std::size_t i = 0; i < chapter.segments.size(); ++i) {
    const Segment& segment = chapter.segments[i];
    if (!segment.skip.empty()) continue;
    const auto role = cast.roles.find(segment.speaker);
    if (role == cast.roles.end()) {
      throw Error("chapter \"" + chapter.title + "\", segment " + std::to_string(i + 1) +
                  ": the cast has no voice for \"" + segment.speaker + "\"");
    }
    const Voice& voice = role->second.voice;
    for (Line& line : LinesOf(segment, i, maker.Make(chapter, i, voice), voice, profile)) {
      load.letters += line.utterance.text.size();
      load.pause_samples += line.pause_samples;
      piece.lines.push_back(std::move(line));
      if (!EndsPiece(piece.lines.back(), load)) continue;
      pieces.push_back(std::exchange(piece, Piece{number, {}}));
      load = Load{};
    }
  }
  if (!piece.lines.empty()) pieces.push_back(std::move(piece));
}

}  // namespace

std::vector<Piece> PlanPieces(const Script& script, const Cast& cast, const Profile& profile,
                              const SpeakingStyle& style) {
  UtteranceMaker maker(style, script.book.language);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < script.chapters.size(); ++i) {
    PlanChapter(script.chapters[i], i, cast, profile, maker, pieces);
  }
  return pieces;
}

std::size_t LettersIn(const Piece& piece) {
  std::size_t letters = 0;
  for (const Line& line : piece.lines) letters += line.utterance.text.size();
  return letters;
}

}  // namespace fullcast
