#include "produce/pieces/plan.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/language.h"
#include "core/utf8.h"
#include "produce/pieces/piece_ends.h"
#include "speech/split_text.h"
#include "speech/unspeakable.h"

namespace fullcast {

namespace {

// Above this a piece ends even where there is no silence to end in, so that none is endless.
constexpr std::size_t kUtmostLetters = 5'000;
constexpr std::size_t kUtmostPauseSamples = std::size_t{120} * kSampleRateHz;

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
  const std::vector<TextPart> parts = SplitText(utterance.text, kMostLineBytes);
  std::vector<Unspeakable> left_out;
  if (parts.size() > 1) {
    left_out = FindUnspeakable(utterance.text, LanguageOfVoice(utterance.voice.engine_voice));
  }
  auto next = left_out.begin();
  for (const TextPart& part : parts) {
    while (next != left_out.end() && next->span.end <= part.begin) ++next;
    // The line in which it begins tells of all of it, however long it is.
    const bool is_inside = next != left_out.end() && next->span.begin < part.begin;
    const std::size_t begin = is_inside ? std::min(next->span.end, part.end) : part.begin;
    const std::string_view rest = std::string_view(utterance.text).substr(begin, part.end - begin);
    if (is_inside && Trim(rest).empty()) continue;
    lines.push_back({index, PartOf(utterance, begin, part.end),
                     profile.PauseSamples(BreathAfter(part.cut), voice.rate_wpm), begin});
  }
  if (!lines.empty()) lines.back().pause_samples = PauseSamples(segment, voice, profile);
  return lines;
}

// Cuts the lines of one chapter into pieces. Where it does, the book's own text says, so that what
// an edit of the script changes in a line (its speaker, what is said in its place) moves no end.
class PieceCutter {
 public:
  PieceCutter(std::size_t chapter, std::vector<Piece>& pieces)
      : chapter_(chapter), pieces_(pieces), piece_{chapter, {}} {}

  // `text`: of the book, for which the line stands.
  void Add(Line line, std::string_view text, bool ends_paragraph) {
    places_.push_back({text.size(), text, line.pause_samples >= kJointSamples, ends_paragraph});
    lines_.push_back(std::move(line));
  }

  void Finish() {
    const std::vector<bool> ends = ChooseEnds(places_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      letters_ += lines_[i].utterance.text.size();
      pause_samples_ += lines_[i].pause_samples;
      piece_.lines.push_back(std::move(lines_[i]));
      const bool is_full = letters_ >= kUtmostLetters || pause_samples_ >= kUtmostPauseSamples;
      if (ends[i] || is_full) EndPiece();
    }
    if (!piece_.lines.empty()) EndPiece();
  }

 private:
  void EndPiece() {
    piece_.lines.shrink_to_fit();  // a book has ten thousands
    pieces_.push_back(std::exchange(piece_, Piece{chapter_, {}}));
    letters_ = pause_samples_ = 0;
  }

  std::size_t chapter_;
  std::vector<Piece>& pieces_;
  std::vector<Line> lines_;
  std::vector<PossibleEnd> places_;  // behind each line
  Piece piece_;
  std::size_t letters_ = 0;  // of the piece
  std::size_t pause_samples_ = 0;
};

Line SoundLine(std::size_t segment, const SharedSound& sound, std::size_t pause_samples) {
  return {segment, {}, pause_samples, 0, sound};
}

// What is heard ahead of a chapter's first segment.
void AddOpening(std::size_t first_segment, const SharedSound& sound, const Profile& profile,
                PieceCutter& cutter) {
  if (profile.chapter_lead_ms > 0) {
    cutter.Add({first_segment, {}, SamplesIn(profile.chapter_lead_ms)}, {}, false);
  }
  if (!sound) return;
  cutter.Add(SoundLine(first_segment, sound,
                       profile.PauseSamples(Pause::kParagraph, profile.reference_rate_wpm)),
             {}, false);
}

// The lines of a segment, and the sound in the middle of the pause behind a scene.
void AddSegment(const Segment& segment, std::vector<Line> lines, const SharedSound& scene_sound,
                PieceCutter& cutter) {
  const bool ends_scene = segment.pause == Pause::kScene;
  std::string_view text = segment.text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    const bool is_last = i + 1 == lines.size();
    // What is said in place of the text has other lengths.
    const std::size_t letters = is_last               ? text.size()
                                : segment.say.empty() ? line.utterance.text.size()
                                                      : 0;
    const std::string_view of_line = text.substr(0, letters);
    text.remove_prefix(of_line.size());
    const bool ends_paragraph = is_last && segment.pause >= Pause::kParagraph;
    if (!is_last || !ends_scene || !scene_sound) {
      cutter.Add(std::move(line), of_line, ends_paragraph);
      continue;
    }
    const std::size_t before = line.pause_samples / 2;
    const std::size_t after = line.pause_samples - before;
    const std::size_t index = line.segment;
    line.pause_samples = before;
    cutter.Add(std::move(line), of_line, false);
    cutter.Add(SoundLine(index, scene_sound, after), {}, true);
  }
}

const Voice& VoiceFor(const ScriptChapter& chapter, std::size_t segment, const Cast& cast) {
  const std::string& speaker = chapter.segments[segment].speaker;
  const auto role = cast.roles.find(speaker);
  if (role != cast.roles.end()) return role->second.voice;
  throw Error("chapter \"" + chapter.title + "\", segment " + std::to_string(segment + 1) +
              ": the cast has no voice for \"" + speaker + "\"");
}

// The chapter's segments that are read.
std::vector<std::size_t> ReadSegments(const ScriptChapter& chapter) {
  std::vector<std::size_t> read;
  for (std::size_t i = 0; i < chapter.segments.size(); ++i) {
    if (chapter.segments[i].skip.empty()) read.push_back(i);
  }
  return read;
}

}  // namespace

PiecePlanner::PiecePlanner(const Script& script, const Cast& cast, const Profile& profile,
                           const SpeakingStyle& style, const BookSounds& sounds)
    : script_(script),
      cast_(cast),
      profile_(profile),
      sounds_(sounds),
      maker_(style, script.book.language) {
  while (first_ < script.chapters.size() && ReadSegments(script.chapters[first_]).empty()) ++first_;
  last_ = script.chapters.size();
  while (last_ > first_ && ReadSegments(script.chapters[last_ - 1]).empty()) --last_;
}

std::vector<Piece> PiecePlanner::PlanChapter(std::size_t number) {
  const ScriptChapter& chapter = script_.chapters[number];
  const std::vector<std::size_t> read = ReadSegments(chapter);
  std::vector<Piece> pieces;
  if (read.empty()) return pieces;
  PieceCutter cutter(number, pieces);
  const bool is_intro = number == first_ && sounds_.intro;
  AddOpening(read.front(), is_intro ? sounds_.intro : sounds_.chapter_chime, profile_, cutter);
  for (const std::size_t i : read) {
    const Voice& voice = VoiceFor(chapter, i, cast_);
    const Utterance utterance = maker_.Make(chapter, i, voice);
    AddSegment(chapter.segments[i], LinesOf(chapter.segments[i], i, utterance, voice, profile_),
               sounds_.scene_break, cutter);
  }
  cutter.Finish();
  if (number + 1 == last_ && sounds_.outro && !pieces.empty()) {
    std::vector<Line>& lines = pieces.back().lines;
    lines.push_back(SoundLine(lines.back().segment, sounds_.outro, lines.back().pause_samples));
  }
  return pieces;
}

std::vector<Piece> PlanPieces(const Script& script, const Cast& cast, const Profile& profile,
                              const SpeakingStyle& style, const BookSounds& sounds) {
  PiecePlanner planner(script, cast, profile, style, sounds);
  std::vector<Piece> all;
  for (std::size_t c = 0; c < script.chapters.size(); ++c) {
    std::vector<Piece> pieces = planner.PlanChapter(c);
    std::move(pieces.begin(), pieces.end(), std::back_inserter(all));
  }
  return all;
}

std::size_t LettersIn(const Piece& piece) {
  std::size_t letters = 0;
  for (const Line& line : piece.lines) letters += line.utterance.text.size();
  return letters;
}

}  // namespace fullcast
