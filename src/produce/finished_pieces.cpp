#include "produce/finished_pieces.h"

#include "core/error.h"
#include "produce/piece_key.h"

namespace fullcast {

FinishedPieces::FinishedPieces(const std::vector<Piece>& pieces, const Profile& profile,
                               const RenderOptions& options, Reporter& reporter)
    : pieces_(pieces), profile_(profile), encoder_(options.encoder), reporter_(reporter) {
  if (!options.cache.empty()) store_.emplace(options.cache, options.cache_bytes);
}

FinishedPieces::~FinishedPieces() {
  if (store_) store_->Prune();
}

std::optional<std::string> FinishedPieces::Find(std::size_t number) const {
  return store_ ? store_->Find(KeyOf(number)) : std::nullopt;
}

void FinishedPieces::Keep(std::size_t number, const std::string& bytes) {
  if (!store_ || !DeserializeRenderedPiece(bytes).defects.empty()) return;
  try {
    store_->Put(KeyOf(number), bytes);
  } catch (const Error& error) {
    reporter_.Warn(std::string(error.what()) + "; going on without the store");
    store_.reset();
  }
}

std::string FinishedPieces::KeyOf(std::size_t number) const {
  return PieceKey(pieces_[number], profile_, encoder_);
}

}  // namespace fullcast
