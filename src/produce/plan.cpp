#include "produce/plan.h"

#include <algorithm>
#include <utility>

#include "core/error.h"

namespace fullcast {

namespace {

// A piece ends after a paragraph whose text says so (one in kOneIn) once it holds kLeastLetters,
// and at the first chance above kMostLetters. 1,500 letters are about 80 seconds of sound.
constexpr std::size_t kLeastLetters = 1'500;
constexpr std::size_t kMostLetters = 4'500;
constexpr unsigned kOneIn = 4;

// Enough for a whole silent frame, wherever in a frame the silence begins.
constexpr std::size_t kJointSamples = 2 * kAacFrameSamples;

// 32-bit FNV-1a (RFC 9923), of which only the even spread matters here.
unsigned SpreadOf(const std::string& text) {
  unsigned hash = 2166136261U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash ^ (hash >> 16U);
}

bool EndsPiece(const Line& line, std::size_t letters) {
  if (line.pause_samples < kJointSamples || letters < kLeastLetters) return false;
  return letters >= kMostLetters || SpreadOf(line.utterance.text) % kOneIn == 0;
}

std::size_t PauseSamples(const Segment& segment, const Voice& voice, const Profile& profile) {
  return segment.pause_ms ? SamplesIn(*segment.pause_ms)
                          : profile.PauseSamples(segment.pause, voice.rate_wpm);
}

void PlanChapter(const ScriptChapter& chapter, std::size_t number, const Cast& cast,
                 const Profile& profile, std::vector<Piece>& pieces) {
  Piece piece{number, {}};
  std::size_t letters = 0;
  for (std::size_t i = 0; i < chapter.segments.size(); ++i) {
    const Segment& segment = chapter.segments[i];
    if (!segment.skip.empty()) continue;
    const auto role = cast.roles.find(segment.speaker);
    if (role == cast.roles.end()) {
      throw Error("chapter \"" + chapter.title + "\", segment " + std::to_string(i + 1) +
                  ": the cast has no voice for \"" + segment.speaker + "\"");
    }
    const Voice& voice = role->second.voice;
    const std::string& text = segment.say.empty() ? segment.text : segment.say;
    piece.lines.push_back({i, {text, voice}, PauseSamples(segment, voice, profile)});
    letters += text.size();
    if (!EndsPiece(piece.lines.back(), letters)) continue;
    pieces.push_back(std::exchange(piece, Piece{number, {}}));
    letters = 0;
  }
  if (!piece.lines.empty()) pieces.push_back(std::move(piece));
}

}  // namespace

std::vector<Piece> PlanPieces(const Script& script, const Cast& cast, const Profile& profile) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < script.chapters.size(); ++i) {
    PlanChapter(script.chapters[i], i, cast, profile, pieces);
  }
  return pieces;
}

std::size_t LettersIn(const Piece& piece) {
  std::size_t letters = 0;
  for (const Line& line : piece.lines) letters += line.utterance.text.size();
  return letters;
}

}  // namespace fullcast
