// Writes JSON. RFC 8259 through RapidJSON.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace fullcast {

/// Writes JSON compactly, in the order of the calls. Wrong nesting is a bug of the caller.
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);
  JsonWriter& Integer(std::int64_t value);
  JsonWriter& Number(double value);  ///< as Kept() has it; what is not finite as 0

  /// What is left of a number when it is written: four decimals, and no sign of a zero.
  static double Kept(double value);
  JsonWriter& Bool(bool value);

  /// A key and its string, left out when the string is empty.
  JsonWriter& StringUnlessEmpty(std::string_view key, std::string_view value);

  /// What was written so far.
  [[nodiscard]] std::string Text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fullcast
