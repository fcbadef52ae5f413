// Options of the commands that cast and render: what of a book is heard, by whom, how, as which
// files.
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/cache_options.h"
#include "produce/pieces/book_sounds.h"
#include "produce/rendering/render.h"
#include "produce/scripting/edit_script.h"

namespace fullcast {

/// How the cast is made.
struct CastingOptions {
  std::string narrator;
  int rate_wpm = 0;  ///< 0: as the presets say
  bool one_voice = false;
  std::string series;  ///< file of the series' voices
};

/// What is rendered, and how.
struct RenderingOptions {
  ChapterChoice chapters;
  std::string profile = "default";
  std::vector<std::string> formats;     ///< by name; empty: as the output's extension says
  std::string split;                    ///< "chapter" or empty
  std::string layout;                   ///< by name, or empty
  std::vector<std::string> read_along;  ///< by name
  std::string timeline;                 ///< a file; empty: none
  BookSoundFiles sounds;
  std::string quality = "default";
  int bit_rate_kbps = 0;  ///< 0: as the quality has it
  int mp3_quality = kByBitRate;
  bool library_encoder = false;  ///< Search::kLibrary
  std::size_t jobs = 0;          ///< 0: as many as there are cores
  CacheOptions cache;
  bool no_cache = false;
  std::vector<std::string> lexicons;
  double expression = kModerateExpression;
  double doubt = 0;  ///< speech less sure than this is read by the unknown role
  bool credits = false;
  bool force = false;
  bool dry_run = false;
};

void AddCastingOptions(CLI::App& command, CastingOptions& options);
/// How it sounds and how it is made: for all that is rendered, if it is a book or not.
void AddSoundOptions(CLI::App& command, RenderingOptions& options);
/// Those, and what only a book has.
void AddRenderingOptions(CLI::App& command, RenderingOptions& options);

}  // namespace fullcast
