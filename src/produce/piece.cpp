#include "produce/piece.h"

#include <cstdint>

#include "core/bytes.h"

namespace fullcast {

std::string Serialize(const RenderedPiece& piece) {
  ByteWriter writer;
  writer.Put(piece.audio.samples);
  writer.Put(piece.audio.frames);
  writer.PutAll(piece.audio.packet_bytes);
  writer.PutText(piece.audio.bytes);
  writer.PutAll(piece.lines);
  writer.Put(piece.defects.size());
  for (const Defect& defect : piece.defects) {
    writer.Put(defect.segment);
    writer.PutText(defect.reason);
  }
  writer.Put(piece.loudness);
  return writer.Take();
}

RenderedPiece DeserializeRenderedPiece(std::string_view bytes) {
  ByteReader reader(bytes);
  RenderedPiece piece;
  piece.audio.samples = reader.Get<std::size_t>();
  piece.audio.frames = reader.Get<std::size_t>();
  piece.audio.packet_bytes = reader.GetAll<std::uint32_t>();
  piece.audio.bytes = reader.GetText();
  piece.lines = reader.GetAll<LineTiming>();
  const std::size_t defects = reader.GetCount(1);
  for (std::size_t i = 0; i < defects; ++i) {
    Defect defect;
    defect.segment = reader.Get<std::size_t>();
    defect.reason = reader.GetText();
    piece.defects.push_back(defect);
  }
  piece.loudness = reader.Get<LoudnessStats>();
  reader.ExpectEnd();
  return piece;
}

}  // namespace fullcast
