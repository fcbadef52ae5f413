#include "produce/pieces/piece.h"

#include <cstdint>
#include <utility>

#include "core/bytes.h"

namespace fullcast {

std::string Serialize(const RenderedPiece& piece) {
  ByteWriter writer;
  writer.Put(piece.audio.size());
  for (const EncodedPiece& audio : piece.audio) {
    writer.Expect(audio.bytes.size() + 2 * audio.packet_bytes.size() * sizeof(std::uint32_t));
    writer.Put(audio.samples).Put(audio.frames).PutAll(audio.packet_bytes).PutText(audio.bytes);
  }
  writer.PutAll(piece.lines).PutAll(piece.words);
  writer.Put(piece.defects.size());
  for (const Defect& defect : piece.defects) {
    writer.Put(defect.segment).PutText(defect.reason).Put(defect.may_pass);
  }
  writer.Put(piece.loudness);
  return writer.Take();
}

RenderedPiece DeserializeRenderedPiece(std::string_view bytes) {
  ByteReader reader(bytes);
  RenderedPiece piece;
  const std::size_t codecs = reader.GetCount(1);
  for (std::size_t i = 0; i < codecs; ++i) {
    EncodedPiece audio;
    audio.samples = reader.Get<std::size_t>();
    audio.frames = reader.Get<std::size_t>();
    audio.packet_bytes = reader.GetAll<std::uint32_t>();
    audio.bytes = reader.GetText();
    piece.audio.push_back(std::move(audio));
  }
  piece.lines = reader.GetAll<LineTiming>();
  piece.words = reader.GetAll<WordTiming>();
  const std::size_t defects = reader.GetCount(1);
  for (std::size_t i = 0; i < defects; ++i) {
    Defect defect;
    defect.segment = reader.Get<std::size_t>();
    defect.reason = reader.GetText();
    defect.may_pass = reader.Get<bool>();
    piece.defects.push_back(defect);
  }
  piece.loudness = reader.Get<LoudnessStats>();
  reader.ExpectEnd();
  return piece;
}

std::string SerializeRecords(RenderedPiece piece) {
  std::vector<EncodedPiece> audio = std::exchange(piece.audio, {});
  ByteWriter writer;
  writer.Put(audio.size());
  for (EncodedPiece& sound : audio) {
    piece.audio.clear();
    piece.audio.push_back(std::move(sound));
    writer.PutText(Serialize(piece));
  }
  return writer.Take();
}

std::vector<std::string_view> RecordsIn(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<std::string_view> records(reader.GetCount(1));
  for (std::string_view& record : records) record = reader.GetView();
  reader.ExpectEnd();
  return records;
}

}  // namespace fullcast
