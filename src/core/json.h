// JSON files as a parsed tree that knows where each value stands, so that every complaint about a
// file names line and column. RFC 8259 through RapidJSON.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.h"

namespace fullcast {

/// One value of a parsed JSON file. Every As...() throws Error with file, line and column when the
/// value is of another type or out of range.
class Json {
 public:
  enum class Type : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };
  using Member = std::pair<std::string, Json>;

  /// Throws Error at the first syntax error, at nesting deeper than 100, and at bytes that are no
  /// UTF-8. `file` is used in messages only.
  static Json Parse(std::string_view text, const std::string& file);

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] const std::string& AsString() const;
  [[nodiscard]] bool AsBool() const;
  [[nodiscard]] double AsNumber(double least, double most) const;
  [[nodiscard]] std::int64_t AsInteger(std::int64_t least, std::int64_t most) const;
  [[nodiscard]] const std::vector<Json>& AsArray() const;
  [[nodiscard]] const std::vector<Member>& AsObject() const;

  /// The member of an object, or nullptr where it is absent.
  [[nodiscard]] const Json* Find(std::string_view key) const;

  /// The member of an object; throws Error where it is absent.
  [[nodiscard]] const Json& At(std::string_view key) const;

  /// The string member, or `fallback` where it is absent.
  [[nodiscard]] std::string StringOr(std::string_view key, std::string_view fallback) const;

  /// Throws Error at the first member whose key is not among these (a misspelt field).
  void AllowOnly(std::initializer_list<std::string_view> keys) const;

  /// An error that stands at this value.
  [[nodiscard]] Error Wrong(const std::string& message) const;

 private:
  friend class JsonBuilder;
  struct Document {
    std::string file;
    std::vector<std::size_t> line_starts;
  };

  void Expect(Type type) const;

  // A script has millions of values: each takes no more than what it holds. Truth is a number.
  std::variant<std::monostate, double, std::string, std::vector<Json>, std::vector<Member>> value_;
  std::shared_ptr<const Document> document_;
  std::size_t offset_ = 0;
  Type type_ = Type::kNull;
  bool integral_ = false;
};

}  // namespace fullcast
