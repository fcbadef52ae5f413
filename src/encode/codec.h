// What is particular to each codec. Private to this room.
#pragma once

#include <cstddef>

#include "encode/encoder.h"
#include "encode/libav.h"

namespace fullcast::libav {

/// The grid that a codec's packets lie on, in samples at its own rate.
struct PacketGrid {
  int rate_hz = 0;
  std::size_t frame = 0;    ///< samples in a packet
  std::size_t lead_in = 0;  ///< silent frames ahead of a piece
  std::size_t priming = 0;  ///< by so much the decoder is late, the lead-in included

  /// Packets that a piece has more than frames.
  [[nodiscard]] std::size_t Overlap() const { return (priming + frame - 1) / frame; }

  /// Samples in a packet, counted at kSampleRateHz.
  [[nodiscard]] std::size_t FrameAtSource() const;
};

/// Of a codec that has packets: not kPcm.
PacketGrid GridOf(const EncoderSettings& settings);

/// What the encoder multiplies the sound by on its own account; to be undone ahead of it.
float ScaleOfEncoder(const EncoderSettings& settings);

/// The codec's encoder, opened. `kPcm` gives FLAC. Throws Error.
CodecPtr OpenEncoder(const EncoderSettings& settings);

/// A decoder for the packets of that encoder. Throws Error.
CodecPtr OpenDecoder(const EncoderSettings& settings);

}  // namespace fullcast::libav
