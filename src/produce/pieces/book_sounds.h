// Sounds of the user's that are heard between the lines of a book.
#pragma once

#include <filesystem>
#include <memory>

#include "core/pcm.h"

namespace fullcast {

using SharedSound = std::shared_ptr<const Samples>;

/// Files of such sounds; an empty path: none.
struct BookSoundFiles {
  std::filesystem::path intro;          ///< ahead of the book
  std::filesystem::path outro;          ///< behind it
  std::filesystem::path chapter_chime;  ///< ahead of each chapter but the one with the intro
  std::filesystem::path scene_break;    ///< in the middle of the pause at a scene break
};

/// The same, as they are heard (see ReadSound()).
struct BookSounds {
  SharedSound intro;
  SharedSound outro;
  SharedSound chapter_chime;
  SharedSound scene_break;
};

/// Throws Error that names the file.
BookSounds ReadBookSounds(const BookSoundFiles& files);

}  // namespace fullcast
