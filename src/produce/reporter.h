// What a run tells its user while it works.
#pragma once

#include <cstddef>
#include <string>

namespace fullcast {

/// How far a rendering is.
struct RenderProgress {
  std::string book;             ///< its name in a batch; empty: the only one
  std::size_t book_number = 0;  ///< from 1
  std::size_t books = 0;
  std::string chapter;             ///< title of the chapter that was last written to
  std::size_t chapter_number = 0;  ///< from 1
  std::size_t chapters = 0;
  std::size_t letters_done = 0;  ///< bytes of text, the measure of work
  std::size_t letters = 0;
  double sound_seconds = 0;       ///< made so far
  std::size_t letters_kept = 0;   ///< of those done, what an earlier run had rendered
  double sound_kept_seconds = 0;  ///< and what of the sound
  double elapsed_seconds = 0;
};

class Reporter {
 public:
  virtual ~Reporter() = default;

  /// Something the user may want to know: what was made, what was kept.
  virtual void Note(const std::string& message) = 0;

  /// Something the user should look at.
  virtual void Warn(const std::string& message) = 0;

  virtual void Progress(const RenderProgress& progress) = 0;
};

}  // namespace fullcast
