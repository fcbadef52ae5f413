#include "produce/rendering/book_rendering.h"

#include <algorithm>
#include <utility>

#include "core/interrupt.h"
#include "produce/pieces/render_job.h"
#include "produce/rendering/companions.h"

namespace fullcast {

namespace {

std::vector<EncoderSettings> DifferentEncoders(const std::vector<Delivery>& deliveries) {
  std::vector<EncoderSettings> encoders;
  for (const Delivery& delivery : deliveries) {
    if (std::find(encoders.begin(), encoders.end(), delivery.encoder) == encoders.end()) {
      encoders.push_back(delivery.encoder);
    }
  }
  return encoders;
}

std::vector<std::size_t> EncoderOfEach(const std::vector<Delivery>& deliveries,
                                       const std::vector<EncoderSettings>& encoders) {
  std::vector<std::size_t> encoder_of;
  for (const Delivery& delivery : deliveries) {
    const auto encoder = std::find(encoders.begin(), encoders.end(), delivery.encoder);
    encoder_of.push_back(static_cast<std::size_t>(encoder - encoders.begin()));
  }
  return encoder_of;
}

std::vector<BookOutput> OpenOutputs(const Script& script, const RenderOptions& options,
                                    const Tags& tags) {
  std::vector<BookOutput> outputs;
  for (const Delivery& delivery : options.deliveries) {
    outputs.emplace_back(script, options, delivery, tags);
  }
  return outputs;
}

// What the text is to blame for comes out the same each time.
bool MayPass(const std::vector<Defect>& defects) {
  return std::any_of(defects.begin(), defects.end(),
                     [](const Defect& defect) { return defect.may_pass; });
}

}  // namespace

BookRendering::BookRendering(const Script& script, const Profile& profile,
                             const RenderOptions& options, BookPlan plan, Reporter& reporter)
    : profile_(profile),
      encoders_(DifferentEncoders(options.deliveries)),
      encoder_of_(EncoderOfEach(options.deliveries, encoders_)),
      pieces_(std::move(plan.pieces)),
      outputs_(OpenOutputs(script, options, plan.tags)),
      assembler_(script, pieces_, outputs_, encoder_of_, AsksForTimeline(options), reporter),
      finished_(options, reporter) {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (IsInStore(i)) {
      in_store_.insert(i);
    } else {
      to_do_.push_back(i);
    }
    pieces_.ForgetBefore(i + 1);
  }
  std::reverse(to_do_.begin(), to_do_.end());
}

bool BookRendering::IsInStore(std::size_t number) {
  return std::all_of(encoders_.begin(), encoders_.end(), [&](const EncoderSettings& encoder) {
    return finished_.Has(JobFor(number, {encoder}));
  });
}

std::optional<BookRendering::Job> BookRendering::NextJob(std::size_t most_ahead) {
  for (;;) {
    ThrowIfInterrupted();
    const std::optional<std::size_t> number = TakeNumber(most_ahead);
    if (!number) {
      if (!AssembleFromStore()) return std::nullopt;
      continue;
    }
    Encodings encodings = FindEncodings(*number);  // another process may have rendered it
    if (encodings.missing.empty()) {
      Assemble(*number, encodings, true);
      continue;
    }
    std::vector<EncoderSettings> missing;
    for (const std::size_t encoder : encodings.missing) missing.push_back(encoders_[encoder]);
    in_work_[*number] = std::move(encodings);
    return Job{*number, JobFor(*number, missing)};
  }
}

// Which piece is to be given out.
std::optional<std::size_t> BookRendering::TakeNumber(std::size_t most_ahead) {
  if (to_do_.empty()) return std::nullopt;
  const std::size_t ahead = in_work_.size() + assembler_.waiting();
  const bool is_awaited = to_do_.back() == assembler_.written();
  if (ahead >= most_ahead && !is_awaited) return std::nullopt;
  auto taken = to_do_.end() - 1;
  if (ahead + to_do_.size() <= most_ahead) {
    taken = std::max_element(to_do_.begin(), to_do_.end(), [this](std::size_t a, std::size_t b) {
      return pieces_.LettersIn(a) < pieces_.LettersIn(b);
    });
  }
  const std::size_t number = *taken;
  to_do_.erase(taken);
  return number;
}

// Puts the next piece into the files, if it is in the store; else it is to be given out.
bool BookRendering::AssembleFromStore() {
  const auto next = in_store_.find(assembler_.written());
  if (next == in_store_.end()) return false;
  const std::size_t number = *next;
  in_store_.erase(next);
  Encodings encodings = FindEncodings(number);
  if (encodings.missing.empty()) {
    Assemble(number, encodings, true);
  } else {  // damaged, or another process has dropped it
    to_do_.push_back(number);
  }
  return true;
}

void BookRendering::Take(std::size_t number, const std::string& bytes) {
  const std::vector<std::string_view> records = RecordsIn(bytes);
  const auto work = in_work_.extract(number);
  Encodings& encodings = work.mapped();
  for (std::size_t i = 0; i < encodings.missing.size(); ++i) {
    const std::size_t encoder = encodings.missing[i];
    const RenderedPiece& found =
        encodings.found[encoder].emplace(DeserializeRenderedPiece(records[i]));
    if (!MayPass(found.defects)) {
      finished_.Keep(JobFor(number, {encoders_[encoder]}), records[i]);
    }
  }
  Assemble(number, encodings, false);
}

BookRendering::Encodings BookRendering::FindEncodings(std::size_t number) {
  Encodings encodings;
  for (std::size_t i = 0; i < encoders_.size(); ++i) {
    encodings.found.push_back(finished_.Find(JobFor(number, {encoders_[i]})));
    if (!encodings.found.back()) encodings.missing.push_back(i);
  }
  return encodings;
}

// Everything but the sound is the same in all encodings.
void BookRendering::Assemble(std::size_t number, Encodings& encodings, bool kept) {
  RenderedPiece piece = std::move(*encodings.found.front());
  for (std::size_t i = 1; i < encodings.found.size(); ++i) {
    piece.audio.push_back(std::move(encodings.found[i]->audio.front()));
  }
  assembler_.Take(number, std::move(piece), kept);
}

std::string BookRendering::JobFor(std::size_t number,
                                  const std::vector<EncoderSettings>& encoders) {
  return Serialize(RenderJob{pieces_.At(number), profile_, encoders});
}

}  // namespace fullcast
