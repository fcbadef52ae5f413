// Sound to a codec's packets, in pieces that can be encoded apart and joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/pcm.h"

namespace fullcast {

enum class Codec {
  kAac,
  kMp3,
  kOpus,
  kPcm,  ///< 16 bits, little endian: what lossless files are made of
};

/// "aac", "mp3", "opus", "pcm".
std::string_view NameOf(Codec codec);

/// In place of a quality: the bit rate is what is asked for.
inline constexpr int kByBitRate = -1;
/// How much an encoder tries, by bench/encoders.
enum class Search {
  kUsual,    ///< what is best for speech
  kQuick,    ///< less than that, where that saves time
  kLibrary,  ///< the library's own defaults, for comparison: slower and no better
};

/// How a book is encoded.
struct EncoderSettings {
  Codec codec = Codec::kAac;
  int bit_rate = 64'000;               ///< bits a second, in AAC and Opus on average; not of kPcm
  int sample_rate_hz = kSampleRateHz;  ///< or twice that; Opus is always at 48,000
  int quality = kByBitRate;            ///< of an MP3 with variable bit rate: LAME's, 0 (best) to 9
  Search search = Search::kUsual;

  bool operator==(const EncoderSettings&) const = default;
};

/// A piece of a book must end in as many silent samples as this to be joined to the next one.
inline constexpr std::size_t kJointSamples = 2048;

/// One piece of a book as packets, ready to be joined with its neighbours.
///
/// A codec's decoder gives the sound late, by its priming, so a piece of n frames has some packets
/// more than n: with the first ones it comes in from silence, with the last ones it goes out into
/// silence. As a piece ends in silence, the first packets of the next piece, which was encoded as
/// if after silence, can take the place of its last ones, and no sample is lost or added:
/// - AAC: each packet spans two frames, of which the decoder adds up the overlapping halves.
/// - MP3: as AAC, behind a filter bank. No packet borrows bits from earlier ones.
/// - Opus: begins with a silent frame, so that the decoder is in the same state at the first sound
///   of the piece whatever it decoded before (RFC 6716: silence resets the energies).
/// - PCM: one packet, nothing to join.
struct EncodedPiece {
  std::size_t samples = 0;  ///< length at kSampleRateHz, filled up with silence to whole frames
  std::size_t frames = 0;
  std::vector<std::uint32_t> packet_bytes;  ///< sizes
  std::string bytes;                        ///< the packets, one behind the other
};

/// Samples at kSampleRateHz of a whole frame. A piece of another length than some of these is
/// filled up with silence.
std::size_t FrameSamples(const EncoderSettings& settings);

/// Encodes a piece, which ends in kJointSamples of silence. The same samples give the same packets.
/// Throws Error.
EncodedPiece Encode(std::span<const float> samples, const EncoderSettings& settings);

/// How far the codec's errors lift the true peaks of limited speech, dB, beyond what a limiter
/// keeps in hand: about nine of ten pieces stay below that. Measured at 32 to 96 kbit/s (see
/// bench/encoders/peaks.cpp), of the library's AAC at 64.
double UsualLiftDb(const EncoderSettings& settings);

/// Which encoders these are: others may give other packets.
std::string EncoderVersion();

}  // namespace fullcast
