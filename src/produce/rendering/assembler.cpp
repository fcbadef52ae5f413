#include "produce/rendering/assembler.h"

#include <utility>

namespace fullcast {

Assembler::Assembler(const Script& script, BookPieces& pieces, std::vector<BookOutput>& outputs,
                     const std::vector<std::size_t>& encoder_of, bool with_words,
                     Reporter& reporter)
    : script_(script),
      pieces_(pieces),
      outputs_(outputs),
      encoder_of_(encoder_of),
      timelines_(outputs.size(), TimelineBuilder(with_words)),
      reporter_(reporter) {
  for (std::size_t i = 0; i < pieces.size(); ++i) progress_.letters += pieces.LettersIn(i);
  progress_.chapters = script.chapters.size();
}

void Assembler::Take(std::size_t number, RenderedPiece piece, bool kept) {
  waiting_[number] = {std::move(piece), kept};
  for (auto next = waiting_.find(written_); next != waiting_.end();
       next = waiting_.find(written_)) {
    const double before = SoundSeconds();
    Append(next->second.piece);
    ReportProgress(SoundSeconds() - before, next->second.kept);
    waiting_.erase(next);
    pieces_.ForgetBefore(++written_);
  }
}

RenderReport Assembler::Finish() {
  EndChapter();
  report_.samples = outputs_.front().samples();
  report_.pause_samples = report_.samples - report_.speech_samples;
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    outputs_[i].Finish();
    const auto& files = outputs_[i].files();
    report_.files.insert(report_.files.end(), files.begin(), files.end());
    report_.timelines.push_back(timelines_[i].Take());
  }
  report_.chapters = outputs_.front().chapters();
  report_.loudness_lufs = loudness_.IntegratedLufs().value_or(LoudnessStats::kLeastLufs);
  report_.peak_dbfs = loudness_.SamplePeakDb();
  report_.elapsed_seconds = ElapsedSeconds();
  return report_;
}

void Assembler::Append(const RenderedPiece& rendered) {
  const Piece& piece = pieces_.At(written_);
  if (written_ == 0 || piece.chapter != pieces_.ChapterOf(written_ - 1)) {
    if (written_ > 0) EndChapter();
    BeginChapter(piece.chapter);
  }
  for (const LineTiming& line : rendered.lines) {
    report_.speech_samples += static_cast<std::int64_t>(line.speech_samples);
  }
  for (Defect defect : rendered.defects) {
    defect.chapter = piece.chapter;
    defect.segment += piece.lines.front().segment;
    report_.defects.push_back(defect);
  }
  loudness_.Merge(rendered.loudness);
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    timelines_[i].Add(piece, rendered, outputs_[i].position());
    outputs_[i].Write(rendered.audio[encoder_of_[i]]);
  }
}

// Of the piece that was just written, and is as long as that.
void Assembler::ReportProgress(double sound_seconds, bool kept) {
  const std::size_t chapter = pieces_.ChapterOf(written_);
  const std::size_t letters = pieces_.LettersIn(written_);
  progress_.chapter = script_.chapters[chapter].title;
  progress_.chapter_number = chapter + 1;
  progress_.letters_done += letters;
  progress_.sound_seconds += sound_seconds;
  if (kept) {
    progress_.letters_kept += letters;
    progress_.sound_kept_seconds += sound_seconds;
  }
  progress_.elapsed_seconds = ElapsedSeconds();
  reporter_.Progress(progress_);
}

void Assembler::BeginChapter(std::size_t chapter) {
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    outputs_[i].BeginChapter(chapter);
    timelines_[i].BeginChapter(chapter, outputs_[i].files().back().filename().string(),
                               outputs_[i].position());
  }
}

void Assembler::EndChapter() {
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    timelines_[i].EndChapter(outputs_[i].position());
  }
}

double Assembler::SoundSeconds() const {
  return static_cast<double>(outputs_.front().samples()) / kSampleRateHz;
}

double Assembler::ElapsedSeconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace fullcast
