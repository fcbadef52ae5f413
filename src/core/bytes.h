// Plain values to bytes and back, between processes of one build of the program.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/error.h"

namespace fullcast {

/// Appends values to a string, as they lie in memory. Give it no struct that has padding: its bytes
/// would not always be the same.
class ByteWriter {
 public:
  template <typename Value>
  ByteWriter& Put(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value> && !std::is_pointer_v<Value>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }

  template <typename Value>
  ByteWriter& PutAll(const std::vector<Value>& values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    Put(values.size());
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
    return *this;
  }

  ByteWriter& PutText(std::string_view text) {
    Put(text.size());
    bytes_ += text;
    return *this;
  }

  /// Memory for so many bytes more, so that large ones are not copied as the string grows.
  void Expect(std::size_t bytes) { bytes_.reserve(bytes_.size() + bytes); }

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Takes the values back in the same order. Throws Error when the bytes are not whole; never reads
/// or allocates beyond them.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Value>
  Value Get() {
    static_assert(std::is_trivially_copyable_v<Value> && !std::is_pointer_v<Value>);
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

  std::string GetText() { return std::string(GetView()); }

  /// A text that stays where it is.
  std::string_view GetView() {
    const std::size_t size = GetCount(1);
    return {Next(size), size};
  }

  /// How many things follow, each of at least this many bytes.
  std::size_t GetCount(std::size_t least_bytes) {
    const auto count = Get<std::size_t>();
    if (count > bytes_.size() / least_bytes) throw Error("a record is not whole");
    return count;
  }

  void ExpectEnd() const {
    if (!bytes_.empty()) throw Error("a record is followed by other bytes");
  }

 private:
  const char* Next(std::size_t size) {
    if (size > bytes_.size()) throw Error("a record is not whole");
    const char* data = bytes_.data();
    bytes_.remove_prefix(size);
    return data;
  }

  std::string_view bytes_;
};

}  // namespace fullcast
