// The one exception type of fullcast: a message for the user.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fullcast {

/// Where in the user's input something is wrong. Line and column count from 1; 0 means unknown.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// A failure, told to the user: what is wrong, where, what to do.
/// Only main() turns it into an exit code; everyone else lets it pass or adds context.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}

  /// "file:line:column: message", leaving out what is unknown.
  Error(const Place& place, const std::string& message);

  /// The same failure seen from one level up: "context: message".
  [[nodiscard]] Error Within(std::string_view context) const;
};

/// The user asked to stop (Ctrl-C, SIGTERM). Not an error of the input.
class Interrupted : public Error {
 public:
  using Error::Error;
};

/// A call of the operating system failed: "what: reason of errno".
Error SystemError(const std::string& what);

/// Line and column (in bytes, both from 1) of a byte offset in a text.
Place PlaceAt(const std::string& file, std::string_view text, std::size_t offset);

}  // namespace fullcast
