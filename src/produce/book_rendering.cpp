#include "produce/book_rendering.h"

#include <utility>

#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"
#include "encode/origin.h"
#include "produce/plan.h"
#include "produce/render_job.h"
#include "speech/engine_voices.h"

namespace fullcast {

namespace {

void CheckVoices(const Cast& cast) {
  for (const auto& [speaker, role] : cast.roles) {
    try {
      CheckVoice(role.voice);
    } catch (const Error& error) {
      throw error.Within("the voice of \"" + speaker + "\"");
    }
  }
}

std::vector<Piece> Plan(const Script& script, const Cast& cast, const Profile& profile,
                        const RenderOptions& options, Reporter& reporter) {
  CheckOutput(options.output, script.book.id, options.force);
  CheckVoices(cast);
  std::vector<Piece> pieces = PlanPieces(script, cast, profile, options.style);
  WarnOfUnspeakable(pieces, reporter);
  if (pieces.empty()) throw Error("there is nothing to read aloud in this script");
  return pieces;
}

Tags MakeTags(const BookInfo& book) {
  Tags tags;
  tags.book = book;
  tags.comment = OriginComment(book.id);
  if (!book.cover.empty()) tags.cover = ReadFile(book.cover);
  return tags;
}

}  // namespace

BookRendering::BookRendering(const Script& script, const Cast& cast, const Profile& profile,
                             const RenderOptions& options, Reporter& reporter)
    : profile_(profile),
      encoder_(options.encoder),
      pieces_(Plan(script, cast, profile, options, reporter)),
      writer_(MakeWriter(Format::kM4b, options.output, MakeTags(script.book), options.encoder,
                         script.chapters.size())),
      assembler_(script, pieces_, *writer_, reporter),
      finished_(options, reporter) {}

std::optional<BookRendering::Job> BookRendering::NextJob(std::size_t most_ahead) {
  while (next_ < pieces_.size() && next_ < assembler_.written() + most_ahead) {
    ThrowIfInterrupted();
    const std::size_t number = next_++;
    std::string job = JobFor(number);
    std::optional<RenderedPiece> finished = finished_.Find(job);
    if (!finished) return Job{number, std::move(job)};
    assembler_.Take(number, std::move(*finished));
  }
  return std::nullopt;
}

void BookRendering::Take(std::size_t number, const std::string& bytes) {
  RenderedPiece piece = DeserializeRenderedPiece(bytes);
  if (piece.defects.empty()) finished_.Keep(JobFor(number), bytes);
  assembler_.Take(number, std::move(piece));
}

std::string BookRendering::JobFor(std::size_t number) const {
  return Serialize(RenderJob{pieces_[number], profile_, encoder_});
}

}  // namespace fullcast
