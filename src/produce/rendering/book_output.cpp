#include "produce/rendering/book_output.h"

#include <utility>

#include "produce/rendering/output_paths.h"

namespace fullcast {

BookOutput::BookOutput(const Script& script, const RenderOptions& options, Delivery delivery,
                       Tags tags)
    : script_(script),
      split_(options.split_chapters),
      delivery_(delivery),
      tags_(std::move(tags)),
      paths_(OutputPaths(script, options, delivery)) {
  for (const auto& path : paths_) CheckOutput(path, script.book.id, options.force);
  if (!split_) Open(paths_.front(), tags_);
}

void BookOutput::BeginChapter(std::size_t chapter) {
  const std::string& title = script_.chapters[chapter].title;
  if (split_) {
    FinishFile();
    Tags tags = tags_;
    tags.part_title = title;
    tags.part = static_cast<int>(chapter + 1);
    tags.parts = static_cast<int>(script_.chapters.size());
    Open(paths_[chapter], tags);
  }
  chapters_.push_back({title, samples()});
}

void BookOutput::Write(const EncodedPiece& piece) { writer_->Write(piece); }

void BookOutput::Finish() { FinishFile(); }

void BookOutput::Open(const std::filesystem::path& path, const Tags& tags) {
  std::vector<std::string> titles;
  for (const ScriptChapter& chapter : script_.chapters) titles.push_back(chapter.title);
  if (split_) titles.clear();
  writer_ = MakeWriter(delivery_.format, path, tags, delivery_.encoder, titles);
  files_.push_back(path);
}

void BookOutput::FinishFile() {
  if (!writer_) return;
  writer_->Finish(split_ ? std::vector<ChapterMark>() : chapters_);
  finished_samples_ += writer_->samples();
  writer_.reset();
}

}  // namespace fullcast
