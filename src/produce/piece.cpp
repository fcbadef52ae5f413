#include "produce/piece.h"

#include <cstdint>
#include <cstring>
#include <type_traits>

#include "core/error.h"

namespace fullcast {

namespace {

/// Appends plain values to a string, as they lie in memory.
class ByteWriter {
 public:
  template <typename Value>
  void Put(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  template <typename Value>
  void PutAll(const std::vector<Value>& values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    Put(values.size());
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
  }

  void PutText(const std::string& text) {
    Put(text.size());
    bytes_ += text;
  }

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Takes the values back in the same order.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Value>
  Value Get() {
    Value value;
    std::memcpy(&value, Next(sizeof value), sizeof value);
    return value;
  }

  template <typename Value>
  std::vector<Value> GetAll() {
    const std::size_t count = GetCount(sizeof(Value));
    std::vector<Value> values(count);
    if (count > 0) std::memcpy(values.data(), Next(count * sizeof(Value)), count * sizeof(Value));
    return values;
  }

  std::string GetText() {
    const std::size_t size = GetCount(1);
    return {Next(size), size};
  }

  void ExpectEnd() const {
    if (!bytes_.empty()) throw Error("a rendered piece is followed by other bytes");
  }

 private:
  std::size_t GetCount(std::size_t value_bytes) {
    const auto count = Get<std::size_t>();
    if (count > bytes_.size() / value_bytes) throw Error("a rendered piece is not whole");
    return count;
  }

  const char* Next(std::size_t size) {
    if (size > bytes_.size()) throw Error("a rendered piece is not whole");
    const char* data = bytes_.data();
    bytes_.remove_prefix(size);
    return data;
  }

  std::string_view bytes_;
};

}  // namespace

std::string Serialize(const RenderedPiece& piece) {
  ByteWriter writer;
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
  piece.audio.frames = reader.Get<std::size_t>();
  piece.audio.packet_bytes = reader.GetAll<std::uint32_t>();
  piece.audio.bytes = reader.GetText();
  piece.lines = reader.GetAll<LineTiming>();
  const auto defects = reader.Get<std::size_t>();
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
