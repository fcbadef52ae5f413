#include "produce/pieces/book_sounds.h"

#include "audio/sound_file.h"

namespace fullcast {

namespace {

SharedSound Read(const std::filesystem::path& path) {
  return path.empty() ? nullptr : std::make_shared<const Samples>(ReadSound(path));
}

}  // namespace

BookSounds ReadBookSounds(const BookSoundFiles& files) {
  return {Read(files.intro), Read(files.outro), Read(files.chapter_chime), Read(files.scene_break)};
}

}  // namespace fullcast
