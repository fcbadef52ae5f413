#include "produce/rendering/book_plan.h"

#include <fmt/format.h>

#include <set>

#include "core/book_info_json.h"
#include "core/bytes.h"
#include "core/error.h"
#include "core/file.h"
#include "core/hash.h"
#include "produce/pieces/render_job.h"
#include "produce/rendering/companions.h"
#include "produce/rendering/output_paths.h"
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

void WarnOfChapters(const Script& script, const RenderOptions& options, Reporter& reporter) {
  if (options.split_chapters) return;
  for (const Delivery& delivery : options.deliveries) {
    const auto most = MostChapters(delivery.format);
    if (!most || script.chapters.size() <= *most) continue;
    reporter.Warn(
        fmt::format("{} keeps {} chapters: the other {} of this book have no mark in it; "
                    "--split chapter makes a file of each",
                    NameOf(delivery.format), *most, script.chapters.size() - *most));
  }
}

// A hash of all that the file is made from.
std::string EditionOf(const Script& script, const std::string& pieces, const std::string& cover,
                      const RenderOptions& options) {
  ByteWriter writer;
  writer.PutText(SoundVersions()).PutText(FormatBookInfo(script.book));
  writer.PutText(ContentHash(cover));
  for (const ScriptChapter& chapter : script.chapters) writer.PutText(chapter.title);
  writer.PutText(pieces);
  for (const Delivery& delivery : options.deliveries) {
    writer.Put(delivery.format).Put(delivery.encoder.bit_rate);
    writer.Put(delivery.encoder.sample_rate_hz).Put(delivery.encoder.quality);
    writer.Put(delivery.encoder.search);
  }
  writer.Put(options.split_chapters);
  return ContentHash(writer.Take());
}

}  // namespace

BookPlan PlanBook(const Script& script, const Cast& cast, const Profile& profile,
                  const RenderOptions& options, Reporter& reporter) {
  CheckVoices(cast);
  PronunciationCheck pronunciations(reporter);
  ByteWriter hashes;
  const auto see = [&](const Piece& piece) {
    pronunciations.See(piece);
    hashes.Put(piece.chapter).PutText(ContentHash(Serialize(RenderJob{piece, profile, {}})));
  };
  BookPlan plan{BookPieces({script, cast, profile, options.style, options.sounds},
                           script.chapters.size(), see),
                {},
                {}};
  WarnOfChapters(script, options, reporter);
  if (plan.pieces.size() == 0) throw Error("there is nothing to read aloud in this script");
  plan.tags.book = script.book;
  if (!script.book.cover.empty()) plan.tags.cover = ReadFile(script.book.cover);
  plan.origin = {script.book.id, EditionOf(script, hashes.Take(), plan.tags.cover, options)};
  plan.tags.comment = OriginComment(plan.origin);
  return plan;
}

std::vector<std::filesystem::path> SoundPaths(const BookPlan& plan, const Script& script,
                                              const RenderOptions& options,
                                              const Delivery& delivery) {
  const std::vector<std::filesystem::path> paths = OutputPaths(script, options, delivery);
  if (!options.split_chapters) return {paths.front()};
  std::set<std::size_t> spoken;
  for (std::size_t i = 0; i < plan.pieces.size(); ++i) spoken.insert(plan.pieces.ChapterOf(i));
  std::vector<std::filesystem::path> sounds;
  sounds.reserve(spoken.size());
  for (const std::size_t chapter : spoken) sounds.push_back(paths[chapter]);
  return sounds;
}

bool IsUpToDate(const BookPlan& plan, const Script& script, const RenderOptions& options,
                const std::optional<RenderReport>& made) {
  for (const Delivery& delivery : options.deliveries) {
    for (const std::filesystem::path& sound : SoundPaths(plan, script, options, delivery)) {
      if (ReadOrigin(sound) != plan.origin) return false;
    }
  }
  return HasCompanions(script, options,
                       SoundPaths(plan, script, options, options.deliveries.front()), made);
}

}  // namespace fullcast
