// Sound to AAC, in pieces that can be encoded apart and joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/pcm.h"

namespace fullcast {

/// Samples in an AAC frame (ISO/IEC 14496-3: AAC-LC), and also the encoder's priming.
inline constexpr std::size_t kAacFrameSamples = 1024;

/// How a book is encoded.
struct EncoderSettings {
  int bit_rate = 64'000;  ///< bits a second
};

/// One piece of a book as AAC packets, ready to be joined with its neighbours.
///
/// Each packet spans two frames, of which the decoder adds up the overlapping halves. So a piece of
/// n frames has n + 1 packets: packet 0 spans the frame before the piece and its first one, packet
/// n its last frame and the one behind it. If the last frame of a piece is silent, then packet 0 of
/// the next piece, which was encoded as if after silence, can take the place of packet n.
struct EncodedPiece {
  std::size_t frames = 0;
  std::vector<std::uint32_t> packet_bytes;  ///< sizes, frames + 1 of them
  std::string bytes;                        ///< the packets, one behind the other
};

/// Encodes a piece: a whole number of frames, the last one silent. The same samples give the same
/// packets. Throws Error.
EncodedPiece EncodeAac(const Samples& samples, const EncoderSettings& settings);

/// Which encoder this is: another version may give other packets.
std::string EncoderVersion();

}  // namespace fullcast
