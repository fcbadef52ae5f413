#include "produce/assembler.h"

#include <utility>

#include "produce/plan.h"

namespace fullcast {

Assembler::Assembler(const Script& script, const std::vector<Piece>& pieces, AudioWriter& writer,
                     Reporter& reporter)
    : script_(script), pieces_(pieces), writer_(writer), reporter_(reporter) {
  for (const Piece& piece : pieces) progress_.letters += LettersIn(piece);
  progress_.chapters = script.chapters.size();
}

void Assembler::Take(std::size_t number, RenderedPiece piece) {
  waiting_[number] = std::move(piece);
  for (auto next = waiting_.find(written_); next != waiting_.end();
       next = waiting_.find(written_)) {
    Append(next->second);
    waiting_.erase(next);
  }
}

RenderReport Assembler::Finish() {
  writer_.Finish(report_.chapters);
  report_.samples = report_.speech_samples + report_.pause_samples;
  report_.loudness_lufs = loudness_.IntegratedLufs().value_or(LoudnessStats::kLeastLufs);
  report_.peak_dbfs = loudness_.SamplePeakDb();
  report_.elapsed_seconds = ElapsedSeconds();
  return report_;
}

void Assembler::Append(const RenderedPiece& rendered) {
  const Piece& piece = pieces_[written_];
  if (written_ == 0 || piece.chapter != pieces_[written_ - 1].chapter) {
    report_.chapters.push_back({script_.chapters[piece.chapter].title, writer_.samples()});
  }
  for (const LineTiming& line : rendered.lines) {
    report_.speech_samples += static_cast<std::int64_t>(line.speech_samples);
    report_.pause_samples += static_cast<std::int64_t>(line.pause_samples);
  }
  for (Defect defect : rendered.defects) {
    defect.chapter = piece.chapter;
    defect.segment += piece.lines.front().segment;
    report_.defects.push_back(defect);
  }
  loudness_.Merge(rendered.loudness);
  writer_.Write(rendered.audio);
  ++written_;

  progress_.chapter = script_.chapters[piece.chapter].title;
  progress_.chapter_number = piece.chapter + 1;
  progress_.letters_done += LettersIn(piece);
  progress_.sound_seconds = static_cast<double>(writer_.samples()) / kSampleRateHz;
  progress_.elapsed_seconds = ElapsedSeconds();
  reporter_.Progress(progress_);
}

double Assembler::ElapsedSeconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace fullcast
