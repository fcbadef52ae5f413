// The unit of rendering: a stretch of a chapter, some minutes of sound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audio/loudness.h"
#include "encode/encoder.h"
#include "produce/pieces/book_sounds.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// A segment, or a part of a very long one, as it is to be spoken; or a sound beside it.
struct Line {
  std::size_t segment = 0;  ///< index in its chapter
  Utterance utterance;
  std::size_t pause_samples = 0;  ///< silence behind it
  std::size_t text_begin = 0;     ///< where its text begins in the segment's, in bytes
  SharedSound sound = nullptr;    ///< heard in place of the utterance
};

/// Everything that a stretch of sound depends on, and nothing else: a piece can be rendered apart
/// from all others, in any order, anywhere. It ends where the silence is long enough to be joined
/// in (see EncodedPiece).
struct Piece {
  std::size_t chapter = 0;  ///< index in the script
  std::vector<Line> lines;
};

/// Where a line came to stand, in samples from the beginning of its piece.
struct LineTiming {
  std::size_t segment =
      0;  ///< counted from the piece's first one, so that an edit before it is free
  std::size_t start_samples = 0;
  std::size_t speech_samples = 0;
  std::size_t pause_samples = 0;  ///< what is no speech; a piece's end may stretch the last one
};

/// Where a word of a line is heard.
struct WordTiming {
  std::uint32_t line = 0;        ///< index in the piece
  std::uint32_t text_begin = 0;  ///< bytes of the line's text
  std::uint32_t text_length = 0;
  std::uint32_t sample = 0;  ///< from the beginning of the piece
};

/// A segment whose text could not be spoken; a second of silence stands in its place.
struct Defect {
  std::size_t chapter = 0;
  std::size_t segment = 0;
  std::string reason;
  bool may_pass = false;  ///< the next run might speak it: memory was short
};

/// A piece that is done. Segments are counted from its first one, also in its defects, whose
/// chapter is not set.
struct RenderedPiece {
  std::vector<EncodedPiece> audio;  ///< the same sound in each codec that was asked for
  std::vector<LineTiming> lines;
  std::vector<WordTiming> words;
  std::vector<Defect> defects;
  LoudnessStats loudness;
};

/// The bytes of a rendered piece, to be sent from one process to another of the same program.
std::string Serialize(const RenderedPiece& piece);

/// Throws Error when the bytes are not whole.
RenderedPiece DeserializeRenderedPiece(std::string_view bytes);

/// What a worker answers: for each codec a record of its own, the serialized piece with that sound
/// alone, which is what the store keeps.
std::string SerializeRecords(RenderedPiece piece);

/// The records of such an answer, where they lie in it. Throws Error when the bytes are not whole.
std::vector<std::string_view> RecordsIn(std::string_view bytes);

}  // namespace fullcast
