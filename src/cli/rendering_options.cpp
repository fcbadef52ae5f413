#include "cli/rendering_options.h"

#include <CLI/Validators.hpp>

#include "cast/voice_json.h"
#include "cli/commands.h"
#include "encode/quality.h"

namespace fullcast {

namespace fs = std::filesystem;

void AddCastingOptions(CLI::App& command, CastingOptions& options) {
  BeginGroup(command, Group::kVoices);
  command.add_option("--narrator", options.narrator, "The narrator's voice (see fullcast voices)")
      ->type_name("VOICE");
  command
      .add_option("--rate", options.rate_wpm, "The narrator's words a minute; the others follow")
      ->type_name("WPM")
      ->check(CLI::Range(kLeastRateWpm, kMostRateWpm));
  command.add_flag("--one-voice", options.one_voice, "Everything is read by the narrator");
  command
      .add_option("--series-cast", options.series,
                  "Voices of a series: who is in this file keeps the voice, who is new is added")
      ->type_name("FILE");
}

namespace {

void AddChapterOptions(CLI::App& command, ChapterChoice& chapters) {
  BeginGroup(command, Group::kReading);
  command.add_option("--from", chapters.from, "First chapter, by number")->type_name("N");
  command.add_option("--to", chapters.to, "Last chapter, by number")->type_name("N");
  command.add_option("--chapters", chapters.list, "Chapters by number, as in 1,3-5")
      ->type_name("LIST");
}

void AddFileOptions(CLI::App& command, RenderingOptions& options) {
  BeginGroup(command, Group::kFiles);
  command
      .add_option("--format", options.formats,
                  "m4b, m4a, mp3, opus, flac or wav; several, as in m4b,mp3, are made at once "
                  "(default: m4b, or as -o ends)")
      ->type_name("LIST")
      ->delimiter(',');
  command.add_option("--split", options.split, "\"chapter\": a file a chapter, in a folder")
      ->type_name("WHERE")
      ->check(CLI::IsMember({"chapter"}));
  command
      .add_option("--layout", options.layout,
                  "Lay the files out as \"audiobookshelf\" reads them, a folder a book with its "
                  "cover and details, or as \"acx\" takes them: MP3 files in order, with credits "
                  "and a retail sample")
      ->type_name("WHOSE")
      ->check(CLI::IsMember({"audiobookshelf", "acx"}));
  command
      .add_option("--read-along", options.read_along,
                  "Text with its times, beside the sound: vtt, srt, lrc, json, chapters (of "
                  "podcasts), html (a page that plays it), epub (with Media Overlays), lpf (W3C "
                  "audiobook); several, as in html,epub")
      ->type_name("LIST")
      ->delimiter(',');
  command
      .add_option("--timeline", options.timeline,
                  "Write which bytes of the source are heard at which samples, as JSON")
      ->type_name("FILE");
}

void AddEncoderOptions(CLI::App& command, RenderingOptions& options) {
  BeginGroup(command, Group::kFiles);
  command
      .add_option("--quality", options.quality,
                  "Of the encoded sound: fast, default, or best (larger files, not slower)")
      ->type_name("Q")
      ->check(CLI::IsMember(QualityNames()))
      ->capture_default_str();
  constexpr int kLeastKbps = 24;
  constexpr int kMostKbps = 256;
  command
      .add_option("--bitrate", options.bit_rate_kbps,
                  "Of the sound, in kbit/s (default: as the quality has it)")
      ->type_name("KBPS")
      ->check(CLI::Range(kLeastKbps, kMostKbps));
  constexpr int kWorstQuality = 9;
  command
      .add_option("--vbr", options.mp3_quality,
                  "MP3 with a variable bit rate, of LAME's quality: 0 (best) to 9")
      ->type_name("Q")
      ->check(CLI::Range(0, kWorstQuality));
  command.add_flag("--library-encoder", options.library_encoder,
                   "libavcodec's own defaults, as ffmpeg uses them: slower and no better");
}

void AddWorkOptions(CLI::App& command, RenderingOptions& options) {
  BeginGroup(command, Group::kWork);
  command.add_option("--jobs", options.jobs, "Worker processes (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  AddCacheOptions(command, options.cache);
  command.add_flag("--no-cache", options.no_cache, "Render everything anew, keep nothing");
  command.add_flag("--force", options.force, "Replace a file that was not made from this book");
}

void AddAddedSounds(CLI::App& command, RenderingOptions& options) {
  BeginGroup(command, Group::kSound);
  command.add_flag("--credits", options.credits, "Speak an opening and a closing");
  const auto add_sound = [&](const char* name, fs::path& file, const char* help) {
    command.add_option(name, file, help)->type_name("FILE");
  };
  add_sound("--intro", options.sounds.intro, "A sound (WAV, FLAC, Ogg) ahead of the book");
  add_sound("--outro", options.sounds.outro, "... behind it");
  add_sound("--chapter-chime", options.sounds.chapter_chime, "... ahead of each chapter");
  add_sound("--scene-sound", options.sounds.scene_break, "... where a scene ends");
}

}  // namespace

void AddSoundOptions(CLI::App& command, RenderingOptions& options) {
  BeginGroup(command, Group::kVoices);
  command
      .add_option(
          "--lexicon", options.lexicons,
          "How words are pronounced: \"word = say-as\" lines, or a PLS file; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--expressive", options.expression,
                  "How strongly whispers, shouts and the like are heard, 0 to 1")
      ->type_name("E")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  BeginGroup(command, Group::kSound);
  command.add_option("--profile", options.profile, "Pauses and loudness: a name or a .json file")
      ->capture_default_str();
  AddEncoderOptions(command, options);
  AddWorkOptions(command, options);
}

void AddRenderingOptions(CLI::App& command, RenderingOptions& options) {
  AddChapterOptions(command, options.chapters);
  BeginGroup(command, Group::kVoices);
  command
      .add_option("--doubt", options.doubt,
                  "Speech whose speaker is less sure than this (0 to 1) is read by the role "
                  "\"unknown\"")
      ->type_name("C")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  AddAddedSounds(command, options);
  AddFileOptions(command, options);
  AddSoundOptions(command, options);
  command.add_flag("--dry-run", options.dry_run, "Say what would be made, and write nothing");
}

}  // namespace fullcast
