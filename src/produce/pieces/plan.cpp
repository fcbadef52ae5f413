#include "produce/pieces/plan.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/language.h"
#include "core/utf8.h"
#include "speech/split_text.h"
#include "speech/unspeakable.h"

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

// Cuts the lines of one chapter into pieces.
class PieceCutter {
 public:
  PieceCutter(std::size_t chapter, std::vector<Piece>& pieces)
      : chapter_(chapter), pieces_(pieces), piece_{chapter, {}} {}

  void Add(Line line) {
    load_.letters += line.utterance.text.size();
    load_.pause_samples += line.pause_samples;
    piece_.lines.push_back(std::move(line));
    if (!EndsPiece(piece_.lines.back(), load_)) return;
    EndPiece();
    load_ = Load{};
  }

  void Finish() {
    if (!piece_.lines.empty()) EndPiece();
  }

 private:
  void EndPiece() {
    piece_.lines.shrink_to_fit();  // a book has ten thousands
    pieces_.push_back(std::exchange(piece_, Piece{chapter_, {}}));
  }

  std::size_t chapter_;
  std::vector<Piece>& pieces_;
  Piece piece_;
  Load load_;
};

Line SoundLine(std::size_t segment, const SharedSound& sound, std::size_t pause_samples) {
  return {segment, {}, pause_samples, 0, sound};
}

// What is heard ahead of a chapter's first segment.
void AddOpening(std::size_t first_segment, const SharedSound& sound, const Profile& profile,
                PieceCutter& cutter) {
  if (profile.chapter_lead_ms > 0) {
    cutter.Add({first_segment, {}, SamplesIn(profile.chapter_lead_ms)});
  }
  if (!sound) return;
  cutter.Add(SoundLine(first_segment, sound,
                       profile.PauseSamples(Pause::kParagraph, profile.reference_rate_wpm)));
}

// The last line of a segment at which a scene ends, and the sound in the middle of its pause.
void AddSceneBreak(Line line, const SharedSound& sound, PieceCutter& cutter) {
  const std::size_t before = line.pause_samples / 2;
  const std::size_t after = line.pause_samples - before;
  const std::size_t segment = line.segment;
  line.pause_samples = before;
  cutter.Add(std::move(line));
  cutter.Add(SoundLine(segment, sound, after));
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

std::vector<Piece> PlanPieces(const Script& script, const Cast& cast, const Profile& profile,
                              const SpeakingStyle& style, const BookSounds& sounds) {
  UtteranceMaker maker(style, script.book.language);
  std::vector<Piece> pieces;
  for (std::size_t c = 0; c < script.chapters.size(); ++c) {
    const ScriptChapter& chapter = script.chapters[c];
    const std::vector<std::size_t> read = ReadSegments(chapter);
    if (read.empty()) continue;
    PieceCutter cutter(c, pieces);
    const bool is_intro = pieces.empty() && sounds.intro;
    AddOpening(read.front(), is_intro ? sounds.intro : sounds.chapter_chime, profile, cutter);
    for (const std::size_t i : read) {
      const Segment& segment = chapter.segments[i];
      const Voice& voice = VoiceFor(chapter, i, cast);
      std::vector<Line> lines = LinesOf(segment, i, maker.Make(chapter, i, voice), voice, profile);
      for (std::size_t l = 0; l < lines.size(); ++l) {
        const bool ends_scene = l + 1 == lines.size() && segment.pause == Pause::kScene;
        if (ends_scene && sounds.scene_break) {
          AddSceneBreak(std::move(lines[l]), sounds.scene_break, cutter);
        } else {
          cutter.Add(std::move(lines[l]));
        }
      }
    }
    cutter.Finish();
  }
  if (sounds.outro && !pieces.empty()) {
    Piece& last = pieces.back();
    last.lines.push_back(
        SoundLine(last.lines.back().segment, sounds.outro, last.lines.back().pause_samples));
  }
  return pieces;
}

std::size_t LettersIn(const Piece& piece) {
  std::size_t letters = 0;
  for (const Line& line : piece.lines) letters += line.utterance.text.size();
  return letters;
}

}  // namespace fullcast
