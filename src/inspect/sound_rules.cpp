#include "inspect/sound_rules.h"

#include <fmt/format.h>

#include <cmath>
#include <span>

#include "inspect/finding.h"

namespace fullcast {

namespace {

using Figures = SoundFigures;

Finding CheckDecoding(const DecodedSound& decoded) {
  if (decoded.damaged_packets > 0) {
    return Fail("decoding", fmt::format("{} packets can't be decoded", decoded.damaged_packets),
                "get or make the file again", decoded.first_damage_seconds);
  }
  if (decoded.format_changes) {
    return Fail("decoding", "sample rate or channels change within the file",
                "encode it again as one");
  }
  return Pass("decoding", "all of it");
}

Finding CheckDuration(const AudioFileInfo& file, const DecodedSound& decoded) {
  constexpr double kToleranceSeconds = 0.1;
  const double off_seconds = decoded.seconds - file.duration_seconds;
  if (file.duration_seconds > 0 && std::abs(off_seconds) > kToleranceSeconds) {
    return Fail("duration",
                fmt::format("the header says {:.3f} s, the sound lasts {:.3f} s",
                            file.duration_seconds, decoded.seconds),
                off_seconds < 0 ? "the end may be missing: get or make the file again"
                                : "write the header again: ffmpeg -c copy",
                decoded.seconds);
  }
  return Pass("duration", fmt::format("{:.3f} s", decoded.seconds));
}

Finding CheckLevel(const Figures& sound, const Limits& limits) {
  if (!sound.loudness_lufs) return Fail("loudness", "nothing is to be heard", "make it again");
  const double level = limits.level_is_rms ? sound.rms_db : *sound.loudness_lufs;
  const std::string what =
      fmt::format("{:.1f} {}", level, limits.level_is_rms ? "dBFS RMS" : "LUFS");
  if (!limits.least_level || !limits.most_level ||
      (level >= *limits.least_level && level <= *limits.most_level)) {
    return Pass("loudness", what);
  }
  return Beyond(limits.strict, "loudness",
                fmt::format("{}: not within {:.0f} and {:.0f}", what, *limits.least_level,
                            *limits.most_level),
                "make it with this profile, or choose another with --profile");
}

Finding CheckPeak(const Figures& sound, const Limits& limits) {
  const std::string what = fmt::format("{:.1f} dBTP", sound.true_peak_db);
  if (sound.true_peak_db <= limits.most_peak_db) return Pass("peak", what);
  return Beyond(limits.strict, "peak", fmt::format("{}: above {:.1f}", what, limits.most_peak_db),
                "a limiter ahead of the encoder");
}

Finding CheckNoise(const Figures& sound, const Limits& limits) {
  const std::string what = std::isfinite(sound.noise_floor_db)
                               ? fmt::format("{:.1f} dBFS", sound.noise_floor_db)
                               : "none in its pauses";
  if (sound.noise_floor_db <= limits.most_noise_db) return Pass("noise", what);
  return Beyond(limits.strict, "noise",
                fmt::format("{} where it is quietest: above {:.0f}", what, limits.most_noise_db),
                "record in a quieter room, or reduce the noise (music below speech counts, too)");
}

Finding CheckSilence(const SoundSurvey& survey, const Limits& limits) {
  const std::string what = fmt::format("at most {:.1f} s", survey.longest_silence_seconds);
  if (survey.longest_silence_seconds <= limits.longest_silence_seconds) {
    return Pass("silence", what);
  }
  return Warn("silence", fmt::format("{:.1f} s of silence", survey.longest_silence_seconds),
              "listen whether something is missing", survey.longest_silence_at);
}

Finding CheckRoomTone(const SoundSurvey& survey, const Limits& limits) {
  const auto fits = [](double seconds, const Range& range) {
    return seconds >= range.least && seconds <= range.most;
  };
  const std::string what = fmt::format("{:.2f} s ahead of the sound, {:.2f} s behind it",
                                       survey.head_seconds, survey.tail_seconds);
  if (!fits(survey.head_seconds, *limits.head_seconds) ||
      !fits(survey.tail_seconds, *limits.tail_seconds)) {
    return Beyond(limits.strict, "room_tone", what,
                  fmt::format("{} to {} s of room tone at the head, {} to {} s at the tail",
                              limits.head_seconds->least, limits.head_seconds->most,
                              limits.tail_seconds->least, limits.tail_seconds->most));
  }
  if (!std::isfinite(survey.figures.noise_floor_db)) {
    return Warn("room_tone", what + ": there is no tone in the pauses",
                "a profile with a room_tone_db: some take digital silence for a fault");
  }
  return Pass("room_tone", what);
}

Finding CheckNone(const char* rule, const Occurrences& found, const char* advice) {
  if (found.count == 0) return Pass(rule, "none");
  return Fail(rule, fmt::format("{}", found.count), advice, found.first_seconds);
}

Finding CheckOffset(const SoundSurvey& survey) {
  constexpr double kMostOffset = 0.005;
  if (std::abs(survey.dc_offset) <= kMostOffset) return Pass("dc_offset", "none");
  return Warn("dc_offset", fmt::format("{:+.3f} of full scale", survey.dc_offset),
              "a high-pass takes it away");
}

Finding CheckChannels(const AudioFileInfo& file, const SoundSurvey& survey) {
  constexpr double kMostGapDb = 20;
  if (survey.channel_gap_db > kMostGapDb) {
    return Fail("channels", "a channel is silent beside the other",
                "make it mono: ffmpeg -ac 1 of the channel with sound");
  }
  return Pass("channels", fmt::format("{}", file.channels));
}

Finding CheckJump(const SoundSurvey& survey) {
  constexpr double kMostJumpDb = 8;
  if (std::abs(survey.jump_db) <= kMostJumpDb) return Pass("level_jump", "none");
  return Fail("level_jump", fmt::format("the speech's level changes by {:+.1f} dB", survey.jump_db),
              "bring both parts to one loudness", survey.jump_at);
}

// A chapter begins behind a pause: a mark amid speech is a wrong one.
Finding CheckMarks(const AudioFileInfo& file, const Figures& sound) {
  constexpr double kPauseLu = 15;  // below the mean
  constexpr std::size_t kAround = 2;
  const std::span<const float> blocks = sound.blocks_lufs;
  const auto is_pause = [&](std::size_t block) {
    return block >= blocks.size() || blocks[block] < *sound.loudness_lufs - kPauseLu;
  };
  for (std::size_t i = 1; i < file.chapters.size() && sound.loudness_lufs; ++i) {
    const double begin_seconds = file.chapters[i].begin_seconds;
    if (begin_seconds < 0 || begin_seconds > 1e9) continue;
    const auto middle = static_cast<std::size_t>(begin_seconds / Figures::kBlockSeconds);
    bool pause = middle < kAround;
    for (std::size_t block = middle - std::min(middle, kAround); block <= middle + kAround;
         ++block) {
      pause = pause || is_pause(block);
    }
    if (!pause) {
      return Warn("chapter_marks", fmt::format("chapter {} begins amid speech", i + 1),
                  "listen there: the mark may be wrong", begin_seconds);
    }
  }
  return Pass("chapter_marks", "in pauses");
}

}  // namespace

std::vector<Finding> CheckSound(const AudioFileInfo& file, const DecodedSound& decoded,
                                const SoundSurvey& survey, const Limits& limits) {
  std::vector<Finding> findings = {CheckDecoding(decoded), CheckDuration(file, decoded)};
  if (limits.rate_hz != 0) {
    findings.push_back(file.rate_hz == limits.rate_hz
                           ? Pass("rate", fmt::format("{} Hz", file.rate_hz))
                           : Fail("rate", fmt::format("{} Hz", file.rate_hz),
                                  fmt::format("encode it at {} Hz", limits.rate_hz)));
  }
  if (limits.constant_rate) {
    findings.push_back(decoded.constant_rate
                           ? Pass("constant_rate", "all packets alike")
                           : Beyond(limits.strict, "constant_rate", "the bit rate varies",
                                    "encode it at a constant bit rate"));
  }
  findings.push_back(CheckLevel(survey.figures, limits));
  findings.push_back(CheckPeak(survey.figures, limits));
  findings.push_back(CheckNoise(survey.figures, limits));
  findings.push_back(CheckSilence(survey, limits));
  if (limits.head_seconds && limits.tail_seconds) {
    findings.push_back(CheckRoomTone(survey, limits));
  }
  findings.push_back(CheckNone("clipping", survey.clipped, "record or mix it at a lower level"));
  findings.push_back(CheckNone("clicks", survey.clicks, "listen, and cut or repair them"));
  findings.push_back(CheckNone("dropouts", survey.dropouts, "make the file again"));
  findings.push_back(CheckOffset(survey));
  findings.push_back(CheckChannels(file, survey));
  findings.push_back(CheckJump(survey));
  if (!file.chapters.empty()) findings.push_back(CheckMarks(file, survey.figures));
  return findings;
}

}  // namespace fullcast
