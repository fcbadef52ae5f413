#include "produce/pieces/finished_pieces.h"

#include "core/error.h"
#include "produce/pieces/render_job.h"

namespace fullcast {

FinishedPieces::FinishedPieces(const RenderOptions& options, Reporter& reporter)
    : reporter_(reporter) {
  if (options.cache.empty()) return;
  sound_versions_ = SoundVersions();
  store_.emplace(options.cache, options.cache_bytes);
}

FinishedPieces::~FinishedPieces() {
  if (store_) store_->Prune();
}

bool FinishedPieces::Has(std::string_view job) const {
  return store_ && store_->Has(PieceKey(job, sound_versions_));
}

std::optional<RenderedPiece> FinishedPieces::Find(std::string_view job) const {
  if (!store_) return std::nullopt;
  const std::optional<std::string> bytes = store_->Find(PieceKey(job, sound_versions_));
  if (!bytes) return std::nullopt;
  try {
    return DeserializeRenderedPiece(*bytes);
  } catch (const Error&) {  // of another build, with its records in another form
    return std::nullopt;
  }
}

void FinishedPieces::Keep(std::string_view job, std::string_view bytes) {
  if (!store_) return;
  try {
    store_->Put(PieceKey(job, sound_versions_), bytes);
  } catch (const Error& error) {
    reporter_.Warn(std::string(error.what()) + "; going on without the store");
    store_.reset();
  }
}

}  // namespace fullcast
